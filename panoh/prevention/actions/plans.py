"""Making a sampling plan: how many to ask, how many sites of each kind, and which by lot. It is drawn once."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions.visits import planned
from panoh.prevention.models import PlanStratum, SamplingPlan, Site, Visit
from panoh.prevention.queries.findings import stratum_of
from panoh.prevention.queries.plans import deviations_after, frame_for, plan_for
from panoh.prevention.queries.visits import KEEP
from panoh.prevention.rules.sampling import (
    EVEN,
    Method,
    PlanUnclear,
    Stratum,
    Wanted,
    allocate,
    draw_strata,
    sample_size,
)
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Refused

VERY_MANY = 10**9
"""Stands for a number of people nobody knows: no correction is made then, which asks more and never fewer."""
UNCLEAR = {
    "margin": _("The margin of error lies between 0 and 1."),
    "confidence": _("The confidence lies between 0 and 1."),
    "share": _("The share expected lies between 0 and 1."),
    "effect": _("How alike people of one site answer lies between 0 and 1, and at least one is asked at each."),
    "population": _("Nobody works at these sites."),
    "strata": _("No site on the register fits."),
    "deviation": _("An earlier sample does not tell for every kind of site how they differ."),
}


@dataclass(frozen=True)
class PlanGiven:
    """`each`: interviews at each site. `likeness`: how alike people of one site answer, between 0 and 1. `after`: the
    earlier plan that Neyman's allocation rests on. `seed`: left out, one is drawn; either way it is kept and shown."""

    title: str
    kinds: Sequence[str]
    margin: float
    confidence: float = 0.95
    share: float = EVEN
    likeness: float = 0.05
    each: int = 15
    division: str = ""
    season: str = ""
    after: SamplingPlan | None = None
    seed: str = ""


@act
def make_plan(*, given: PlanGiven, by: Officer, at: datetime) -> SamplingPlan:
    access.require(by, KEEP)
    if not given.title.strip() or not given.kinds or set(given.kinds) - set(Site.Kind.values):
        raise Refused(_("A plan has a title and at least one kind of site."), _("Fill in both."))
    frame = _by_stratum(frame_for(by, given.kinds, given.division, given.season))
    seed = given.seed.strip() or secrets.token_hex(8)
    try:
        many, sites = _reckoned(given, frame)
    except PlanUnclear as unclear:
        raise Refused(UNCLEAR[unclear.part], _("Correct it; nothing was drawn.")) from None
    made = _kept(given, frame, seed, many, by=by, at=at)
    drawn = draw_strata({key: [each.reference for each in group] for key, group in frame.items()}, sites, seed)
    PlanStratum.objects.bulk_create(
        _stratum(made, key, group, drawn[key], given) for key, group in sorted(frame.items())
    )
    ledger.write(act="make_plan", by=by, at=at, subject=f"plan:{made.pk}", seed=seed, sites=sum(sites.values()))
    return made


@act
def plan_drawn_visits(
    *, plan: SamplingPlan, key: str, desk: Desk, planned_on: date, by: Officer, at: datetime
) -> tuple[Visit, ...]:
    """The sites drawn of one stratum that nobody is to visit yet go to one desk. One in whose site it has a hand is refused."""
    access.require(by, KEEP)
    stratum = plan_for(by, plan.pk).strata.filter(key=key).first()
    if stratum is None:
        raise Refused(_("The plan has no such stratum."), _("Choose one of it."))
    taken = Visit.objects.filter(plan=plan).exclude(status=Visit.Status.CANCELLED).values("site")
    sites = Site.objects.filter(reference__in=stratum.drawn).exclude(pk__in=taken).select_related("employer__agency")
    if not sites:
        raise Refused(_("Every site drawn here has its visit."), _("Look at the plan again."))
    made = tuple(planned(each, desk, planned_on, plan=plan, by=by, at=at) for each in sites.order_by("reference"))
    ledger.write(act="plan_drawn_visits", by=by, at=at, subject=f"plan:{plan.pk}", desk=desk.code, visits=len(made))
    return made


def _reckoned(given: PlanGiven, frame: Mapping[str, list[Site]]) -> tuple[int, dict[str, int]]:
    """How many interviews in all, and how many sites of each stratum."""
    if not frame:
        raise PlanUnclear("strata")
    if given.each < 1 or not 0 <= given.likeness <= 1:
        raise PlanUnclear("effect")
    effect = 1 + (given.each - 1) * given.likeness
    wanted = Wanted(given.margin, given.confidence, given.share, effect)
    many = sample_size(_people(frame) if _people(frame) is not None else VERY_MANY, wanted)  # type: ignore[arg-type]  # asked just before
    known = deviations_after(given.after) if given.after else {}
    strata = [Stratum(key, len(group), known.get(key)) for key, group in frame.items()]
    method = Method.NEYMAN if given.after else Method.PROPORTIONAL
    return many, allocate(ceil(many / given.each), strata, method)


def _people(frame: Mapping[str, list[Site]]) -> int | None:
    return _sum([each for group in frame.values() for each in group])


def _sum(sites: Sequence[Site]) -> int | None:
    known = [each.people for each in sites if each.people is not None]
    return sum(known) if len(known) == len(sites) else None


def _by_stratum(sites: Sequence[Site]) -> dict[str, list[Site]]:
    found: dict[str, list[Site]] = defaultdict(list)
    for each in sites:
        found[stratum_of(each)].append(each)
    return dict(found)


def _kept(
    given: PlanGiven, frame: Mapping[str, list[Site]], seed: str, many: int, *, by: Officer, at: datetime
) -> SamplingPlan:
    return SamplingPlan.objects.create(
        reference=new_reference(),
        title=given.title.strip(),
        season=given.season,
        division=given.division,
        kinds=sorted(given.kinds),
        margin=round(given.margin, 3),
        confidence=round(given.confidence, 3),
        share=round(given.share, 3),
        likeness=round(given.likeness, 3),
        each=given.each,
        method=Method.NEYMAN if given.after else Method.PROPORTIONAL,
        after=given.after,
        seed=seed,
        people=_people(frame),
        interviews=many,
        at=at,
        by=by,
    )


def _stratum(
    plan: SamplingPlan, key: str, sites: Sequence[Site], drawn: Sequence[str], given: PlanGiven
) -> PlanStratum:
    known = deviations_after(given.after) if given.after else {}
    return PlanStratum(
        plan=plan,
        key=key,
        people=_sum(sites),
        deviation=known.get(key),
        frame=sorted(each.reference for each in sites),
        drawn=list(drawn),
    )
