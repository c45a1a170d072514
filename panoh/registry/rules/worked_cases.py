"""The worked cases that stand in a procedure's file, reckoned anew: a deadline that was changed leaves its examples behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Procedure, WorkedCase
from panoh.registry.rules.clocks import due


@dataclass(frozen=True)
class Otherwise:
    """A worked case that the clocks of its own file contradict: when it is due by them, in local time."""

    case: WorkedCase
    due: datetime


def contradicted(procedure: Procedure, calendar: Calendar) -> tuple[Otherwise, ...]:
    """Empty exactly when every worked case holds."""
    found = []
    for case in procedure.cases:
        reckoned = due(_local(case.start, calendar), procedure.clock(case.clock), calendar)
        if reckoned != _local(case.due, calendar):
            found.append(Otherwise(case, reckoned.astimezone(calendar.zone)))
    return tuple(found)


def _local(text: str, calendar: Calendar) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=calendar.zone)
