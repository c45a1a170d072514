"""When a person who was screened without a finding is to be seen again: trust often comes later than the first talk."""

from __future__ import annotations

from datetime import date, datetime, timedelta

SECOND_LOOKS = (timedelta(days=30), timedelta(days=90))
EARLY_ENOUGH = timedelta(days=14)
"""A talk this much before the day counts as the second look of that day."""
FURTHEST = timedelta(days=366)
"""A plan further ahead than this is nearly always a slip of the year."""


def next_look(*, first: datetime, last: datetime) -> datetime | None:
    """The next day to see the person again, from the first and the last screening; None when both looks were taken."""
    return next((first + after for after in SECOND_LOOKS if last < first + after - EARLY_ENOUGH), None)


def can_be_planned(day: date, *, today: date) -> bool:
    """From today on, within a year."""
    return today <= day <= today + FURTHEST
