"""Breaks: when to offer one, when danger and privacy are asked again, and how long a talk took without them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

REST_AFTER = {"child": timedelta(minutes=30), "adult": timedelta(minutes=60)}
"""Our design, provisional: WHO 2003 and the First Responder Toolkit ask for breaks and short talks with children and
give no minutes."""
ASK_AGAIN_AFTER = timedelta(hours=4)
"""After this long somebody else may have come near: danger and privacy are asked once more."""


def rest_due(*, since: datetime, now: datetime, track: str) -> bool:
    """Whether the talk has gone on for so long that a break is offered."""
    return now - since >= REST_AFTER[track]


def asks_again(*, paused_at: datetime, now: datetime) -> bool:
    """Whether danger and privacy are asked again before the talk goes on."""
    return now - paused_at >= ASK_AGAIN_AFTER


def minutes(*, began: datetime, ended: datetime, pauses: Iterable[tuple[datetime, datetime | None]]) -> int:
    """Minutes of talk between begin and end, breaks left out; a break still open lasts to the end."""
    rested = sum(((min(to or ended, ended) - start) for start, to in pauses if start < ended), timedelta())
    return max(0, round((ended - began - rested) / timedelta(minutes=1)))
