"""What sampled interviews amount to, for a visit, a site over the years or a plan: by group, in words, with its error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from panoh.instruments.prevention import site_interview
from panoh.prevention.models import SampledInterview, Site
from panoh.prevention.rules.estimates import AtSite, Estimate, estimate
from panoh.prevention.rules.findings import LEAST, SIGNS, GroupFound, Interview, Tally, at_sites, by_group, tallies
from panoh.registry.models import Sex
from panoh.registry.wording import spoken

BY = ("role", "sex", "age")
_NAMES = {"role": SampledInterview.Role, "sex": Sex, "age": SampledInterview.Age}


@dataclass(frozen=True)
class Line:
    """One question with its tally and, where sites were sampled, what it says of all."""

    words: str
    tally: Tally
    estimate: Estimate | None = None


@dataclass(frozen=True)
class Group:
    """One group of people; of its questions only the one that matters most, and how many stood behind it."""

    name: str
    people: int
    signs: Tally


@dataclass(frozen=True)
class Found:
    """`breakdowns`: by role, sex and age, those in which nobody could be told."""

    people: int
    lines: tuple[Line, ...]
    breakdowns: tuple[tuple[str, tuple[Group, ...]], ...]
    provisional: bool


@dataclass(frozen=True)
class YearFound:
    """How many were asked at a site in a year, and the signs among them; empty where they were too few to show."""

    year: int
    asked: int
    signs: Tally | None


def over_years(site: Site) -> tuple[YearFound, ...]:
    """The latest year first."""
    rows = SampledInterview.objects.filter(visit__site=site)
    years = rows.values_list("visit__on__year").annotate(Count("pk")).order_by("-visit__on__year")
    return tuple(YearFound(year, many, _signs(rows.filter(visit__on__year=year))) for year, many in years)


def _signs(rows: QuerySet[SampledInterview]) -> Tally | None:
    return next(iter(tallies(_interviews(rows), site_interview().questions)), None)


def found_in(
    rows: QuerySet[SampledInterview], *, people: Mapping[str, int] | None = None, confidence: float = 0.95
) -> Found | None:
    """None while fewer than LEAST were asked. `people`: by stratum, for a sample; without it nothing is said of all."""
    asked = _interviews(rows)
    if len(asked) < LEAST:
        return None
    return Found(
        people=len(asked),
        lines=tuple(_line(each, asked, people, confidence) for each in tallies(asked, site_interview().questions)),
        breakdowns=tuple((heading, found) for key, heading in _headings() if (found := _groups(asked, key))),
        provisional=site_interview().provisional,
    )


def signs_at_sites(rows: QuerySet[SampledInterview]) -> list[AtSite]:
    """Site by site, for what a next sample rests on."""
    return at_sites(_interviews(rows), SIGNS, site_interview().questions)


def _interviews(rows: QuerySet[SampledInterview]) -> list[Interview]:
    return [
        Interview(str(site), {"role": role, "sex": sex, "age": age}, answers, stratum_key(division, kind))
        for site, division, kind, role, sex, age, answers in rows.values_list(
            "visit__site", "visit__site__division", "visit__site__kind", "role", "sex", "age", "answers"
        )
    ]


def stratum_key(division: str, kind: str) -> str:
    """Sites of one kind in one region: what a sample is spread over."""
    return f"{division[:5]}/{kind}"


def stratum_of(site: Site) -> str:
    return stratum_key(site.division, site.kind)


def question_words(key: str) -> str:
    if key == SIGNS:
        return _("Signs of forced labour: work not chosen, and a penalty behind it")
    return next(spoken(each.words) for each in site_interview().questions if each.key == key)


def _line(tally: Tally, asked: list[Interview], people: Mapping[str, int] | None, confidence: float) -> Line:
    words = question_words(tally.question)
    if people is None:
        return Line(words, tally)
    sites = at_sites(asked, tally.question, site_interview().questions)
    return Line(words, tally, estimate(sites, people=people, confidence=confidence))


def _headings() -> tuple[tuple[str, str], ...]:
    return tuple(zip(BY, (_("Who they are"), _("Sex"), _("Age")), strict=True))


def _groups(asked: list[Interview], key: str) -> tuple[Group, ...]:
    found = by_group(asked, site_interview().questions, lambda group: group[key])
    return tuple(_group(each, key) for each in found)


def _group(found: GroupFound, key: str) -> Group:
    name = str(dict(_NAMES[key].choices).get(found.group, "")) or _("all others together")
    return Group(name, found.people, next(each for each in found.tallies if each.question == SIGNS))
