"""Compares birth dates that are ranges: unknown days, guessed years, day and month changed places, other calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class BirthDates:
    """The earliest and the latest day of birth a paper allows; `solar_hijri` where reckoned from that calendar."""

    earliest: date
    latest: date
    solar_hijri: bool = False

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("the latest day of birth lies before the earliest; put the earlier day first")

    @property
    def is_one_day(self) -> bool:
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class DateComparison:
    """How well two birth dates agree, and why. An unknown date is never a contradiction: its score is 0.5."""

    score: float
    same: bool
    reason: str


def on(day: date) -> BirthDates:
    """A birth date known to the day."""
    return BirthDates(day, day)


def in_year(year: int, *, solar_hijri: bool = False) -> BirthDates:
    """A birth year alone. A Solar Hijri year runs from March to March, so it touches two years of ours."""
    if solar_hijri:
        return BirthDates(date(year + 621, 3, 20), date(year + 622, 3, 21), solar_hijri=True)
    return BirthDates(date(year, 1, 1), date(year, 12, 31))


def aged(years: int, *, at: date) -> BirthDates:
    """An age in full years, as stated on the day `at`."""
    return BirthDates(_years_before(at, years + 1) + timedelta(days=1), _years_before(at, years))


def compare_dates(one: BirthDates | None, other: BirthDates | None) -> DateComparison:
    """Compare two birth dates; the first finding that holds decides."""
    if one is None or other is None:
        return DateComparison(0.5, False, "a birth date is not known")
    for holds, score, reason in FINDINGS:
        if holds(one, other):
            return DateComparison(score, score >= 0.7, reason)
    return DateComparison(0.0, False, "the birth dates differ")


def _same_day(one: BirthDates, other: BirthDates) -> bool:
    return one.is_one_day and one == other and not _often_guessed(one.earliest)


def _same_guessed_day(one: BirthDates, other: BirthDates) -> bool:
    return one.is_one_day and one == other


def _overlap(one: BirthDates, other: BirthDates) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _swapped(one: BirthDates, other: BirthDates) -> bool:
    """03.04 read as 4 March: dd.mm and mm/dd papers."""
    if not (one.is_one_day and other.is_one_day):
        return False
    mine, theirs = one.earliest, other.earliest
    return (mine.year, mine.month, mine.day) == (theirs.year, theirs.day, theirs.month)


def _guess_in_same_year(one: BirthDates, other: BirthDates) -> bool:
    """1 January and 1 July stand in many papers only because the day was not known."""
    if not (one.is_one_day and other.is_one_day) or one.earliest.year != other.earliest.year:
        return False
    return _often_guessed(one.earliest) or _often_guessed(other.earliest)


def _overlap_when_widened(one: BirthDates, other: BirthDates) -> bool:
    if not (one.solar_hijri or other.solar_hijri):
        return False
    return one.earliest - YEAR <= other.latest and other.earliest <= one.latest + YEAR


def _one_slip(one: BirthDates, other: BirthDates) -> bool:
    """One of day, month and year written differently."""
    if not (one.is_one_day and other.is_one_day):
        return False
    mine, theirs = one.earliest, other.earliest
    return (mine.day == theirs.day) + (mine.month == theirs.month) + (mine.year == theirs.year) == 2


Finding = tuple[Callable[[BirthDates, BirthDates], bool], float, str]

FINDINGS: tuple[Finding, ...] = (
    (_same_day, 1.0, "the same day"),
    (_same_guessed_day, 0.8, "the same day, but one that is often a guess"),
    (_swapped, 0.85, "day and month changed places"),
    (_overlap, 0.75, "the ranges overlap"),
    (_guess_in_same_year, 0.7, "the same year, one day is often a guess"),
    (_overlap_when_widened, 0.7, "they overlap within a year, as Solar Hijri dates may"),
    (_one_slip, 0.5, "one of day, month and year differs"),
)
"""Our own weights (provisional), best first."""


def _often_guessed(day: date) -> bool:
    return (day.day, day.month) in {(1, 1), (1, 7)}


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, date.min.year)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
