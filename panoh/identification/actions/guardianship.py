"""The child's way: the child-protection authority is told before the referral, and says when a guardian stands by the child."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Guardian
from panoh.identification.queries.facts import guardianship_desk, guardianship_told
from panoh.identification.queries.tasks import GUARDIAN_CLOCK
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose
from panoh.registry.actions.clocks import on_event, start_again
from panoh.registry.acts import act
from panoh.registry.models import Case, Desk, Officer, Purpose
from panoh.registry.refusals import Conflict, Refused

SHOWN = ("names", "birth_date", "contact")


@act
def tell_guardianship(*, case: Case, by: Officer, at: datetime) -> Case:
    """Show the child's case to the guardianship desk of the region, which finds it on its worklist at once.

    A duty, not a request: no consent stands in the way, and the referral does not wait for an answer.
    """
    access.require(by, access.Act.LODGE, case)
    desk = _desk_for(case)
    if guardianship_told(case):
        raise Refused(
            _("The guardianship authority was told already."),
            _("Go on with the referral; it does not wait for an answer."),
            subject=f"case:{case.pk}",
        )
    disclose(case=case, to_desk=desk, purpose=Purpose.REFERRAL, fields=SHOWN, consent=None, by_duty=True, by=by, at=at)
    ledger.write(act="tell_guardianship", by=by, at=at, subject=f"case:{case.pk}", to_desk=desk.code)
    return case


def make_sure_guardianship_knows(*, case: Case, by: Officer, at: datetime) -> None:
    """Inside another act for a child, such as a first referral to a service: told once, whoever comes first."""
    desk = guardianship_desk(case)
    if desk is not None and not guardianship_told(case):
        disclose(
            case=case, to_desk=desk, purpose=Purpose.REFERRAL, fields=SHOWN, consent=None, by_duty=True, by=by, at=at
        )


@act
def appoint_guardian(
    *, case: Case, name: str, capacity: str, authority: str, appointed_on: date, by: Officer, at: datetime
) -> Case:
    """The guardianship authority says who stands by the child, by whose word and since when; the guardian's clock stops."""
    access.require(by, access.Act.APPOINT_GUARDIAN, case)
    _check_guardian(case, name, capacity, authority, appointed_on, at)
    made = Guardian(
        case=case, capacity=capacity, authority=authority, appointed_on=appointed_on, recorded_at=at, recorded_by=by
    )
    vault.seal(made, {"name": name.strip()})
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("A guardian stands by this child already."),
            _("Look at the case to see since when. If another one does now, record first that this one ended."),
            subject=f"case:{case.pk}",
        ) from None
    if case.clocks.filter(clock=GUARDIAN_CLOCK, stopped_at=None).exists():
        on_event(case=case, event="guardian_appointed", at=at)
    ledger.write(
        act="appoint_guardian", by=by, at=at, subject=f"case:{case.pk}", capacity=capacity, authority=authority
    )
    return case


@act
def end_guardianship(*, case: Case, ended_on: date, by: Officer, at: datetime) -> Case:
    """The guardian stands by the child no more: another one is waited for, with the clock of the first day."""
    access.require(by, access.Act.APPOINT_GUARDIAN, case)
    subject, held = f"case:{case.pk}", case.guardians.filter(ended_on=None).first()
    if held is None:
        raise Conflict(
            _("No guardian is on record for this child now."), _("Say who the guardian is."), subject=subject
        )
    if not held.appointed_on <= ended_on <= timezone.localdate(at):
        raise Refused(
            _("The end lies before the appointment, or ahead."),
            _("Choose a day from the appointment until today."),
            subject=subject,
        )
    standing = Guardian.objects.filter(pk=held.pk, ended_on=None)
    if not standing.update(ended_on=ended_on, ended_at=at, ended_by=by):
        raise Conflict(_("A colleague has recorded this already."), _("Open the case again."), subject=subject)
    if case.track == Case.Track.CHILD:
        start_again(case=case, clock=GUARDIAN_CLOCK, at=at)
    ledger.write(act="end_guardianship", by=by, at=at, subject=subject, ended_on=ended_on.isoformat())
    return case


def _check_guardian(case: Case, name: str, capacity: str, authority: str, appointed_on: date, at: datetime) -> None:
    _require_child(case)
    known = capacity in Guardian.Capacity.values and authority in Guardian.Authority.values
    if not known or not name.strip() or appointed_on > timezone.localdate(at):
        raise Refused(
            _("A guardian is a person with a name, appointed by somebody on a day that has come."),
            _("Write who it is, choose who they are to the child and who appointed them, and the day."),
            subject=f"case:{case.pk}",
        )


def _require_child(case: Case) -> None:
    if case.track != Case.Track.CHILD:
        raise Refused(
            _("This person is an adult: no guardian decides for them."),
            _("If there is doubt about the age, correct the record first; doubt counts as a child."),
            subject=f"case:{case.pk}",
        )


def _desk_for(case: Case) -> Desk:
    _require_child(case)
    desk = guardianship_desk(case)
    if desk is None:
        raise Refused(
            _("No guardianship desk is set up in this installation."),
            _("Tell the authority by telephone and ask your administrator to set up its desk."),
            subject=f"case:{case.pk}",
        )
    return desk
