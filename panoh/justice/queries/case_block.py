"""What justice shows of a person's case on its page: penalties on them and how far they are lifted. Never a criminal case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.justice.models import LinkAssessment, Penalty
from panoh.justice.queries.penalties import ANSWER, RECORD, penalties_in
from panoh.registry import access
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class Line:
    """`standing` is empty until somebody looked at the link."""

    row: Penalty
    standing: LinkAssessment | None

    @property
    def late_since(self) -> datetime | None:
        return self.row.assess_by if self.standing is None else None


@dataclass(frozen=True)
class CaseBlock:
    case: Case
    lines: tuple[Line, ...]
    may_answer: bool


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that may record no penalty in this case. No sealed word is opened here."""
    if not access.may(viewer, RECORD, case):
        return None
    rows = penalties_in(viewer, case).prefetch_related("assessments", "reliefs")
    return CaseBlock(case, tuple(map(_line, rows)), access.may(viewer, ANSWER, case))


def _line(row: Penalty) -> Line:
    return Line(row, next((each for each in row.assessments.all() if each.replaced_at is None), None))
