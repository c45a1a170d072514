"""On what ground a case may be given a place, and who waits for one."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from panoh.protection.models import Stay
from panoh.referral.models import Need, Referral
from panoh.registry.models import Case, Desk

ACCOMMODATION = "safe_accommodation"


def accepted_for_a_place(desk: Desk) -> QuerySet[Referral]:
    """Referrals for safe accommodation this desk accepted, which still stand and are not met yet."""
    return Referral.objects.filter(
        to_desk=desk,
        status=Referral.Status.ACCEPTED,
        disclosure__ended_at=None,
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


def case_at_the_door(reference: str) -> Case | None:
    """The case under this reference, if it needs a place now. Anyone else's case stays unknown to the shelter."""
    case = Case.objects.filter(reference=reference.strip().upper()).select_related("person").first()
    return case if case and urgent_need(case) else None
