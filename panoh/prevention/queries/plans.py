"""Sampling plans with what was drawn and what was found, for whoever keeps the monitoring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import pstdev
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import PlanStratum, SampledInterview, SamplingPlan, Site, Visit
from panoh.prevention.queries.findings import Found, found_in, signs_at_sites
from panoh.prevention.queries.visits import KEEP
from panoh.prevention.rules.sampling import draw
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.registry.wording import division_name

LEAST_DEVIATION = 0.05
"""Sites that all answered alike may still differ a little: no kind is left out of the next sample for that."""


@dataclass(frozen=True)
class StratumShown:
    """`sites`: those drawn, in the order of the lot, each with its visit if there is one. `again`: drawn anew from seed and
    list it is the same."""

    row: PlanStratum
    name: str
    sites: tuple[tuple[str, Visit | None], ...]
    again: bool
    waiting: int


@dataclass(frozen=True)
class PlanPage:
    plan: SamplingPlan
    strata: tuple[StratumShown, ...]
    found: Found | None
    made: int
    refused: int
    asked: int


def plans_for(viewer: Officer) -> QuerySet[SamplingPlan]:
    rows = SamplingPlan.objects.order_by("-at", "pk")
    return rows if access.may(viewer, KEEP) else rows.none()


def plan_for(viewer: Officer, sample_id: UUID) -> SamplingPlan:
    found = plans_for(viewer).filter(pk=sample_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such plan, or your post does not keep the monitoring."),
            _("Ask the TIP Centre or an analyst."),
        )
    return found


def frame_for(viewer: Officer, kinds: Sequence[str], division: str, season: str) -> Sequence[Site]:
    """The sites on the register that a sample is drawn from: all that are watched now, whoever watches them."""
    access.require(viewer, KEEP)
    rows = Site.objects.filter(kind__in=list(kinds), watched_until=None, division__startswith=division)
    return list((rows.filter(season=season) if season else rows).order_by("reference"))


def deviations_after(plan: SamplingPlan) -> dict[str, float]:
    """How much the sites of each stratum differed in the share of people with signs, by the interviews of an earlier plan."""
    shares: dict[str, list[float]] = {}
    for each in signs_at_sites(_interviews(plan)):
        if each.answered:
            shares.setdefault(each.stratum, []).append(each.yes / each.answered)
    return {key: max(LEAST_DEVIATION, pstdev(found)) for key, found in shares.items() if len(found) > 1}


def plan_page(viewer: Officer, sample_id: UUID) -> PlanPage:
    plan = plan_for(viewer, sample_id)
    visits = {each.site.reference: each for each in _visits(plan).select_related("site", "desk")}
    strata = tuple(_stratum(each, visits, plan.seed) for each in plan.strata.order_by("key"))
    people = {each.row.key: each.row.people for each in strata}
    known = {key: many for key, many in people.items() if many is not None}
    asked = _interviews(plan)
    became = [each.status for each in visits.values()]
    return PlanPage(
        plan=plan,
        strata=strata,
        found=found_in(asked, people=known, confidence=float(plan.confidence)),
        made=became.count(Visit.Status.MADE),
        refused=became.count(Visit.Status.REFUSED),
        asked=asked.count(),
    )


def stratum_name(key: str) -> str:
    """A kind of site in a region, in words."""
    region, _slash, kind = key.partition("/")
    return f"{division_name(region)}: {Site.Kind(kind).label}"


def _stratum(row: PlanStratum, visits: dict[str, Visit], seed: str) -> StratumShown:
    again = list(draw(row.frame, len(row.drawn), f"{seed}/{row.key}")) == row.drawn
    sites = tuple((each, visits.get(each)) for each in row.drawn)
    return StratumShown(row, stratum_name(row.key), sites, again, sum(visit is None for _reference, visit in sites))


def _visits(plan: SamplingPlan) -> QuerySet[Visit]:
    return Visit.objects.filter(plan=plan).exclude(status=Visit.Status.CANCELLED)


def _interviews(plan: SamplingPlan) -> QuerySet[SampledInterview]:
    return SampledInterview.objects.filter(visit__plan=plan)
