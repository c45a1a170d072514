"""A country's path through the reports as someone would tell it: spells of one tier, with what the clock made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from panoh.assessment.rules import wording
from panoh.assessment.rules.clock import Bar, Year, barred, needs_waiver
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.tier import Tier

_ORDER = (Tier.ONE, Tier.TWO, Tier.WATCH_LIST, Tier.THREE)


@dataclass(frozen=True)
class Spell:
    """Consecutive reports with the same placement. `tier` is None where none was seen, or sources do not agree."""

    years: tuple[Year, ...]
    move: Words | None
    notes: tuple[Words, ...]

    @property
    def first(self) -> int:
        return self.years[0].report

    @property
    def last(self) -> int:
        return self.years[-1].report

    @property
    def tier(self) -> Tier | None:
        return self.years[0].tier

    @property
    def name(self) -> Words:
        return named(self.years[0])


def path(years: Sequence[Year]) -> tuple[Spell, ...]:
    """Spells from the first report to the last."""
    spells: list[Spell] = []
    for _, group in groupby(years, key=lambda year: (year.tier, named(year))):
        together = tuple(group)
        following = next((year for year in years if year.report == together[-1].report + 1), None)
        spells.append(Spell(together, _move(spells, together[0].tier), tuple(_notes(together, following))))
    return tuple(spells)


def named(year: Year) -> Words:
    """The placement in words; every one of them where sources do not agree; what is known where it was not seen."""
    if year.contested:
        return wording.contested(year.told)
    if year.tier is not None:
        return wording.TIERS[year.tier]
    if year.possible == {Tier.NOT_IN_REPORT}:
        return wording.TIERS[Tier.NOT_IN_REPORT]
    closed = not year.possible & {Tier.WATCH_LIST, Tier.THREE}
    return wording.NOT_ON_LISTS if closed else wording.NOT_SEEN


def _move(before: Sequence[Spell], tier: Tier | None) -> Words | None:
    """Up or down from the report just before; no word where either was not seen or has no tier."""
    if tier not in _ORDER:
        return None
    if not any(spell.tier in _ORDER for spell in before):
        return wording.FIRST if all(spell.tier is Tier.NOT_IN_REPORT for spell in before) else None
    last = before[-1].tier
    if last not in _ORDER:
        return None
    return wording.UP if _ORDER.index(tier) < _ORDER.index(last) else wording.DOWN


def _notes(years: tuple[Year, ...], following: Year | None) -> Iterator[Words]:
    first, last = years[0], years[-1]
    if first.tier is Tier.WATCH_LIST:
        yield from _count(last)
        yield from (wording.WAIVED.fill(report=year.report) for year in years if year.waived)
        if following:
            yield from _due(following)
    if first.tier is Tier.THREE and all(needs_waiver(count, first.law) for count in first.before):
        yield wording.AFTER_A_RUN


def _count(last: Year) -> Iterator[Words]:
    if last.law.counts:
        counts = {count.years for count in last.after}
        yield wording.COUNTED.fill(count=wording.number(counts), limit=last.law.limit_years)
    elif last.law.watch_list:
        yield wording.NO_LIMIT


def _due(following: Year) -> Iterator[Words]:
    """What the next report would have had to do, had the country stayed; said only where it is certain."""
    if all(barred(count, following.law) is Bar.LIMIT for count in following.before):
        yield wording.WOULD_BE_DUE.fill(report=following.report)
    elif all(barred(count, following.law) is Bar.ONE_YEAR_RULE for count in following.before):
        yield wording.WOULD_BE_AGAINST_ONE_YEAR.fill(report=following.report)
    elif all(needs_waiver(count, following.law) for count in following.before):
        yield wording.WOULD_BE_DUE_UNLESS_WAIVED.fill(report=following.report)
