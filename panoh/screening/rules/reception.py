"""Rest before an interview: who came off a flight, out of a convoy or a camp is asked nothing but what helps at once."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST_REST = timedelta(days=10)


def rests(until: datetime | None, *, at: datetime) -> bool:
    return until is not None and at < until
