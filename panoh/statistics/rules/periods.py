"""The periods figures are counted for, and whether a period can be counted at all."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from panoh.statistics.rules.values import NotAvailable, Reason


class PeriodKind(StrEnum):
    CALENDAR_YEAR = "calendar_year"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    TIP_REPORTING_PERIOD = "tip_reporting_period"
    """April to March, the year of the US Department of State's TIP report."""
    JANUARY = "january"
    FEBRUARY = "february"
    MARCH = "march"
    APRIL = "april"
    MAY = "may"
    JUNE = "june"
    JULY = "july"
    AUGUST = "august"
    SEPTEMBER = "september"
    OCTOBER = "october"
    NOVEMBER = "november"
    DECEMBER = "december"

    @property
    def defined_as(self) -> str:
        """The word the definitions use."""
        if self in MONTHS:
            return "month"
        return "half_year" if self in {PeriodKind.FIRST_HALF, PeriodKind.SECOND_HALF} else self.value


MONTHS = tuple(PeriodKind)[4:]
_DAYS = {
    PeriodKind.CALENDAR_YEAR: ((0, 1, 1), (0, 12, 31)),
    PeriodKind.FIRST_HALF: ((0, 1, 1), (0, 6, 30)),
    PeriodKind.SECOND_HALF: ((0, 7, 1), (0, 12, 31)),
    PeriodKind.TIP_REPORTING_PERIOD: ((0, 4, 1), (1, 3, 31)),
}


@dataclass(frozen=True)
class Period:
    """Whole days, both ends included. Named by the year it begins in."""

    kind: PeriodKind
    year: int

    @property
    def first(self) -> date:
        return date(self.year, self._month, 1) if self._month else self._day(_DAYS[self.kind][0])

    @property
    def last(self) -> date:
        if self._month:
            return date(self.year, self._month, monthrange(self.year, self._month)[1])
        return self._day(_DAYS[self.kind][1])

    @property
    def before(self) -> Period:
        """The same period a year earlier."""
        return Period(self.kind, self.year - 1)

    @property
    def _month(self) -> int:
        return MONTHS.index(self.kind) + 1 if self.kind in MONTHS else 0

    def _day(self, place: tuple[int, int, int]) -> date:
        return date(self.year + place[0], place[1], place[2])


class Caveat(StrEnum):
    """What keeps a counted period from being whole. Shown wherever the figure is shown."""

    SO_FAR = "so_far"
    RECORDS_BEGIN_WITHIN = "records_begin_within"
    DEFINITION_CHANGED_WITHIN = "definition_changed_within"


def unavailable(period: Period, *, records_from: date | None, today: date) -> NotAvailable | None:
    """Why the period cannot be counted, or None if it can."""
    if period.first > today:
        return NotAvailable(Reason.NOT_BEGUN)
    if records_from is None:
        return NotAvailable(Reason.NO_RECORDS)
    return NotAvailable(Reason.BEFORE_RECORDS) if period.last < records_from else None


def caveats(period: Period, *, records_from: date | None, today: date) -> tuple[Caveat, ...]:
    """What a reader must know about a period that was counted."""
    if unavailable(period, records_from=records_from, today=today):
        return ()
    found = [Caveat.SO_FAR] if period.last >= today else []
    if records_from is not None and period.first < records_from:
        found.append(Caveat.RECORDS_BEGIN_WITHIN)
    return tuple(found)
