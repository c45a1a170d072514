"""Who is to be removed from the country before anybody asked them: an alert, and never a reason to ask less."""

from __future__ import annotations

from datetime import date, timedelta

AHEAD = timedelta(days=30)
"""How long before the planned day the desk sees the alert."""
URGENT = timedelta(days=2)


def escalates(removal_on: date, *, on: date) -> bool:
    """The planned day is near or past."""
    return removal_on - URGENT <= on
