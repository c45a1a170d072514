"""Recommendations and shortcomings of one country through the years, with who owns each and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from panoh.assessment.models import Narrative, Recommendation, RecommendationMatch, RecommendationStep
from panoh.assessment.queries.narratives import country_name_of
from panoh.assessment.rules.rewording import Likeness, Recurring, likeness, recurring, threads
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer

PROPOSALS = 20


@dataclass(frozen=True)
class Thread:
    """One recommendation through the years. `newest` speaks for it; `steps` of any of its years, oldest first."""

    newest: Recommendation
    members: tuple[Recommendation, ...]
    recurring: Recurring
    steps: tuple[RecommendationStep, ...]
    may_step: bool

    @property
    def last(self) -> RecommendationStep | None:
        return self.steps[-1] if self.steps else None


@dataclass(frozen=True)
class Proposal:
    """Two of different years that may be one."""

    earlier: Recommendation
    later: Recommendation
    likeness: Likeness


@dataclass(frozen=True)
class RecommendationsPage:
    country: str
    name: Words
    kind: str
    threads: tuple[Thread, ...]
    proposals: tuple[Proposal, ...]
    countries: tuple[tuple[str, Words], ...]
    may_keep: bool


def recommendations_for(viewer: Officer, *, country: str, kind: str) -> RecommendationsPage:
    """The longest recurring first, then in the order of the newest report."""
    access.require(viewer, access.Act.SEE_FIGURES)
    found = {each.pk: each for each in _all(country, kind)}
    decided = _decided(found)
    brought = set(Narrative.objects.filter(country=country).values_list("report", flat=True))
    grouped = threads(found, [pair for pair, same in decided.items() if same])
    told = [_thread(viewer, [found[key] for key in each], brought) for each in grouped]
    told.sort(key=lambda each: (-len(each.recurring.reports), -each.newest.narrative.report, each.newest.number))
    return RecommendationsPage(
        country=country,
        name=country_name_of(country),
        kind=kind,
        threads=tuple(told),
        proposals=tuple(_proposals(list(found.values()), decided, grouped)),
        countries=tuple(
            (code, country_name_of(code))
            for code in sorted(set(Narrative.objects.values_list("country", flat=True)) | {country})
        ),
        may_keep=access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


def recommendation_for(viewer: Officer, recommendation_id: int) -> Recommendation:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(Recommendation.objects.select_related("narrative"), pk=recommendation_id)


def owner_of(recommendation: Recommendation) -> int | None:
    """The post that owns it, in whichever year that was said last."""
    country, kind = recommendation.narrative.country, recommendation.kind
    found = {each.pk: each for each in _all(country, kind)}
    same = [pair for pair, one in _decided(found).items() if one]
    group = next(each for each in threads(found, same) if recommendation.pk in each)
    steps = RecommendationStep.objects.filter(recommendation__in=group).order_by("-pk")
    return steps.values_list("owner", flat=True).first()


def newest_steps(country: str, *, before: int) -> list[RecommendationStep | None]:
    """Of each recommendation of the newest report before that year what was said of it last, in whichever year; None where
    nobody owns it."""
    found = {each.pk: each for each in _all(country, Recommendation.Kind.RECOMMENDATION)}
    reports = [each.narrative.report for each in found.values() if each.narrative.report < before]
    grouped = threads(found, [pair for pair, same in _decided(found).items() if same])
    last = max(reports, default=None)
    newest = [group for group in grouped if any(found[key].narrative.report == last for key in group)]
    return [RecommendationStep.objects.filter(recommendation__in=group).order_by("pk").last() for group in newest]


def _all(country: str, kind: str) -> QuerySet[Recommendation]:
    found = Recommendation.objects.filter(narrative__country=country, kind=kind).select_related("narrative")
    return found.defer("narrative__text").order_by("narrative__report", "number", "pk")


def _decided(found: dict[int, Recommendation]) -> dict[tuple[int, int], bool]:
    """Each pair as it was decided last."""
    matches = RecommendationMatch.objects.filter(earlier__in=found, later__in=found).order_by("pk")
    return {(each.earlier_id, each.later_id): each.same for each in matches}


def _thread(viewer: Officer, members: Sequence[Recommendation], brought: set[int]) -> Thread:
    newest = max(members, key=lambda each: (each.narrative.report, -each.number))
    steps = tuple(
        RecommendationStep.objects.filter(recommendation__in=members)
        .select_related("owner__desk__agency", "by__post")
        .order_by("pk")
    )
    mine = bool(steps) and steps[-1].owner_id == viewer.post_id
    return Thread(
        newest=newest,
        members=tuple(members),
        recurring=recurring([each.narrative.report for each in members], brought),
        steps=steps,
        may_step=mine or access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


def _proposals(
    found: list[Recommendation], decided: dict[tuple[int, int], bool], grouped: tuple[tuple[int, ...], ...]
) -> Iterator[Proposal]:
    """The likest pairs nobody decided about yet; none within a thread."""
    of = {key: number for number, group in enumerate(grouped) for key in group}
    likely = [
        Proposal(one, other, likely)
        for one in found
        for other in found
        if one.narrative.report < other.narrative.report
        and (one.pk, other.pk) not in decided
        and of[one.pk] != of[other.pk]
        and (likely := likeness(one.words, other.words)).proposed
    ]
    yield from sorted(likely, key=lambda each: -each.likeness.score)[:PROPOSALS]
