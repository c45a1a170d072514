"""What a person needs of a bed, and every free bed of a house held against it, with the reasons."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from panoh.protection.models import Place
from panoh.protection.rules.beds import Bed, bed_points
from panoh.referral.models import Need, NeedsAssessment, Referral
from panoh.referral.queries.directory import wanted
from panoh.referral.rules.fit import Reason, Wanted
from panoh.registry.models import Case

ACCOMMODATION = "safe_accommodation"


def wanted_by(case: Case) -> Wanted:
    """By the newest need for a safe place, met or not, and by what the person said of steps, of how long, of danger."""
    need = _needs().filter(case=case).order_by("-recorded_at").first()
    return wanted(need) if need else Wanted(region=case.region)


def with_wishes(referrals: QuerySet[Referral]) -> QuerySet[Referral]:
    """With all that `wanted` asks of their needs, in two reads for all of them."""
    return referrals.prefetch_related(_assessed("need__case__"), "need__case__consents")


def reasons_for(place: Place, needs: Wanted) -> tuple[Reason, ...]:
    return bed_points(Bed(place.kind, place.step_free, place.long_term), needs)


def _needs() -> QuerySet[Need]:
    of_a_place = Need.objects.filter(service=ACCOMMODATION).select_related("case__person")
    return of_a_place.prefetch_related(_assessed("case__"), "case__consents")


def _assessed(case: str) -> Prefetch[str]:
    return Prefetch(f"{case}needs_assessments", NeedsAssessment.objects.defer("sealed", "sealed_key"))
