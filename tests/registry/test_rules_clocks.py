"""Deadlines over a whole calendar: holidays, moved days, weekends, and a clock that no summer changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.calendar import Calendar, MovedDay
from panoh.instruments.kinds.procedure import Unit
from panoh.instruments.kinds.source import Words
from panoh.registry.rules.clocks import due

CALENDAR = countries.calendar("tj")
DAY = timedelta(days=1)
YEARS = range(2024, 2028)
EVERY_DAY = [date(YEARS[0], 1, 1) + DAY * n for n in range(366 + 365 * 3)]


@dataclass(frozen=True)
class Period:
    amount: int
    unit: Unit
    counts: str = "after"


def at(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=CALENDAR.zone)


def works(day: date) -> bool:
    """Written out by hand, beside the file: what the country's offices keep."""
    fixed = {(1, 1), (3, 8), (3, 21), (3, 22), (3, 23), (3, 24), (5, 9), (6, 27), (9, 9), (11, 6)}
    eids = {"2024-04-10", "2025-03-30", "2026-03-20", "2024-06-16", "2025-06-06", "2026-05-27"}
    return day.weekday() < 5 and (day.month, day.day) not in fixed and day.isoformat() not in eids


def test_every_day_of_four_years_works_or_not_as_written_out_by_hand():
    assert [day for day in EVERY_DAY if CALENDAR.is_working_day(day) != works(day)] == []


@pytest.mark.parametrize("amount", [1, 5, 10])
def test_from_whichever_day_a_period_begins_it_ends_on_the_working_day_counted_by_hand(amount):
    for start in EVERY_DAY[:-40]:
        ahead = [day for day in (start + DAY * n for n in range(1, 40)) if works(day)]
        found = due(at(start), Period(amount, Unit.WORKING_DAYS), CALENDAR)
        assert found == datetime.combine(ahead[amount - 1], time(23, 59, 59), tzinfo=CALENDAR.zone), start


@pytest.mark.parametrize("amount", [1, 5, 10])
def test_a_later_start_never_ends_sooner(amount):
    ends = [due(at(start), Period(amount, Unit.WORKING_DAYS), CALENDAR) for start in EVERY_DAY]

    assert ends == sorted(ends)


@pytest.mark.parametrize("day", ["2026-11-14", "2026-11-15"])
def test_begun_on_a_weekend_one_working_day_ends_with_monday_as_if_begun_on_friday_night(day):
    monday = datetime(2026, 11, 16, 23, 59, 59, tzinfo=CALENDAR.zone)

    assert due(at(date.fromisoformat(day)), Period(1, Unit.WORKING_DAYS), CALENDAR) == monday


def test_no_day_of_the_year_has_another_length():
    """Dushanbe changes no clock: twenty-four hours end at the same time of day, all year round."""
    for day in EVERY_DAY:
        start = at(day, 1)
        assert start.utcoffset() == timedelta(hours=5)
        assert due(start, Period(24, Unit.HOURS), CALENDAR) == at(day + DAY, 1)


def test_the_server_s_own_zone_does_not_matter():
    start = datetime(2026, 11, 13, 18, 59, tzinfo=UTC)  # one minute before Saturday in Dushanbe
    period = Period(1, Unit.DAYS)

    assert due(start, period, CALENDAR).date() == date(2026, 11, 14)
    assert due(start + timedelta(minutes=1), period, CALENDAR).date() == date(2026, 11, 15)


def moved(**days: bool) -> Calendar:
    """The same calendar with days moved by a decision: d20261116=False is a free Monday."""
    made = tuple(
        MovedDay(Words("moved"), datetime.strptime(name, "d%Y%m%d").date(), free, ()) for name, free in days.items()
    )
    return replace(CALENDAR, moved=made)


def test_a_free_monday_for_a_worked_saturday_moves_the_end():
    friday, period = at(date(2026, 11, 13)), Period(1, Unit.WORKING_DAYS)

    assert due(friday, period, moved(d20261116=False)).date() == date(2026, 11, 17)
    assert due(friday, period, moved(d20261114=True)).date() == date(2026, 11, 14)
    assert due(friday, period, moved(d20261114=True, d20261116=False)).date() == date(2026, 11, 14)


def test_a_decision_about_a_day_goes_before_the_holiday_on_it():
    constitution_day = date(2026, 11, 6)

    assert not CALENDAR.is_working_day(constitution_day)
    assert moved(d20261106=True).is_working_day(constitution_day)
