"""From when on a need without a desk has waited too long: the period of an answer, counted back from now."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Unit
from panoh.registry.rules.clocks import Period, due


def left_since(now: datetime, period: Period, calendar: Calendar) -> datetime:
    """What was recorded before this moment is overdue now. A period in days ends with its day, so whole days count."""
    if period.unit is Unit.HOURS:
        return now - timedelta(hours=period.amount)
    day = now.astimezone(calendar.zone).date()
    while due(datetime.combine(day, time(), tzinfo=calendar.zone), period, calendar) >= now:
        day -= timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=calendar.zone)
