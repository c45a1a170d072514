"""A full interview with a child, where a decision keeps it for those who learned to talk with children. A short form, what is
needed at once, and everything that helps ask nobody for a certificate; a talk that has begun goes on."""

from __future__ import annotations

from datetime import datetime

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.training import SensitiveAct
from panoh.registry.models import Case, Officer
from panoh.registry.queries.training import require_trained
from panoh.screening.rules.two_steps import is_first


def require_taught(
    instrument: ScreeningInstrument, track: str, *, by: Officer, at: datetime, subject: str = ""
) -> None:
    if track == Case.Track.CHILD and not is_first(instrument):
        require_trained(by, SensitiveAct.INTERVIEW_CHILD, at=at, subject=subject)
