"""When a clock of the procedure is due, counted in the time zone and the working days of the deciding office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Unit

END_OF_DAY = time(23, 59, 59)


class Period(Protocol):
    """A number of hours, days or working days, counted after a moment or before it."""

    @property
    def amount(self) -> int: ...
    @property
    def unit(self) -> Unit: ...
    @property
    def counts(self) -> str: ...


@dataclass(frozen=True)
class Pause:
    """A time in which the clock stood still (the case was paused)."""

    since: datetime
    until: datetime


def due(start: datetime, clock: Period, calendar: Calendar, *, paused: Sequence[Pause] = ()) -> datetime:
    """The moment the clock runs out, in the office's time zone; a period in days ends with its last day.

    The day of the start is not counted. `start` must carry its time zone: a naive time would shift the deadline.
    """
    if start.tzinfo is None:
        raise ValueError("the start of a clock must carry its time zone")
    local = start.astimezone(calendar.zone)
    if clock.unit is Unit.HOURS:
        return _after_hours(start, clock, paused).astimezone(calendar.zone)
    step = -1 if clock.counts == "before" else 1
    day = _count_days(local.date(), clock, calendar, _paused_days(paused, calendar), step)
    return datetime.combine(day, END_OF_DAY, tzinfo=calendar.zone)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Whether the offices work on this day."""
    return calendar.is_working_day(day)


def _after_hours(start: datetime, clock: Period, paused: Sequence[Pause]) -> datetime:
    # In UTC, because adding hours to a local time is wrong across a change of the clocks.
    end = start.astimezone(UTC) + timedelta(hours=clock.amount * (-1 if clock.counts == "before" else 1))
    for pause in sorted(paused, key=lambda pause: pause.since):
        if start <= pause.until and pause.since <= end:
            end += pause.until - max(pause.since, start)
    return end


def _count_days(day: date, clock: Period, calendar: Calendar, paused: frozenset[date], step: int) -> date:
    left = clock.amount
    while left:
        day += timedelta(days=step)
        if day not in paused and (clock.unit is Unit.DAYS or calendar.is_working_day(day)):
            left -= 1
    return day


def _paused_days(paused: Sequence[Pause], calendar: Calendar) -> frozenset[date]:
    """Days that do not count: from the day of the pause up to the day before it ended."""
    days: set[date] = set()
    for pause in paused:
        day, last = (moment.astimezone(calendar.zone).date() for moment in (pause.since, pause.until))
        while day < last:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(days)
