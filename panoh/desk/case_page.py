"""One case on one page, for one viewer: what the access table lets this post see, and the doors open to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from panoh.identification import queries as identification
from panoh.instruments.kinds.procedure import Procedure, State, Step
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.registry import access
from panoh.registry.models import Case, CaseStep, Consent, Officer
from panoh.registry.queries import Identity, case_for, read_identity
from panoh.registry.queries.procedures import procedure_of
from panoh.screening import queries as screening

_STAGES: dict[str, Any] = {
    "screening": screening,
    "identification": identification,
    "referral": referral,
    "protection": protection,
}


@dataclass(frozen=True)
class Past:
    """A step taken, in words. `step` is empty for the opening of the case."""

    row: CaseStep
    step: Step | None
    state: State


@dataclass(frozen=True)
class CasePage:
    case: Case
    state: State
    identity: Identity | None
    clocks: tuple[identification.Running, ...]
    past: tuple[Past, ...]
    consents: tuple[Consent, ...]
    may_take_consent: bool
    blocks: tuple[tuple[str, Any], ...]


def case_page(viewer: Officer, case_id: UUID, *, at: datetime) -> CasePage:
    """Everything the viewer may see of a case. Opening the identity is on record."""
    case = case_for(viewer, case_id)
    procedure = procedure_of(case)
    identity = None
    if access.may(viewer, access.Act.READ_IDENTITY, case):
        identity = read_identity(case=case, viewer=viewer, purpose="case_page", at=at)
    return CasePage(
        case=case,
        state=procedure.state(case.state),
        identity=identity,
        clocks=identification.running(case, now=at),
        past=_past(case, procedure),
        consents=tuple(case.consents.order_by("-recorded_at")),
        may_take_consent=access.may(viewer, access.Act.TAKE_CONSENT, case),
        blocks=_blocks(viewer, case, at),
    )


def _blocks(viewer: Officer, case: Case, at: datetime) -> tuple[tuple[str, Any], ...]:
    """What each stage shows of the case to this viewer; a stage without anything to show is left out."""
    made = ((name, stage.case_block(viewer, case, now=at)) for name, stage in _STAGES.items())
    return tuple((name, block) for name, block in made if block is not None)


def _past(case: Case, procedure: Procedure) -> tuple[Past, ...]:
    rows = case.steps.select_related("by__post__desk").order_by("at", "pk")
    return tuple(
        Past(row, None if row.step == "open" else procedure.step(row.step), procedure.state(row.to_state))
        for row in rows
    )
