"""When a person who was screened without a finding is to be seen again: trust often comes later than the first talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

SECOND_LOOKS = (timedelta(days=30), timedelta(days=90))
EARLY_ENOUGH = timedelta(days=14)
"""A talk this much before the day counts as the second look of that day."""
FURTHEST = timedelta(days=366)
"""A plan further ahead than this is nearly always a slip of the year."""


def next_look(*, first: datetime, last: datetime) -> datetime | None:
    """The next day to see the person again, from the first and the last screening; None when both looks were taken."""
    return next((first + after for after in SECOND_LOOKS if last < first + after - EARLY_ENOUGH), None)


MOST_ATTEMPTS = 3
"""So many tries without reaching anybody end one look (nrm-procedure T15: three in thirty days)."""


@dataclass(frozen=True)
class AfterAttempt:
    """When to try again, and which look that is. No day: it stops here and nothing is repeated."""

    again_on: date | None
    looks: int


def look_on(*, day: date, looks: int) -> date | None:
    """The day of the next look for somebody who was not reached on `day`, after `looks` looks; None after both."""
    return day + SECOND_LOOKS[looks] if looks < len(SECOND_LOOKS) else None


def after_attempt(outcome: str, *, day: date, looks: int, missed: int, again_on: date | None, on: date) -> AfterAttempt:
    """`missed`: tries of this look that reached nobody, this one included. Seen, and asked not to be contacted, both
    stop it for good; a wrong number ends the look, and so do three tries without an answer."""
    if outcome in {"seen", "refused"}:
        return AfterAttempt(None, looks)
    if outcome == "called":
        return AfterAttempt(again_on or on + timedelta(days=1), looks)
    if outcome == "wrong_number" or missed >= MOST_ATTEMPTS:
        later = look_on(day=day, looks=looks + 1)
        return AfterAttempt(max(later, on + timedelta(days=1)) if later else None, looks + 1)
    return AfterAttempt(on + timedelta(days=1), looks)


def can_be_planned(day: date, *, today: date) -> bool:
    """From today on, within a year."""
    return today <= day <= today + FURTHEST
