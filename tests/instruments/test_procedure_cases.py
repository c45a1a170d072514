"""The worked cases that stand in a country's procedure hold: each clock, when it starts, when it is due."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import WorkedCase
from panoh.registry.rules.clocks import Pause, due

PROCEDURE = countries.procedure("tj")
CALENDAR = countries.calendar("tj")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CALENDAR.zone)


@pytest.mark.parametrize("case", PROCEDURE.cases, ids=lambda case: case.name)
def test_worked_case(case: WorkedCase) -> None:
    assert due(local(case.start), PROCEDURE.clock(case.clock), CALENDAR) == local(case.due)


def test_a_start_late_in_the_evening_in_london_counts_as_the_next_day_in_dushanbe() -> None:
    start = datetime(2026, 11, 12, 22, 0, tzinfo=UTC)

    assert due(start, PROCEDURE.clock("intake"), CALENDAR) == local("2026-11-16 23:59:59")


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due(datetime(2026, 11, 13, 9, 0), PROCEDURE.clock("intake"), CALENDAR)


def test_days_of_a_pause_do_not_count() -> None:
    pause = Pause(local("2026-11-16 10:00"), local("2026-11-18 10:00"))

    end = due(local("2026-11-13 16:30"), PROCEDURE.clock("preliminary_decision"), CALENDAR, paused=[pause])

    assert end == local("2026-11-24 23:59:59")


def test_hours_of_a_pause_are_added() -> None:
    pause = Pause(local("2026-11-16 10:00"), local("2026-11-16 13:00"))

    end = due(local("2026-11-16 09:00"), PROCEDURE.clock("referral"), CALENDAR, paused=[pause])

    assert end == local("2026-11-17 12:00")


def test_a_pause_before_the_start_adds_nothing() -> None:
    pause = Pause(local("2026-11-10 10:00"), local("2026-11-12 13:00"))

    end = due(local("2026-11-16 09:00"), PROCEDURE.clock("referral"), CALENDAR, paused=[pause])

    assert end == local("2026-11-17 09:00")


def test_an_abolished_holiday_was_one_only_then() -> None:
    first_of_may = (datetime(2015, 5, 1).date(), datetime(2026, 5, 1).date())

    assert [CALENDAR.is_working_day(day) for day in first_of_may] == [False, True]
