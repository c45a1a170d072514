"""What justice shows of a person's case on its page: penalties on them and how far they are lifted; residence. Never a
criminal case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.justice.models import LinkAssessment, Penalty, PermitRequest
from panoh.justice.queries.penalties import ANSWER, RECORD, penalties_on_page
from panoh.justice.queries.residence import ASK, DECIDE, requests_on_page
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
    """`sees_penalties`, `sees_residence`: the viewer's post has to do with it, whether there is one or none."""

    case: Case
    lines: tuple[Line, ...]
    may_answer: bool
    sees_penalties: bool
    residence: tuple[PermitRequest, ...]
    sees_residence: bool


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that has to do with neither. No sealed word is opened here."""
    penal = access.may(viewer, RECORD, case)
    stays = access.may(viewer, ASK, case) or access.may(viewer, DECIDE, case)
    if not penal and not stays:
        return None
    rows = penalties_on_page(viewer, case) if penal else ()
    residence = requests_on_page(viewer, case) if stays else ()
    return CaseBlock(case, tuple(map(_line, rows)), access.may(viewer, ANSWER, case), penal, residence, stays)


def _line(row: Penalty) -> Line:
    return Line(row, next((each for each in row.assessments.all() if each.replaced_at is None), None))
