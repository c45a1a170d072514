"""The two-step rule: a short form tells whom a full interview is due to. It never decides alone, either way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from panoh.instruments.kinds.screening import ScreeningInstrument, Step

DUE_WITHIN = timedelta(hours=24)
"""Our own working value, provisional: the day of the meeting, before people travel on."""


@dataclass(frozen=True)
class StepTaken:
    """One finding of a person: on a first step or in full, with a sign or without, and when."""

    first: bool
    signs: bool
    at: datetime


def is_first(instrument: ScreeningInstrument | None) -> bool:
    return instrument is not None and instrument.step is Step.FIRST


def full_interview_due(taken: Iterable[StepTaken]) -> datetime | None:
    """By when a full interview is due; None where no short form asks for one, or one was held since."""
    since = None
    for each in sorted(taken, key=lambda each: (each.at, not each.first)):
        if not each.first:
            since = None
        elif each.signs and since is None:
            since = each.at
    return since + DUE_WITHIN if since else None
