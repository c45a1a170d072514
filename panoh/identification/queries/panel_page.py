"""What a member of the panel sees of it: who sits and who is waited for, and the votes once everyone gave theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from panoh.identification.models import Panel, PanelSeat
from panoh.identification.queries.panels import (
    AWAITED,
    Candidate,
    VoteRead,
    candidates,
    may_open_votes,
    open_panel,
    panel_rule,
    read_votes,
    result,
    seats,
)
from panoh.identification.queries.procedure import weakest
from panoh.identification.queries.wording import UNDECIDED
from panoh.identification.rules import Result
from panoh.instruments.kinds.procedure import PanelRule
from panoh.instruments.kinds.source import Verification
from panoh.registry import ledger, vault
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class ToExcuse:
    """A member whom whoever called the panel together asks to excuse, and why: for another agency to see and agree."""

    seat: PanelSeat
    because: str


@dataclass(frozen=True)
class PanelPage:
    """`votes` and `result` are there only when all have voted and the viewer sits."""

    rule: PanelRule
    mark: Verification
    panel: Panel | None
    seats: tuple[PanelSeat, ...]
    own: PanelSeat | None
    candidates: tuple[Candidate, ...]
    to_excuse: tuple[ToExcuse, ...]
    votes: tuple[VoteRead, ...]
    result: Result | None

    @property
    def undecided(self) -> tuple[Promise | str, Promise | str] | None:
        """Why the votes make no decision, and the way forward."""
        return UNDECIDED[self.result.undecided] if self.result and self.result.undecided else None

    @property
    def sits(self) -> bool:
        return self.own is not None and self.own.status == PanelSeat.Status.SITS


def panel_page(case: Case, viewer: Officer, *, at: datetime) -> PanelPage:
    """Call it with a case in which the viewer decides formally. Opening the votes writes the read into the ledger."""
    rule, panel = panel_rule(case), open_panel(case)
    found = tuple(seats(panel)) if panel else ()
    opened = panel if panel is not None and may_open_votes(panel, viewer) else None
    return PanelPage(
        rule=rule,
        mark=weakest(rule.sources),
        panel=panel,
        seats=found,
        own=next((seat for seat in found if seat.officer_id == viewer.pk), None),
        candidates=candidates(case),
        to_excuse=_to_excuse(found, viewer, at=at),
        votes=read_votes(opened, viewer, at=at) if opened else (),
        result=result(opened) if opened else None,
    )


def _to_excuse(found: tuple[PanelSeat, ...], viewer: Officer, *, at: datetime) -> tuple[ToExcuse, ...]:
    """What waits for this viewer's agreement. Reading the reason is on record."""
    own = next((seat for seat in found if seat.officer_id == viewer.pk), None)
    asked = [seat for seat in found if seat.status in AWAITED and seat.voted_at is None and seat.excuse_asked_by]
    shown = [seat for seat in asked if own is not None and _may_agree(seat, own)]
    if shown:
        subject = f"case:{shown[0].panel.case_id}"
        ledger.write(act="read_excuse", by=viewer, at=at, subject=subject, members=[seat.officer_id for seat in shown])
    return tuple(ToExcuse(seat, vault.unseal(seat).get("because", "")) for seat in shown)


def _may_agree(seat: PanelSeat, own: PanelSeat) -> bool:
    asker = seat.excuse_asked_by
    return seat == own or (asker is not None and own.agency_id != asker.desk.agency_id)
