"""On what ground a case may be given a place, and who waits for one."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Stay
from panoh.referral.models import Need, Referral
from panoh.registry import access
from panoh.registry.models import Case, Desk, Officer, shown_now
from panoh.registry.references import reference_from
from panoh.registry.refusals import NotPermitted, OutOfOrder

ACCOMMODATION = "safe_accommodation"


def accepted_for_a_place(desk: Desk) -> QuerySet[Referral]:
    """Referrals for safe accommodation this desk accepted, which still stand and are not met yet."""
    return Referral.objects.filter(
        shown_now("disclosure__"),
        to_desk=desk,
        status=Referral.Status.ACCEPTED,
        need__service=ACCOMMODATION,
        need__met_at=None,
    )


def waiting(desk: Desk) -> QuerySet[Referral]:
    """Accepted, and without a place anywhere, the most urgent and the longest waiting first."""
    placed = Stay.objects.filter(case=OuterRef("need__case"), until_at=None)
    return (
        accepted_for_a_place(desk)
        .filter(~Exists(placed))
        .select_related("need__case__person", "response")
        .order_by("answer_due", "pk")
    )


def urgent_need(case: Case) -> Need | None:
    """A need for safe accommodation that cannot wait: in an emergency the place comes before the paper."""
    urgent = Need.objects.filter(case=case, service=ACCOMMODATION, urgency=Need.Urgency.NOW, met_at=None)
    return urgent.order_by("recorded_at").first()


def at_the_door(viewer: Officer, reference: str) -> Case:
    """The case under this reference, if its person needs a place now. Any other case stays unknown to the shelter."""
    access.require(viewer, access.Act.GIVE_PLACE)
    case = Case.objects.filter(reference=reference_from(reference)).first()
    if case is None or urgent_need(case) is None:
        raise OutOfOrder(
            _("No urgent need for a safe place stands under this reference."),
            _("Check the reference. Whoever brings the person can record the need as urgent “now” within a minute."),
        )
    return case


def guest_for(viewer: Officer, case_id: UUID) -> Case:
    """A case this desk may give a place to now: one it accepted, or one in an emergency."""
    access.require(viewer, access.Act.GIVE_PLACE)
    case = Case.objects.select_related("person").filter(pk=case_id).first()
    if case is None or not (accepted_for_a_place(viewer.desk).filter(need__case=case).exists() or urgent_need(case)):
        raise NotPermitted(
            _("No one waits for a place of yours under this case."),
            _("Go back to the shelter's page to see who waits."),
            subject=f"case:{case_id}",
        )
    return case
