"""What screening shows of a case on the case's own page: which interviews were held, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer
from panoh.screening.models import Finding, Screening, SecondLook
from panoh.screening.queries.screenings import instrument_of, may_screen_anew
from panoh.screening.queries.second_looks import planned_for
from panoh.screening.queries.two_steps import first_steps


@dataclass(frozen=True)
class Held:
    """One interview: its text, and the last finding if it was finished."""

    row: Screening
    title: Words
    finding: Finding | None
    first: bool
    """On a short form, which decides nothing by itself."""


@dataclass(frozen=True)
class CaseBlock:
    case: Case
    held: tuple[Held, ...]
    look: SecondLook | None
    may_screen: bool
    may_read: bool
    """All interviews of the case; otherwise the viewer's desk was shown the case, and finds those it held itself."""

    @property
    def finished(self) -> bool:
        return any(each.finding for each in self.held)


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that may neither read screenings in this case nor hold one, and nothing of whoever declined. No answer
    is opened here."""
    reads, screens = (access.may(viewer, act, case) for act in (access.Act.READ_SCREENING, access.Act.SCREEN))
    if case.is_anonymous or not (reads or screens):
        return None
    rows, short = (each for each in interviews_in(case) if reads or each.desk_id == viewer.desk.pk), first_steps()
    held = tuple(
        Held(row, _title(row), max(row.findings.all(), key=lambda each: each.at, default=None), row.instrument in short)
        for row in rows
    )
    return CaseBlock(case, held, planned_for(viewer, case), may_screen=may_screen_anew(viewer, case), may_read=reads)


def interviews_in(case: Case) -> tuple[Screening, ...]:
    """Every interview of the case, the first first, with what was found."""
    return _INTERVIEWS.of(case)


_INTERVIEWS = Beside(lambda of: Screening.objects.filter(case=of).prefetch_related("findings").order_by("started_at"))


def _title(row: Screening) -> Words:
    instrument = instrument_of(row)
    return instrument.title if instrument else Words(en="")
