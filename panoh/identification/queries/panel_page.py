"""What a member of the panel sees of it: who sits and who is waited for, and the votes once everyone gave theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from panoh.identification.models import Panel, PanelSeat
from panoh.identification.queries.panels import (
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
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class PanelPage:
    """`votes` and `result` are there only when all have voted and the viewer sits."""

    rule: PanelRule
    mark: Verification
    panel: Panel | None
    seats: tuple[PanelSeat, ...]
    own: PanelSeat | None
    candidates: tuple[Candidate, ...]
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
        votes=read_votes(opened, viewer, at=at) if opened else (),
        result=result(opened) if opened else None,
    )
