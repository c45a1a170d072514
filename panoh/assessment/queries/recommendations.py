"""Recommendations and shortcomings of one country through the years, with who owns each and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import Narrative, Recommendation, RecommendationMatch, RecommendationStep
from panoh.assessment.queries.narratives import country_name_of
from panoh.assessment.rules.rewording import (
    Likeness,
    Recurring,
    likely,
    likeness_of,
    recurring,
    repeated,
    stems,
    threads,
)
from panoh.assessment.rules.wanting import section_of
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer

PROPOSALS = 20
SECTIONS: dict[str, Promise] = {
    "introduction": _("in the introduction, among the grounds of the tier"),
    "prosecution": _("in the section on prosecution"),
    "protection": _("in the section on protection"),
    "prevention": _("in the section on prevention"),
    "efforts": _("in the section on the efforts made"),
}
"""Where a shortcoming stands in its report."""


@dataclass(frozen=True)
class Thread:
    """One recommendation through the years. `newest` speaks for it, `section` is where that stands; `steps` of any year,
    oldest first."""

    newest: Recommendation
    section: Promise | str
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
    proposed: int
    countries: tuple[tuple[str, Words], ...]
    may_keep: bool

    @property
    def several(self) -> bool:
        """Whether there is another year to compare with."""
        return len({each.narrative.report for thread in self.threads for each in thread.members}) > 1


def recommendations_for(viewer: Officer, *, country: str, kind: str) -> RecommendationsPage:
    """The longest recurring first, then in the order of the newest report. `proposed`: how many pairs may be one, of which the
    likest are shown."""
    access.require(viewer, access.Act.SEE_FIGURES)
    found = {each.pk: each for each in _all(country, kind)}
    decided = _decided(found)
    grouped = threads(found, _joined(found, decided))
    proposals = list(_proposals(list(found.values()), decided, grouped))
    return RecommendationsPage(
        country=country,
        name=country_name_of(country),
        kind=kind,
        threads=tuple(_threads(viewer, [[found[key] for key in each] for each in grouped], country, kind)),
        proposals=tuple(proposals[:PROPOSALS]),
        proposed=len(proposals),
        countries=tuple(
            (code, country_name_of(code))
            for code in sorted(set(Narrative.objects.values_list("country", flat=True)) | {country})
        ),
        may_keep=access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


@dataclass(frozen=True)
class Kin:
    """One of another year, with how alike it is and whether it was decided to be the same."""

    row: Recommendation
    likeness: Likeness
    same: bool


def kin_of(viewer: Officer, row: Recommendation) -> tuple[Kin, ...]:
    """Those of other years that it may be the same as, one for each thread and all of its own; the likest first."""
    access.require(viewer, access.Act.KEEP_ASSESSMENT)
    found = {each.pk: each for each in _all(row.narrative.country, row.kind)}
    kin: list[Kin] = []
    ours = stems(row.words)
    for group in threads(found, _joined(found, _decided(found))):
        others = [found[key] for key in group if found[key].narrative.report != row.narrative.report]
        told = [Kin(each, likeness_of(stems(each.words), ours), row.pk in group) for each in others]
        told.sort(key=lambda each: -each.likeness.score)
        kin.extend(told if row.pk in group else told[:1])
    return tuple(sorted(kin, key=lambda each: -each.likeness.score))


def recommendation_for(viewer: Officer, recommendation_id: int) -> Recommendation:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(Recommendation.objects.select_related("narrative"), pk=recommendation_id)


def owner_of(recommendation: Recommendation) -> int | None:
    """The post that owns it, in whichever year that was said last."""
    country, kind = recommendation.narrative.country, recommendation.kind
    found = {each.pk: each for each in _all(country, kind)}
    group = {key: each for each in threads(found, _joined(found, _decided(found))) for key in each}
    steps = RecommendationStep.objects.filter(recommendation__in=group[recommendation.pk]).order_by("-pk")
    return steps.values_list("owner", flat=True).first()


def newest_steps(country: str, *, before: int) -> list[RecommendationStep | None]:
    """Of each recommendation of the newest report before that year what was said of it last, in whichever year; None where
    nobody owns it."""
    found = {each.pk: each for each in _all(country, Recommendation.Kind.RECOMMENDATION)}
    reports = [each.narrative.report for each in found.values() if each.narrative.report < before]
    grouped = threads(found, _joined(found, _decided(found)))
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


def _joined(found: dict[int, Recommendation], decided: dict[tuple[int, int], bool]) -> list[tuple[int, int]]:
    """What people found to be one, and what one report says twice in the same words."""
    again = repeated((each.pk, each.narrative.report, each.words) for each in found.values())
    return [*(pair for pair, same in decided.items() if same), *again]


def _threads(viewer: Officer, groups: Sequence[Sequence[Recommendation]], country: str, kind: str) -> list[Thread]:
    told = {each.pk: each for each in Narrative.objects.filter(country=country)}
    keeps = access.may(viewer, access.Act.KEEP_ASSESSMENT)
    steps: dict[int, list[RecommendationStep]] = {}
    for step in _steps([row.pk for each in groups for row in each]):
        steps.setdefault(step.recommendation_id, []).append(step)
    wanting = kind == Recommendation.Kind.SHORTCOMING
    places = {key: section_of(each.text) for key, each in told.items()} if wanting else {}
    brought = {each.report for each in told.values()}
    found = []
    for members in groups:
        newest = max(members, key=lambda each: (each.narrative.report, -each.number))
        done = tuple(sorted((step for each in members for step in steps.get(each.pk, ())), key=lambda step: step.pk))
        section = SECTIONS.get(places[newest.narrative_id](newest.start), "") if wanting else ""
        reports = recurring([each.narrative.report for each in members], brought)
        mine = bool(done) and done[-1].owner_id == viewer.post_id
        found.append(Thread(newest, section, tuple(members), reports, done, mine or keeps))
    return sorted(
        found, key=lambda each: (-len(each.recurring.reports), -each.newest.narrative.report, each.newest.number)
    )


def _steps(keys: Sequence[int]) -> QuerySet[RecommendationStep]:
    found = RecommendationStep.objects.filter(recommendation__in=keys)
    return found.select_related("owner__desk__agency", "by__post").order_by("pk")


def _proposals(
    found: list[Recommendation], decided: dict[tuple[int, int], bool], grouped: tuple[tuple[int, ...], ...]
) -> Iterator[Proposal]:
    """The likest pair of any two threads nobody decided about yet."""
    of = {key: number for number, group in enumerate(grouped) for key in group}
    words = [stems(each.words) for each in found]
    settled = {frozenset((of[one], of[other])) for one, other in decided}
    for one, other in likely((each.narrative.report, told) for each, told in zip(found, words, strict=True)):
        pair = frozenset((of[found[one].pk], of[found[other].pk]))
        if len(pair) > 1 and pair not in settled:
            settled.add(pair)
            yield Proposal(found[one], found[other], likeness_of(words[one], words[other]))
