"""A deadline is moved only later, within its limit, as often as the text says, and never once it has run out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, Extension
from panoh.registry.rules.extensions import NotMoved, Why, latest_day, moved

CALENDAR = countries.calendar("tj")
PROCEDURE = countries.procedure("tj")
DUE = datetime(2026, 11, 20, 23, 59, 59, tzinfo=CALENDAR.zone)
"""A Friday."""
NOW = DUE - timedelta(days=2)


def rule(step: str) -> tuple[Clock, Extension]:
    extension = PROCEDURE.step(step).extends
    assert extension is not None
    return PROCEDURE.clock(extension.clock), extension


def move(step: str = "extend_preliminary", *, until: date, moves: int = 0, at: datetime = NOW) -> datetime | NotMoved:
    return moved(*rule(step), was=DUE, wished=until, moves=moves, at=at, calendar=CALENDAR)


def test_five_working_days_more_reach_the_next_friday_and_no_further():
    assert move(until=date(2026, 11, 27)) == datetime(2026, 11, 27, 23, 59, 59, tzinfo=CALENDAR.zone)

    refused = move(until=date(2026, 11, 28))
    assert isinstance(refused, NotMoved)
    assert refused.why is Why.TOO_FAR
    assert refused.latest.date() == date(2026, 11, 27)


@pytest.mark.parametrize("until", [date(2026, 11, 20), date(2026, 11, 19), date(2020, 1, 1)])
def test_it_is_never_moved_to_where_it_stands_or_before(until):
    refused = move(until=until)

    assert isinstance(refused, NotMoved)
    assert refused.why is Why.NOT_LATER


def test_once_means_once():
    refused = move(until=date(2026, 11, 25), moves=1)

    assert isinstance(refused, NotMoved)
    assert refused.why is Why.OFTEN


def test_what_ran_out_stays_late_but_the_person_s_own_time_can_be_lengthened_after_its_end():
    late = DUE + timedelta(days=1)
    refused = move(until=date(2026, 11, 25), at=late)
    assert isinstance(refused, NotMoved)
    assert refused.why is Why.OVER

    assert move("extend_recovery", until=date(2026, 12, 10), at=late) == datetime(
        2026, 12, 10, 23, 59, 59, tzinfo=CALENDAR.zone
    )


def test_recovery_lengthened_as_often_as_can_be_stays_under_its_ceiling():
    clock, extension = rule("extend_recovery")
    assert clock.ceiling is not None
    assert extension.amount is not None
    assert extension.times is not None

    due = datetime(2026, 1, 1, 23, 59, 59, tzinfo=CALENDAR.zone) + timedelta(days=clock.amount)
    for _ in range(extension.times):
        due = latest_day(clock, extension, was=due, calendar=CALENDAR)

    assert due - datetime(2026, 1, 1, 23, 59, 59, tzinfo=CALENDAR.zone) <= timedelta(days=clock.ceiling)


def test_every_other_deadline_of_the_country_stands():
    assert {extension.clock for _step, extension in PROCEDURE.extensions()} == {
        "reflection",
        "preliminary_decision",
        "formal_decision",
    }
