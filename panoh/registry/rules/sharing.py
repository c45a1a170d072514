"""Until when what a person let a desk see stays shown: the period of its purpose, or less where the person said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from panoh.instruments.kinds.calendar import Calendar
from panoh.registry.rules.clocks import END_OF_DAY, Period, due


@dataclass(frozen=True)
class NoSuchEnd:
    """The day wished for has passed, or lies beyond `latest`: longer is only by asking again."""

    latest: datetime


def shown_until(start: datetime, period: Period, calendar: Calendar, *, wished: date | None) -> datetime | NoSuchEnd:
    """The last moment of being shown. The day wished for is the last one on which it is shown."""
    return shortened(due(start, period, calendar), at=start, wished=wished) if wished else due(start, period, calendar)


def shortened(latest: datetime, *, at: datetime, wished: date) -> datetime | NoSuchEnd:
    """The end of the day wished for, in the zone of `latest`."""
    end = datetime.combine(wished, END_OF_DAY, tzinfo=latest.tzinfo)
    return end if at < end <= latest else NoSuchEnd(latest)
