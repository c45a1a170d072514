"""The child's way: the child-protection authority is told before the referral, and says when a guardian stands by the child."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.queries.facts import guardianship_desk, guardianship_told
from panoh.registry import access, ledger
from panoh.registry.actions import disclose
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Desk, Officer, Purpose
from panoh.registry.refusals import Refused

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
def appoint_guardian(*, case: Case, by: Officer, at: datetime) -> Case:
    """The guardianship authority says that a guardian stands by the child; the guardian's clock stops."""
    access.require(by, access.Act.APPOINT_GUARDIAN, case)
    if not case.clocks.filter(clock="child_guardian", stopped_at=None).exists():
        raise Refused(
            _("No guardian is waited for in this case."),
            _("Look at the case to see who was appointed, and when."),
            subject=f"case:{case.pk}",
        )
    on_event(case=case, event="guardian_appointed", at=at)
    ledger.write(act="appoint_guardian", by=by, at=at, subject=f"case:{case.pk}")
    return case


def _desk_for(case: Case) -> Desk:
    if case.track != Case.Track.CHILD:
        raise Refused(
            _("This person is an adult: no guardian decides for them."),
            _("If there is doubt about the age, correct the record first; doubt counts as a child."),
            subject=f"case:{case.pk}",
        )
    desk = guardianship_desk(case)
    if desk is None:
        raise Refused(
            _("No guardianship desk is set up in this installation."),
            _("Tell the authority by telephone and ask your administrator to set up its desk."),
            subject=f"case:{case.pk}",
        )
    return desk
