"""Officers of an agency: invited by one of its administrators, vetted by another, gone in one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.actions.managing import put_under
from panoh.registry.acts import act
from panoh.registry.models import (
    ADMINISTRATION,
    Agency,
    Case,
    CompartmentMember,
    EmergencyOpening,
    Factor,
    FactorHelp,
    KnownDevice,
    MinistryIdentity,
    Officer,
    OpenSession,
    Post,
    Vetting,
)
from panoh.registry.refusals import NotPermitted, Refused


def manages_all(by: Officer) -> bool:
    return by.desk.agency.code == ADMINISTRATION


def require_of_own_agency(by: Officer, post: Post) -> None:
    """An agency's administrator looks after its own officers, and the central administration after everybody."""
    access.require(by, access.Act.MANAGE_POSTS)
    if not manages_all(by) and post.desk.agency_id != by.desk.agency_id:
        raise NotPermitted(
            _("This post belongs to another agency."), _("Ask the administrator of that agency, or the central one.")
        )


def waits_for_vetting(officer: Officer) -> bool:
    return Vetting.objects.filter(officer=officer, needed=True, vetted_at=None).exists()


def others_who_vet(post: Post, *, beside: Officer) -> QuerySet[Officer]:
    """Administrators of the post's agency and the central ones, who are vetted themselves."""
    unvetted = Vetting.objects.filter(needed=True, vetted_at=None).values("officer")
    theirs = Q(post__desk__agency=post.desk.agency_id) | Q(post__desk__agency__code=ADMINISTRATION)
    found = Officer.objects.filter(theirs, post__role=access.Role.ADMINISTRATOR, is_active=True)
    return found.exclude(pk=beside.pk).exclude(pk__in=unvetted)


def keep_invitation(officer: Officer, *, by: Officer, at: datetime) -> Vetting:
    """Part of the act that adds an officer. Where there is no second administrator yet, nobody can vet: on record too.

    An administrator who is being added stands among the administrators already, and must not count as their own second.
    """
    needed = others_who_vet(officer.post, beside=by).exclude(pk=officer.pk).exists()
    return Vetting.objects.create(officer=officer, invited_by=by, invited_at=at, needed=needed)


@act
def vet_officer(*, officer: Officer, by: Officer, at: datetime) -> None:
    """A second administrator has looked at who this is and why they get the post. From here on an invitation leads in."""
    require_of_own_agency(by, officer.post)
    vetting = (
        Vetting.objects.select_for_update(no_key=True).filter(officer=officer, needed=True, vetted_at=None).first()
    )
    if vetting is None:
        raise Refused(_("Nobody waits to be vetted here."), _("Look at the list anew."))
    if by.pk in {vetting.invited_by_id, officer.pk}:
        raise NotPermitted(
            _("You invited this officer yourself."), _("Another administrator looks at who it is, and vets them.")
        )
    vetting.vetted_by, vetting.vetted_at = by, at
    vetting.save(update_fields=["vetted_by", "vetted_at"])
    ledger.write(act="vet_officer", by=by, at=at, subject=f"officer:{officer.pk}", invited_by=vetting.invited_by_id)


@act
def look_at_officer(*, officer: Officer, by: Officer, at: datetime) -> None:
    """Whoever reads the ledger has looked at an officer whom one administrator made alone: who it is, and why the post."""
    access.require(by, access.Act.READ_LEDGER)
    alone = Vetting.objects.select_for_update(no_key=True).filter(officer=officer, needed=False, vetted_at=None).first()
    if alone is None:
        raise Refused(_("Nobody waits to be looked at here."), _("Look at the list anew."))
    if by.pk in {alone.invited_by_id, officer.pk}:
        raise NotPermitted(_("This is about yourself."), _("Another data-protection officer looks at it."))
    alone.vetted_by, alone.vetted_at = by, at
    alone.save(update_fields=["vetted_by", "vetted_at"])
    ledger.write(act="look_at_officer", by=by, at=at, subject=f"officer:{officer.pk}", invited_by=alone.invited_by_id)


@act
def give_administrators(*, agency: Agency, by: Officer, at: datetime) -> Post:
    """The agency gets a post of administrator of its own, at its first desk."""
    access.require(by, access.Act.MANAGE_POSTS)
    if not manages_all(by):
        raise NotPermitted(_("Only the central administration gives agencies administrators."), _("Ask it."))
    words = Post.objects.get(code=ADMINISTRATION).words
    desk = agency.desks.order_by("pk").first()
    if desk is None:
        raise Refused(_("This agency has no desk."), _("Add a desk to the country's file first."))
    given = {"desk": desk, "role": access.Role.ADMINISTRATOR, "words": words}
    post, _new = Post.objects.get_or_create(code=f"{desk.code}.administrator", defaults=given)
    ledger.write(act="give_administrators", by=by, at=at, subject=f"agency:{agency.code}", post=post.code)
    return post


@dataclass(frozen=True)
class Left:
    """What an officer left behind: sessions that ended with it, and how many open cases need another manager, by desk."""

    sessions: int
    cases: tuple[Case, ...]


@act
def end_officer(*, officer: Officer, by: Officer, at: datetime) -> Left:
    """An officer leaves, in one act: sessions, factors, devices, ministry's sign-in, cases opened in an emergency, the digest
    of a post nobody holds any more, and the cases they managed, each of which needs another manager from now on.

    Nobody ends their own access: the last administrator would lock everyone out for good.
    """
    require_of_own_agency(by, officer.post)
    if officer.pk == by.pk:
        raise Refused(
            _("You cannot end your own access."),
            _("Add the officer who follows you to this post; they end yours."),
        )
    Officer.objects.filter(pk=officer.pk).update(is_active=False, password=make_password(None))
    sessions, _rows = OpenSession.objects.filter(officer=officer).delete()
    for held in (Factor, KnownDevice, MinistryIdentity):
        held._default_manager.filter(officer=officer).delete()
    FactorHelp.objects.filter(officer=officer, done_at=None).delete()
    EmergencyOpening.objects.filter(officer=officer, ended_at=None, until_at__gt=at).update(ended_at=at)
    CompartmentMember.objects.filter(officer=officer, ended_at=None).update(ended_at=at, ended_by=by)
    if not Officer.objects.filter(post=officer.post_id, is_active=True).exists():
        Post.objects.filter(pk=officer.post_id).update(mail="")  # nobody answers for that address any more
    left = _leave_cases(officer, by=by, at=at)
    ledger.write(act="end_officer", by=by, at=at, subject=f"officer:{officer.pk}", sessions=sessions, cases=len(left))
    return Left(sessions, left)


def _leave_cases(officer: Officer, *, by: Officer, at: datetime) -> tuple[Case, ...]:
    """Nobody's clock may wait on somebody who left: the desk that names managers is told instead."""
    managed = Case.objects.select_for_update(no_key=True, of=("self",)).select_related("desk")
    cases = tuple(managed.filter(manager=officer).exclude(state="closed").order_by("opened_at"))
    for case in cases:
        put_under(case, None, left_at=at)
    for case in cases:
        ledger.write(act="manager_left", by=by, at=at, subject=f"case:{case.pk}", manager=officer.pk)
    return cases
