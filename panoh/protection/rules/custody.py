"""When a child held by the state is looked at next, and whether it may end: to people who care for the child, heard first."""

from __future__ import annotations

from datetime import date

from panoh.instruments.kinds.returning import CustodyPeriods


def latest_review(periods: CustodyPeriods, *, reviews_held: int, since: date) -> date:
    """First after a short period, later after a longer one."""
    return since + (periods.later_review if reviews_held else periods.first_review)


def first_review(periods: CustodyPeriods, *, since: date, today: date) -> date:
    """A child held for long before anybody recorded it is looked at now, not a month from now."""
    return max(today, since + periods.first_review)


def in_time(next_on: date, *, latest: date, today: date) -> bool:
    """Sooner is always possible."""
    return today < next_on <= latest


def overdue(review_due: date, *, today: date) -> bool:
    return review_due < today
