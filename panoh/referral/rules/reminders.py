"""How often a desk that has not answered is reminded: once a day at most, so that a reminder keeps its weight."""

from __future__ import annotations

from datetime import datetime, timedelta

BETWEEN_REMINDERS = timedelta(days=1)


def may_remind_from(last_reminder: datetime | None) -> datetime | None:
    """The moment from which the desk may be reminded again; None when it never was."""
    return last_reminder + BETWEEN_REMINDERS if last_reminder else None


def may_remind(*, now: datetime, last_reminder: datetime | None) -> bool:
    again = may_remind_from(last_reminder)
    return again is None or now >= again
