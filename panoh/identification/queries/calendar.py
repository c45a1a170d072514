"""The calendar by which periods are counted here: weekend, holidays and moved days of a year, each with its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils.dates import WEEKDAYS

from panoh.identification.queries.procedure import weakest
from panoh.instruments import countries
from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.source import Citation, Verification, Words


@dataclass(frozen=True)
class DayOff:
    """A holiday of the year, or a day moved by a decision. `on_weekend`: free anyhow, and no other day is given for it."""

    on: date
    name: Words
    source: str
    mark: Verification
    on_weekend: bool
    works: bool = False


@dataclass(frozen=True)
class CalendarPage:
    """`announced`: whether the holidays that are announced each year are in the file for this year."""

    year: int
    time_zone: str
    weekend: tuple[str, ...]
    days_off: tuple[DayOff, ...]
    announced: bool
    years: tuple[int, ...]

    @property
    def provisional(self) -> bool:
        return any(each.mark is Verification.PROVISIONAL for each in self.days_off)


def calendar_page(year: int) -> CalendarPage:
    """The country's calendar in one year."""
    calendar = countries.calendar(settings.COUNTRY)
    return CalendarPage(
        year=year,
        time_zone=calendar.time_zone,
        weekend=tuple(str(WEEKDAYS[day - 1]) for day in calendar.weekend),
        days_off=tuple(sorted(_days_off(calendar, year), key=lambda each: each.on)),
        announced=any(each.on.year == year for each in calendar.dated),
        years=tuple(sorted({each.on.year for each in calendar.dated} | {year, year + 1})),
    )


def _days_off(calendar: Calendar, year: int) -> list[DayOff]:
    yearly = [
        (date(year, each.month, each.day), each.name, each.sources)
        for each in calendar.yearly
        if each.falls_on(date(year, each.month, each.day))
    ]
    dated = [(each.on, each.name, each.sources) for each in calendar.dated if each.on.year == year]
    moved = [each for each in calendar.moved if each.on.year == year]
    return [_day(calendar, *each) for each in (*yearly, *dated)] + [
        replace(_day(calendar, each.on, each.name, each.sources), works=each.works, on_weekend=False) for each in moved
    ]


def _day(calendar: Calendar, on: date, name: Words, sources: tuple[Citation, ...]) -> DayOff:
    title = countries.sources(settings.COUNTRY)[sources[0].source].title
    return DayOff(on, name, title, weakest(sources), on.isoweekday() in calendar.weekend)
