"""What each possible placement in the next report would trigger by law, with dates. Never how likely one is.

Dates are reckoned from the day the report is due; it has come out later, and then they move with it. The law is the one in
force now: a change before that report changes what is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from panoh.assessment.rules import wording
from panoh.assessment.rules.clock import Bar, Count, Year, after, barred, needs_waiver
from panoh.assessment.rules.law import Law, law_of
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.statute import Provision, Statute
from panoh.instruments.kinds.tier import Tier


@dataclass(frozen=True)
class Effect:
    """One consequence by one provision. `first` and `last` are the days it falls between, where it has days."""

    says: Words
    provision: Provision
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Option:
    """One placement the next report can make. `barred` where the law does not allow it whatever the gaps hold."""

    tier: Tier
    effects: tuple[Effect, ...]
    barred: bool = False

    @property
    def name(self) -> Words:
        return wording.TIERS[self.tier]


@dataclass(frozen=True)
class Outlook:
    """`count`: consecutive years on the watch list behind the country now."""

    law: Law
    counts: frozenset[Count]
    options: tuple[Option, ...]

    @property
    def count(self) -> Words:
        return wording.number({count.years for count in self.counts})


def outlook(years: Sequence[Year], statute: Statute) -> Outlook:
    """From the last report reckoned to the one after it."""
    last = years[-1]
    law = law_of(statute, last.report + 1)
    options = tuple(Option(tier, tuple(look(last, law)), _barred(last, law, tier)) for tier, look in _LOOKS.items())
    return Outlook(law, last.after, options)


def _barred(last: Year, law: Law, tier: Tier) -> bool:
    return tier is Tier.WATCH_LIST and all(barred(count, law) is Bar.LIMIT for count in last.after)


def _off_the_list(last: Year, law: Law, *, lifted: bool) -> Iterator[Effect]:
    if law.limit:
        due = law.report + 1 + law.limit_years
        yield Effect(wording.RUN_ENDS.fill(report=law.report + 1, due=due), law.limit)
    if lifted and law.interim_assessment:
        yield Effect(wording.LIFTED, law.interim_assessment, last=_assessed(law, law.interim_assessment))


def _tier_1(last: Year, law: Law) -> Iterator[Effect]:
    return _off_the_list(last, law, lifted=last.tier in {Tier.TWO, Tier.WATCH_LIST, Tier.THREE})


def _tier_2(last: Year, law: Law) -> Iterator[Effect]:
    return _off_the_list(last, law, lifted=last.tier is Tier.THREE)


def _watch_list(last: Year, law: Law) -> Iterator[Effect]:
    behind = sorted({count.years for count in last.after})
    for years in behind:
        for effect in _on_the_list(years, law):
            says = wording.IF_BEHIND.fill(count=years, what=effect.says) if len(behind) > 1 else effect.says
            yield replace(effect, says=says)
    bars = {barred(count, law) for count in last.after}
    if law.one_year_rule and Bar.ONE_YEAR_RULE in bars:
        certain = bars == {Bar.ONE_YEAR_RULE}
        yield Effect(_or_maybe(wording.WARN_ONE_YEAR, certain=certain), law.one_year_rule)
    if law.action_plan and last.tier is Tier.THREE:
        by = law.due + timedelta(days=law.action_plan.number("days"))
        yield Effect(law.action_plan.says, law.action_plan, last=by)
    if law.interim_assessment:
        yield Effect(wording.ASSESSED, law.interim_assessment, last=_assessed(law, law.interim_assessment))


def _on_the_list(years: int, law: Law) -> Iterator[Effect]:
    """With so many years behind it: whether the list is open, which year in a row it would be, when Tier 3 would be due."""
    if law.limit is None:
        return
    if barred(Count(years), law) is Bar.LIMIT:
        yield Effect(wording.NOT_OPEN.fill(count=years), law.limit)
        return
    if law.waiver and needs_waiver(Count(years), law):
        yield Effect(wording.ONLY_BY_WAIVER.fill(count=years, waiver=law.waiver_years), law.waiver)
        if law.waiver_made_public:
            yield Effect(law.waiver_made_public.says, law.waiver_made_public)
    yield Effect(wording.NTH_YEAR.fill(count=years + 1), law.limit)
    due = law.report + max(1, law.limit_years - years)
    last_waived = law.report + law.limit_years + law.waiver_years - years - 1
    if last_waived < due:
        yield Effect(wording.DUE_FOR_GOOD.fill(due=due), law.limit)
    else:
        yield Effect(wording.DUE_NEXT.fill(due=due, last=last_waived), law.limit)


def _tier_3(last: Year, law: Law) -> Iterator[Effect]:
    downgraded = {count.downgraded for before in last.after for count in after(before, Tier.THREE, law)}
    if law.one_year_rule and True in downgraded:
        yield Effect(_or_maybe(wording.ONE_YEAR_AHEAD, certain=downgraded == {True}), law.one_year_rule)
    if law.restrictions:
        first, until = (law.due + timedelta(days=law.restrictions.number(name)) for name in ("days_from", "days_to"))
        yield Effect(law.restrictions.says, law.restrictions, first, until)
    if law.trade:
        yield Effect(law.trade.says, law.trade)


def _special_case(last: Year, law: Law) -> Iterator[Effect]:
    if law.special_case:
        yield Effect(wording.CLOCK_OPEN, law.special_case)


_LOOKS: dict[Tier, Callable[[Year, Law], Iterator[Effect]]] = {
    Tier.ONE: _tier_1,
    Tier.TWO: _tier_2,
    Tier.WATCH_LIST: _watch_list,
    Tier.THREE: _tier_3,
    Tier.SPECIAL_CASE: _special_case,
}


def _or_maybe(says: Words, *, certain: bool) -> Words:
    return says if certain else wording.MAY_BE.fill(what=says)


def _assessed(law: Law, provision: Provision) -> date:
    """The interim assessment falls in the year after the report."""
    return date(law.report + 1, provision.number("month"), provision.number("day"))
