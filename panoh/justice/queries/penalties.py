"""Penalties on a person, for whoever answers for them: what happened, whether it is linked, what was asked and answered.

Whoever works on the case reads them all; a desk the case was shown to reads those it wrote down itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.non_penalisation import NonPenalisation
from panoh.instruments.kinds.offence import Offence
from panoh.justice.models import LinkAssessment, Penalty, Relief
from panoh.justice.queries.offences import register
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer, SealedRecord
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted
from panoh.screening.queries.operations import operations_for

RECORD, ANSWER = access.Act.RECORD_PENALTY, access.Act.ANSWER_PENALTY
NOWHERE = UUID(int=0)


@dataclass(frozen=True)
class AssessmentShown:
    row: LinkAssessment
    reasons: str


@dataclass(frozen=True)
class ReliefShown:
    row: Relief
    asked: str
    answered: str


@dataclass(frozen=True)
class PenaltyShown:
    """`assessments`: the newest first; the first stands. `asks_purpose`: what is written of it is shown once the viewer said
    what for; what it is and until when is there, so that nobody waits for it to be answered."""

    row: Penalty
    offence: Offence | None
    words: str
    place: str
    assessments: tuple[AssessmentShown, ...]
    reliefs: tuple[ReliefShown, ...]
    asks_purpose: bool = False

    @property
    def held(self) -> bool:
        """In a cell, by this penalty. What its page then asks is asked of everybody who is held."""
        return self.row.kind in (Penalty.Kind.DETENTION, Penalty.Kind.CHARGE, Penalty.Kind.CONVICTION)

    @property
    def standing(self) -> LinkAssessment | None:
        return self.assessments[0].row if self.assessments else None


def penalties_in(viewer: Officer, case: Case) -> QuerySet[Penalty]:
    """Those that came with a line of a roster too, once the line has this case."""
    return _penalties(case, viewer, answers_for(viewer, case))


def answers_for(viewer: Officer, case: Case) -> bool:
    """Whether the viewer reads all penalties of the person, and not only what their desk wrote down."""
    return access.works_on(viewer, ANSWER, case) or access.works_on(viewer, RECORD, case)


def penalties_on_page(viewer: Officer, case: Case) -> tuple[Penalty, ...]:
    """`penalties_in`, with what was said of them."""
    return _PENALTIES.of(case, answers_for(viewer, case), viewer=viewer)


def _penalties(case: Any, viewer: Officer, answers: bool) -> QuerySet[Penalty]:
    rows = Penalty.objects.filter(Q(case=case) | Q(roster_entry__case=case)).order_by("-imposed_on", "pk")
    return rows if answers else rows.filter(recorded_by__post__desk=viewer.desk)


_PENALTIES = Beside(lambda of, *who: _penalties(of, *who).prefetch_related("assessments", "reliefs"), way="")


def penalties_page(viewer: Officer, case: Case, *, at: datetime) -> tuple[PenaltyShown, ...]:
    access.require(viewer, RECORD, case)
    rows = list(penalties_on_page(viewer, case))
    return _opened(rows, viewer, case, f"case:{case.pk}", at) if rows else ()


def penalty_page(viewer: Officer, penalty_id: UUID, *, at: datetime) -> PenaltyShown:
    row = penalty_for(viewer, penalty_id)
    about = f"case:{row.person_case.pk}" if row.person_case else f"roster:{row.roster_entry_id}"
    return _opened([row], viewer, row.person_case, about, at)[0]


def penalty_for(viewer: Officer, penalty_id: UUID) -> Penalty:
    """One the viewer answers for, or NotPermitted without telling whether it exists."""
    rows = Penalty.objects.select_related(
        "case", "roster_entry__operation", "roster_entry__case", "recorded_by__post__desk"
    )
    row = rows.filter(pk=penalty_id).first()
    if row is None or not _answers(viewer, row):
        raise NotPermitted(
            _("There is no such penalty, or another desk answers for the person."), _("Ask whoever manages the case.")
        )
    return row


def relief_for(viewer: Officer, relief_id: UUID) -> Relief:
    row = Relief.objects.select_related("penalty__case").filter(pk=relief_id).first()
    penalty_for(viewer, row.penalty_id if row else NOWHERE)  # refused in the same words, whichever is not there
    assert row
    return row


def _answers(viewer: Officer, row: Penalty) -> bool:
    case = row.person_case
    if case is not None:
        seen = cases_for(viewer, ANSWER).filter(pk=case.pk).exists()
        return seen and penalties_in(viewer, case).filter(pk=row.pk).exists()
    assert row.roster_entry is not None
    mine = operations_for(viewer) if access.may(viewer, access.Act.RUN_OPERATION) else None
    return mine is not None and mine.filter(pk=row.roster_entry.operation_id).exists()


def _opened(
    rows: list[Penalty], viewer: Officer, case: Case | None, about: str, at: datetime
) -> tuple[PenaltyShown, ...]:
    """What their own desk recorded, and of whoever has no case, nobody is asked about."""
    own = [row for row in rows if case is None or row.recorded_by.post.desk_id == viewer.desk.pk]
    others = case is not None and len(own) < len(rows)
    asks = case is not None and others and is_missing(viewer, RECORD, case)
    kept = of_reading(viewer, RECORD, case) if case is not None and others and not asks else {}
    opened, fields = own if asks else rows, ("penalties", "reliefs")
    with ledger.reading():
        if opened:
            ledger.write(act="read_penalties", by=viewer, at=at, subject=about, fields=fields, **kept)
        return tuple(_shown(row) if row in opened else _shut(row) for row in rows)


def _shut(row: Penalty) -> PenaltyShown:
    shown = _with(row, lambda _sealed: {})
    return replace(shown, asks_purpose=True)


def _shown(row: Penalty) -> PenaltyShown:
    return _with(row, vault.unseal)


def _with(row: Penalty, open_: Callable[[SealedRecord], dict[str, Any]]) -> PenaltyShown:
    kept = open_(row)
    assessments = sorted(row.assessments.all(), key=lambda each: each.at, reverse=True)
    reliefs = sorted(row.reliefs.all(), key=lambda each: (each.asked_on, each.at))
    return PenaltyShown(
        row=row,
        offence=register().offence(row.offence) if row.offence else None,
        words=kept.get("words", ""),
        place=kept.get("place", ""),
        assessments=tuple(AssessmentShown(each, open_(each).get("reasons", "")) for each in assessments),
        reliefs=tuple(_relief(each, open_(each)) for each in reliefs),
    )


def _relief(row: Relief, kept: dict[str, Any]) -> ReliefShown:
    answered = (kept.get(each, "") for each in ("granted", "refused", "done"))
    return ReliefShown(row, kept.get("asked", ""), " · ".join(filter(None, answered)))


def rule_of_the_country() -> NonPenalisation:
    return countries.non_penalisation(settings.COUNTRY)
