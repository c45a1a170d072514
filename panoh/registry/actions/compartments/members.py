"""To whom a case in a compartment still exists: named and let go by its heads, let in for hours in an emergency."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.actions.compartments.heads import held_by_head
from panoh.registry.actions.compartments.putting_in import reached_by_all
from panoh.registry.actions.compartments.together import held_together, memberships
from panoh.registry.actions.emergencies import lasts
from panoh.registry.acts import act
from panoh.registry.models import (
    Compartment,
    CompartmentMember,
    EmergencyOpening,
    Officer,
    kept_together,
    members_now,
)
from panoh.registry.queries.compartments import PUT_IN, SEE, too_few
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.registry.rules.compartments import HEADS


@act
def name_member(
    *, compartment: Compartment, officer: Officer, is_head: bool, by: Officer, at: datetime
) -> CompartmentMember:
    """One more who works on the case and on all kept together with it, or a member who becomes a head."""
    return _named(held_together(compartment, by), officer, is_head, by=by, at=at)


@act
def name_head_anew(*, compartment: Compartment, officer: Officer, by: Officer, at: datetime) -> CompartmentMember:
    """Heads left their posts, so that the case could be lost to everybody: whoever watches names another, and sees nothing."""
    access.require(by, access.Act.READ_LEDGER)
    held = (
        Compartment.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=compartment.pk)
    )
    if held.out_at or not too_few(held):
        raise OutOfOrder(_("Its heads hold their posts."), _("They name members and other heads."))
    others = kept_together(held).exclude(pk=held.pk).select_related("case")
    return _named((held, *others), officer, True, by=by, at=at)


@act
def end_membership(*, member: CompartmentMember, by: Officer, at: datetime) -> CompartmentMember:
    """From the next request on the case does not exist for them, nor any kept together with it; who was let in for some hours
    was let into one."""
    group = held_together(member.compartment, by)
    standing = members_now().filter(pk=member.pk, compartment=group[0]).first()
    if standing is None:
        raise OutOfOrder(_("They are no member any more."), _("Nothing is left to do."))
    heads = members_now().filter(compartment=group[0], is_head=True)
    if standing.is_head and heads.count() <= HEADS:
        raise OutOfOrder(_("A compartment has two heads."), _("Name another head first."))
    for each in (standing,) if standing.until_at else memberships(group, standing.officer):
        CompartmentMember.objects.filter(pk=each.pk).update(ended_at=at, ended_by=by)
        _line("end_compartment_membership", each.compartment, standing.officer, by=by, at=at)
    standing.refresh_from_db()
    return standing


@act
def let_in(*, compartment: Compartment, officer: Officer, because: str, by: Officer, at: datetime) -> EmergencyOpening:
    """The person stands before an officer now who is no member. A head lets them in for hours, as far as an emergency opens a
    case; the data-protection officer sees it at once and reviews it."""
    held = held_by_head(compartment, by)
    if not because.strip():
        raise Refused(_("It is not said what the emergency is."), _("Write in a few words what happens now."))
    if access.scope(officer, access.Act.OPEN_IN_EMERGENCY) is access.Scope.NONE:
        raise Refused(_("Their post opens no case in an emergency."), _("Name them as a member, or ask another post."))
    if members_now().filter(compartment=held, officer=officer).exists():
        raise OutOfOrder(_("They are a member already."), _("They find the case under “Find a case”."))
    until = at + lasts()
    opening = EmergencyOpening(
        case=held.case, officer=officer, opened_at=at, until_at=until, noticed_at=at, noticed_by=by
    )
    vault.seal(opening, {"because": because.strip()})
    opening.save(force_insert=True)
    CompartmentMember.objects.create(compartment=held, officer=officer, named_at=at, named_by=by, until_at=until)
    _line("let_into_compartment", held, officer, by=by, at=at)
    return opening


def _named(
    group: tuple[Compartment, ...], officer: Officer, is_head: bool, *, by: Officer, at: datetime
) -> CompartmentMember:
    """Of all these cases, or of none."""
    for each in group:
        reached_by_all([officer], each.case, PUT_IN if is_head else SEE)
    found = {each.compartment_id: each for each in memberships(group, officer)}
    lacking = [each for each in group if each.pk not in found or found[each.pk].is_head < is_head]
    if not lacking:
        raise OutOfOrder(_("They are a member already."), _("Nothing is left to do."))
    for held in lacking:
        new = CompartmentMember(compartment=held, officer=officer, named_at=at, named_by=by)
        standing = found.setdefault(held.pk, new)
        standing.is_head = is_head
        standing.save()
        _line("name_compartment_head" if is_head else "name_compartment_member", held, officer, by=by, at=at)
    return found[group[0].pk]


def _line(name: str, held: Compartment, officer: Officer, *, by: Officer, at: datetime) -> None:
    ledger.write(act=name, by=by, at=at, subject=f"case:{held.case_id}", officer=officer.pk)
