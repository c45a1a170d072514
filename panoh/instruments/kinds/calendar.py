"""The calendar of a country's offices: weekend, public holidays and time zone, by which working days are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class YearlyHoliday:
    """A holiday on the same day every year, from one year on (and until another where it was abolished)."""

    name: Words
    month: int
    day: int
    from_year: int
    to_year: int | None
    sources: tuple[Citation, ...]

    def falls_on(self, day: date) -> bool:
        in_force = self.from_year <= day.year and (self.to_year is None or day.year <= self.to_year)
        return in_force and (day.month, day.day) == (self.month, self.day)


@dataclass(frozen=True)
class DatedHoliday:
    """A holiday announced for one day of one year (the two Eids)."""

    name: Words
    on: date
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class MovedDay:
    """A day whose nature a decision changed for once: worked on although it is a weekend, or free although it is none."""

    name: Words
    on: date
    works: bool
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Calendar:
    country: str
    time_zone: str
    weekend: tuple[int, ...]
    """Days off in every week, 1 for Monday to 7 for Sunday."""
    yearly: tuple[YearlyHoliday, ...]
    dated: tuple[DatedHoliday, ...]
    moved: tuple[MovedDay, ...] = ()

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def _yearly(self) -> dict[tuple[int, int], list[YearlyHoliday]]:
        on: dict[tuple[int, int], list[YearlyHoliday]] = {}
        for each in self.yearly:
            on.setdefault((each.month, each.day), []).append(each)
        return on

    def holiday(self, day: date) -> Words | None:
        """The name of the public holiday on `day`, if it is one."""
        for yearly in self._yearly.get((day.month, day.day), ()):
            if yearly.falls_on(day):
                return yearly.name
        return next((dated.name for dated in self.dated if dated.on == day), None)

    def is_working_day(self, day: date) -> bool:
        """A decision about this very day goes before weekend and holiday."""
        for moved in self.moved:
            if moved.on == day:
                return moved.works
        return day.isoweekday() not in self.weekend and self.holiday(day) is None
