"""Whether a session can be, whether somebody who came may have a certificate, and what part of a post is trained."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_SEATS = 500
LONGEST = timedelta(days=60)
EXPIRES_SOON = timedelta(days=60)
"""So long before its end a certificate stands on the worklists of who holds it and who looks after them."""
TOLD_WITHIN = timedelta(days=7)
"""So long after a session it should be on record who came."""


def session_can_be(*, first_day: date, last_day: date, seats: int, today: date) -> bool:
    """A session of the last year may still be written down; none is planned for more than two years ahead."""
    in_reach = today - timedelta(days=366) <= first_day <= today + timedelta(days=731)
    return in_reach and first_day <= last_day <= first_day + LONGEST and 1 <= seats <= MOST_SEATS


class Hindrance(StrEnum):
    """Why no certificate is given."""

    NOT_THERE = "not_there"
    NOT_SAID = "not_said"
    TOO_FEW_HOURS = "too_few_hours"
    NOT_OVER = "not_over"
    TOO_LONG_AGO = "too_long_ago"


@dataclass(frozen=True)
class Came:
    """What is on record of one officer and one session. `seat`: they were put down for it. `hours`: None while not said."""

    seat: bool
    hours: int | None


def hinders(came: Came, *, needed: int, last_day: date, until: date, today: date) -> Hindrance | None:
    """The first reason against a certificate; None where it may be given."""
    if not came.seat or came.hours == 0:
        return Hindrance.NOT_THERE
    if came.hours is None:
        return Hindrance.NOT_SAID
    if came.hours < needed:
        return Hindrance.TOO_FEW_HOURS
    if today < last_day:
        return Hindrance.NOT_OVER
    return Hindrance.TOO_LONG_AGO if until <= today else None


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where the month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class Share:
    """`holders`: officers who held a post on the day; `trained`: those of them whose certificate counted on it."""

    holders: int
    trained: int

    def __post_init__(self) -> None:
        if not 0 <= self.trained <= self.holders:
            raise ValueError("nobody is trained who does not hold the post")

    @property
    def percent(self) -> int | None:
        """In whole per cent, rounded down so that 100 means all; None where nobody held the post: no share, not nothing."""
        return self.trained * 100 // self.holders if self.holders else None
