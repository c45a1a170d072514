"""Accepted facts put in order: one row for each measure, part, actor and year, with every source's value side by side.

Sources that do not agree are all shown. None is chosen, and nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from panoh.assessment.rules.given import NOT_REPORTED, ZERO, Values


class Shown(StrEnum):
    """What a cell can be. Missing, zero and not reported are three different things."""

    NUMBER = "number"
    ZERO = "zero"
    NOT_REPORTED = "not_reported"
    CONFLICT = "conflict"
    SEVERAL = "several"
    """One source says several things of it, such as two sums of money: shown side by side, and no source against another."""
    MISSING = "missing"


@dataclass(frozen=True)
class Accepted:
    """A fact as it was accepted, and where it comes from."""

    fact: int
    country: str
    report: int
    publisher: str
    quote: str
    values: Values


@dataclass(frozen=True)
class Cell:
    shown: Shown
    facts: tuple[Accepted, ...] = ()

    @property
    def first(self) -> Accepted | None:
        return self.facts[0] if self.facts else None

    @property
    def told(self) -> tuple[Accepted, ...]:
        """The same sentence of the same report, brought in with two texts, is one."""
        found = {(each.report, each.publisher, " ".join(each.quote.split()), each.values): each for each in self.facts}
        return tuple(found.values())


@dataclass(frozen=True)
class Row:
    """One thing in one year (None: dated by no year), as its sources have it."""

    country: str
    measure: str
    breakdown: tuple[tuple[str, str], ...]
    actor: str
    year: int | None
    cell: Cell


MISSING = Cell(Shown.MISSING)
TIER = "tier_placement"
"""Its value is a word in the breakdown: two tiers of one country and report are one row that does not agree."""
TOLD_EACH_TIME = frozenset({"statutory_penalty", "sentence_term", "residence_permit_term", "policy_gap", "trainings"})
"""Each mention of these is of another law, course or step: two values are two things, and no conflict."""


def rows(facts: Iterable[Accepted]) -> tuple[Row, ...]:
    """By country, measure, part and actor, newest year first."""
    grouped: dict[tuple[object, ...], list[Accepted]] = {}
    for each in facts:
        said = each.values
        parts = () if said.measure == TIER else said.breakdown
        key = (each.country, said.measure, parts, said.actor, said.year)
        grouped.setdefault(key, []).append(each)
    found = (
        Row(
            first.country,
            first.values.measure,
            first.values.breakdown,
            first.values.actor,
            first.values.year,
            cell(told),
        )
        for told in grouped.values()
        for first in told[:1]
    )
    return tuple(sorted(found, key=lambda row: (row.country, row.measure, row.breakdown, row.actor, -(row.year or 0))))


def cell(told: Iterable[Accepted]) -> Cell:
    """The oldest report first. Silence beside a number is a conflict as well: one source has it, another says it was kept
    back."""
    facts = tuple(sorted(told, key=lambda each: (each.report, each.publisher, each.fact)))
    if not facts:
        return MISSING
    if _disagree(facts) and facts[0].values.measure not in TOLD_EACH_TIME:
        sources = {(each.report, each.publisher) for each in facts}
        return Cell(Shown.CONFLICT if len(sources) > 1 else Shown.SEVERAL, facts)
    status = next((each.values.status for each in facts if each.values.status != NOT_REPORTED), NOT_REPORTED)
    return Cell({ZERO: Shown.ZERO, NOT_REPORTED: Shown.NOT_REPORTED}.get(status, Shown.NUMBER), facts)


def _disagree(facts: tuple[Accepted, ...]) -> bool:
    """In numbers of one unit, or one has a number where another has none. Cases beside people are no contradiction, nor is a
    source that gives a number and keeps back more about it."""
    if len({dict(each.values.breakdown).get("tier") for each in facts}) > 1:
        return True
    counted = {(each.report, each.publisher) for each in facts if each.values.status != NOT_REPORTED}
    told = [
        each for each in facts if each.values.status != NOT_REPORTED or (each.report, each.publisher) not in counted
    ]
    numbers: dict[str, set[object]] = {}
    for each in told:
        if each.values.value:
            numbers.setdefault(each.values.unit, set()).add(each.values.value)
    return len({each.values.status for each in told}) > 1 or any(len(found) > 1 for found in numbers.values())
