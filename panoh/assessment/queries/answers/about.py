"""What a reckoning for an answer file is told: which days, as far as records reach; and how its result is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Sum
from django.utils import translation

from panoh.assessment.rules.answers.counts import Cell, Count, CountRow, CountTable
from panoh.instruments import countries
from panoh.instruments.kinds.questionnaire import AskedPeriod
from panoh.instruments.kinds.source import Words
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules import wording
from panoh.statistics.rules.periods import Period, PeriodKind, caveats, unavailable
from panoh.statistics.rules.values import counted

VERSION = "2026.2"
"""Of the reckonings made here: a change of what they count is another version."""
LANGUAGES = ("en", "ru", "tg")


@dataclass(frozen=True)
class About:
    """The report, and the days an item is about. Records are kept `since` a day and were counted up to the day `on`."""

    report: int
    period: Period
    since: date | None
    on: date

    @property
    def span(self) -> Span:
        return Span(self.period, countries.country(settings.COUNTRY).zone, self.on)

    @property
    def days(self) -> tuple[date, date]:
        return self.period.first, self.period.last

    def count(
        self, source: str, name: Words, unit: str | Words, value: Cell | int, tables: Iterable[CountTable] = ()
    ) -> Count:
        """What was reckoned; not available where no record reaches into the period."""
        missing = unavailable(self.period, records_from=self.since, today=self.on)
        first, last = self.days
        return Count(
            source=source,
            version=VERSION,
            name=name,
            unit=wording.UNITS[unit] if isinstance(unit, str) else unit,
            first=first,
            last=last,
            value=missing or (counted(value) if isinstance(value, int) else value),
            tables=() if missing else tuple(tables),
            caveats=tuple(
                wording.CAVEATS[each] for each in caveats(self.period, records_from=self.since, today=self.on)
            ),
        )


def about(report: int, period: AskedPeriod, *, since: date | None, on: date) -> About:
    """What is asked as it stands is told for the days of the report."""
    kind = PeriodKind.CALENDAR_YEAR if period is AskedPeriod.CALENDAR else PeriodKind.TIP_REPORTING_PERIOD
    return About(report, Period(kind, report - 1), since, on)


def table(name: Words, rows: Iterable[tuple[str, Words, Cell | int]], *, parts: bool = False) -> CountTable:
    made = (CountRow(key, said, counted(value) if isinstance(value, int) else value) for key, said, value in rows)
    return CountTable(name, tuple(made), parts)


def sums(
    key: str, name: Words, rows: QuerySet[Any], currency: str, amount: str
) -> Iterator[tuple[str, Words, Cell | int]]:
    """One row a currency: sums of different currencies are never added."""
    found = rows.exclude(**{currency: ""}).values_list(currency).annotate(all=Sum(amount)).order_by(currency)
    for code, total in found:
        yield f"{key}.{code}", Words("{what}, {code}").fill(what=name, code=code), Words(f"{total:.2f} {code}")
    if not found:
        yield key, name, 0


def in_all_languages(label: object) -> Words:
    """A label of the house in every language: what is frozen is read in all of them."""

    def said(language: str) -> str:
        with translation.override(language):
            return str(label)

    return Words(*map(said, LANGUAGES))
