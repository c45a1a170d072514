"""By when a danger is judged again: the greater it is, the sooner."""

from __future__ import annotations

from datetime import date, timedelta

AT_THE_LATEST = {"none_seen": 90, "possible": 30, "serious": 7, "immediate": 1}
"""Days, by level. A proposal (provisional): the reference names no periods."""


def latest_review(level: str, *, today: date) -> date:
    return today + timedelta(days=AT_THE_LATEST[level])


def in_time(review_on: date, *, level: str, today: date) -> bool:
    """Whether the danger is looked at again soon enough; the day itself may be today."""
    return today <= review_on <= latest_review(level, today=today)
