"""The clocks run over the whole history: every placement the law did not allow, and everything that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from panoh.assessment.rules import wording
from panoh.assessment.rules.clock import Bar, Year, barred, needs_waiver
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.statute import Provision
from panoh.instruments.kinds.tier import Tier


class Verdict(StrEnum):
    VIOLATION = "violation"
    """Whatever the gaps hold, the placement breaks the provision."""
    WARNING = "warning"
    """It breaks the provision as we read it, and the provision can be read otherwise."""
    UNKNOWN = "unknown"
    """What is known does not say."""


class Kind(StrEnum):
    """What was looked at."""

    NO_LIST = "no_list"
    LIMIT = "limit"
    ONE_YEAR_RULE = "one_year_rule"
    WAIVER = "waiver"
    NOT_SEEN = "not_seen"
    CONTESTED = "contested"


@dataclass(frozen=True)
class Finding:
    country: str
    report: int
    kind: Kind
    verdict: Verdict
    reason: Words
    provision: Provision | None

    @property
    def name(self) -> Words:
        return wording.VERDICTS[self.verdict]

    @property
    def mere_gap(self) -> bool:
        """A placement that was not seen, and nothing more to say of it."""
        return self.kind is Kind.NOT_SEEN and self.provision is None


def check(country: str, years: Iterable[Year]) -> tuple[Finding, ...]:
    """Every finding on one country's reckoned years, oldest first."""
    return tuple(finding for year in years for look in _LOOKS for finding in look(country, year))


def _off_time(country: str, year: Year) -> Iterator[Finding]:
    if year.tier is Tier.WATCH_LIST and year.law.watch_list is None:
        yield Finding(country, year.report, Kind.NO_LIST, Verdict.VIOLATION, wording.CHECK_NO_LIST, None)


def _limit(country: str, year: Year) -> Iterator[Finding]:
    reason = wording.CHECK_LIMIT.fill(count=_years(year), limit=year.law.limit_years, waiver=year.law.waiver_years)
    yield from _against(country, year, Bar.LIMIT, Verdict.VIOLATION, reason, year.law.limit)


def _one_year_rule(country: str, year: Year) -> Iterator[Finding]:
    yield from _against(
        country, year, Bar.ONE_YEAR_RULE, Verdict.WARNING, wording.CHECK_ONE_YEAR, year.law.one_year_rule
    )


def _waiver(country: str, year: Year) -> Iterator[Finding]:
    if year.tier is not Tier.WATCH_LIST:
        return
    needed = {needs_waiver(count, year.law) for count in year.before if barred(count, year.law) is not Bar.LIMIT}
    if year.waived and needed == {False}:
        reason = wording.CHECK_WAIVER_ODD.fill(count=_years(year))
    elif True in needed and not year.waived:
        reason = wording.CHECK_WAIVER.fill(count=_years(year))
        reason = reason if needed == {True} else wording.CHECK_SOME.fill(what=reason)
    else:
        return
    yield Finding(country, year.report, Kind.WAIVER, Verdict.UNKNOWN, reason, year.law.waiver)


def _not_seen(country: str, year: Year) -> Iterator[Finding]:
    if year.seen or len(year.possible) == 1:
        return
    due = Tier.WATCH_LIST in year.possible and {barred(count, year.law) for count in year.before} == {Bar.LIMIT}
    reason = wording.CHECK_NOT_SEEN_DUE.fill(count=_years(year)) if due else wording.CHECK_NOT_SEEN
    provision = year.law.limit if due else None
    yield Finding(country, year.report, Kind.NOT_SEEN, Verdict.UNKNOWN, reason, provision)


def _contested(country: str, year: Year) -> Iterator[Finding]:
    if year.contested:
        reason = wording.CHECK_CONTESTED.fill(tiers=wording.tiers(year.told))
        yield Finding(country, year.report, Kind.CONTESTED, Verdict.UNKNOWN, reason, None)


_LOOKS: tuple[Callable[[str, Year], Iterator[Finding]], ...] = (
    _off_time,
    _limit,
    _one_year_rule,
    _waiver,
    _not_seen,
    _contested,
)


def _against(
    country: str, year: Year, bar: Bar, certain: Verdict, reason: Words, provision: Provision | None
) -> Iterator[Finding]:
    """Certain only where every count that is possible breaks it; unknown where some do."""
    if year.tier is not Tier.WATCH_LIST:
        return
    broken = {barred(count, year.law) is bar for count in year.before}
    if broken == {True}:
        yield Finding(country, year.report, Kind(bar), certain, reason, provision)
    elif True in broken:
        yield Finding(country, year.report, Kind(bar), Verdict.UNKNOWN, wording.CHECK_SOME.fill(what=reason), provision)


def _years(year: Year) -> Words:
    return wording.number({count.years for count in year.before})
