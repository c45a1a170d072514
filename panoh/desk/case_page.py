"""One case on one page, for one viewer: what is open and with whom, what happened on every track, the doors open to the post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from panoh.desk.open_work import Open, open_work
from panoh.desk.timeline import Event, timeline
from panoh.identification import queries as identification
from panoh.instruments.kinds.procedure import Procedure, State
from panoh.justice import queries as justice
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.registry import access
from panoh.registry.looks import one_look
from panoh.registry.models import Case, Compartment, Consent, Officer
from panoh.registry.moment import at_moment, moment
from panoh.registry.queries import Identity, attachments, case_for, may_contact, read_identity, sees_contact
from panoh.registry.queries.cases import all_clocks_of
from panoh.registry.queries.compartments import compartment_of
from panoh.registry.queries.consents import consents_shown, sees_every_answer
from panoh.registry.queries.emergencies import EmergencyNote, emergency_note
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.queries.purposes import is_missing
from panoh.registry.queries.steps import steps_of
from panoh.registry.rules.contact import Reach
from panoh.screening import queries as screening

_STAGES: dict[str, Any] = {
    "screening": screening,
    "identification": identification,
    "referral": referral,
    "protection": protection,
    "justice": justice,
    "attachments": attachments,
}


@dataclass(frozen=True)
class CasePage:
    case: Case
    version: str
    """Of the procedure it runs under."""
    state: State
    identity: Identity | None
    asks_purpose: bool
    """The viewer may open the name once they said what for."""
    reach: Reach | None
    open: tuple[Open, ...]
    past: tuple[Event, ...]
    consents: tuple[Consent, ...]
    all_consents: bool
    """Otherwise the viewer's desk was shown the case, and sees answers to what it was shown it for."""
    may_take_consent: bool
    may_print: bool
    emergency: EmergencyNote | None
    blocks: tuple[tuple[str, Any], ...]
    compartment: Compartment | None
    """The one the case is in; whoever sees the case is a member."""
    may_put_in: bool
    may_close: bool
    """The viewer's post closes cases, and this one stands where it can be closed."""


def case_page(viewer: Officer, case_id: UUID, *, at: datetime) -> CasePage:
    """Everything the viewer may see of a case. Opening the identity is on record."""
    with one_look(), at_moment(moment()):
        return _case_page(viewer, case_for(viewer, case_id), at=at)


def _case_page(viewer: Officer, case: Case, *, at: datetime) -> CasePage:
    procedure = procedure_of(case)
    identity = reach = None
    asks = is_missing(viewer, access.Act.READ_IDENTITY, case)
    blocks, consents = _blocks(viewer, case, at), consents_shown(viewer, case)
    if access.may(viewer, access.Act.READ_IDENTITY, case) and not asks:
        identity = read_identity(case=case, viewer=viewer, purpose="case_page", at=at)
        if sees_contact(viewer, case):
            reach = may_contact(case, identity.contact, viewer=viewer, at=at, purpose="case_page")
    return CasePage(
        case=case,
        version=procedure.version,
        state=procedure.state(case.state),
        identity=identity,
        asks_purpose=asks,
        reach=reach,
        open=_open(case, dict(blocks), at=at),
        past=timeline(procedure, steps_of(case), consents, all_clocks_of(case), dict(blocks), now=at),
        consents=consents,
        all_consents=sees_every_answer(viewer, case),
        may_take_consent=access.may(viewer, access.Act.TAKE_CONSENT, case),
        may_print=access.may(viewer, access.Act.PRINT_CASE, case),
        emergency=emergency_note(viewer, case),
        blocks=blocks,
        compartment=compartment_of(case),
        may_put_in=access.may(viewer, access.Act.PUT_IN_COMPARTMENT, case),
        may_close=_may_close(viewer, case, procedure),
    )


def open_in(viewer: Officer, case: Case, *, at: datetime) -> tuple[Open, ...]:
    """What is open, and nothing else of the case: no name is opened."""
    return _open(case, dict(_blocks(viewer, case, at)), at=at)


def _open(case: Case, blocks: dict[str, Any], *, at: datetime) -> tuple[Open, ...]:
    return open_work(case, identification.running(case, now=at), blocks, now=at)


def _may_close(viewer: Officer, case: Case, procedure: Procedure) -> bool:
    here = procedure.state(case.state).code
    return here in procedure.step("close").from_states and access.may(viewer, access.Act.CLOSE_CASE, case)


def _blocks(viewer: Officer, case: Case, at: datetime) -> tuple[tuple[str, Any], ...]:
    """What each stage shows of the case to this viewer; a stage without anything to show is left out."""
    made = ((name, stage.case_block(viewer, case, now=at)) for name, stage in _STAGES.items())
    return tuple((name, block) for name, block in made if block is not None)
