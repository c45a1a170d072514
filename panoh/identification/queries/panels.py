"""The panel of a case: who may be invited, who sits, what the votes come to. Opening votes is in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision, Panel, PanelSeat
from panoh.identification.queries.reviews import took_part
from panoh.identification.rules import Ballot, Barred, Result, barred, count, elements_asked
from panoh.instruments.kinds.procedure import PanelRule
from panoh.registry import access, ledger, vault
from panoh.registry.access import Role
from panoh.registry.models import Case, Disclosure, Officer, Purpose
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import Conflict, NotPermitted

FIELDS = ("votes", "reasons", "elements")
AWAITED = (PanelSeat.Status.INVITED, PanelSeat.Status.SITS)


@dataclass(frozen=True)
class Candidate:
    """Somebody with a seat of the panel in the country. `barred` says why they do not sit in this case."""

    officer: Officer
    barred: Barred | None


@dataclass(frozen=True)
class VoteRead:
    """One member's seat, opened: how they voted, why for each element, and why they did not sit, if so."""

    seat: PanelSeat
    outcome: str
    reasons: str
    elements: dict[str, str]
    because: str
    dissents: bool


def panel_rule(case: Case) -> PanelRule:
    """Who must sit, by the version the case runs under."""
    return procedure_of(case).panel


def open_panel(case: Case) -> Panel | None:
    """The panel that was called together and has not decided yet."""
    return Panel.objects.filter(case=case, decision=None, ended_at=None).select_related("convened_by").first()


def panel_in(case: Case) -> Panel:
    """The open panel of a case; Conflict where there is none, or it decided meanwhile."""
    panel = open_panel(case)
    if panel is None:
        raise Conflict(
            _("No panel sits in this case now."),
            _("Look at where the case stands: either nobody was invited yet, or the panel decided."),
            subject=f"case:{case.pk}",
        )
    return panel


def asked_in(case: Case) -> tuple[str, ...]:
    """The elements a preliminary refusal gives reasons on: no means for a child, or for whoever may be one."""
    return elements_asked(child=case.track == Case.Track.CHILD)


def asked_of(panel: Panel) -> tuple[str, ...]:
    """The elements a member gives reasons on: no means for a child, nor where everything found happened to a child."""
    return elements_asked(child=panel.case.track == Case.Track.CHILD or panel.exploited_as_child)


def seats(panel: Panel) -> QuerySet[PanelSeat]:
    return panel.seats.select_related("panel", "officer__post__desk", "agency", "excuse_asked_by__post__desk").order_by(
        "invited_at", "pk"
    )


def candidates(case: Case) -> tuple[Candidate, ...]:
    """Everyone who holds a seat of the panel and was not invited yet, with the reason of those who are barred."""
    invited = PanelSeat.objects.filter(panel__case=case, panel__decision=None, panel__ended_at=None).values("officer")
    holders = Officer.objects.filter(post__role=Role.FORMAL_DECIDER, is_active=True).exclude(pk__in=invited)
    members = list(holders.select_related("post__desk__agency").order_by("post__desk__agency", "name"))
    why = who_is_barred(case, members)
    return tuple(Candidate(each, why.get(each.pk)) for each in members)


def who_is_barred(case: Case, members: list[Officer], *, role: Role = Role.FORMAL_DECIDER) -> dict[int, Barred]:
    """Of these officers those who do not decide in this case, each with the reason."""
    before = took_part(case)
    police = set(Disclosure.objects.filter(case=case, purpose=Purpose.POLICE).values_list("to_desk", flat=True))
    found = {
        each.pk: barred(
            is_member=each.is_active and each.role == role,
            investigates=each.role == Role.INVESTIGATOR or each.desk.pk in police,
            decided_before=each.pk in before,
        )
        for each in members
    }
    return {pk: why for pk, why in found.items() if why is not None}


def result(panel: Panel) -> Result:
    """What the votes come to. The caller writes its own line in the ledger: this opens every vote."""
    sitting = [seat for seat in seats(panel) if seat.status in AWAITED]
    voted = [seat for seat in sitting if seat.voted_at is not None and _last_vote(seat)]  # a refusal empties votes
    ballots = [
        Ballot(seat.officer_id, seat.agency.code, seat.agency.kind, _last_vote(seat)["outcome"] == "positive")
        for seat in voted
    ]
    return count(ballots, awaited=len(sitting) - len(voted), rule=panel_rule(panel.case))


def votes_on(decision: Decision, viewer: Officer, *, at: datetime) -> tuple[VoteRead, ...]:
    """The votes behind a decision; none where no panel took it."""
    panel = Panel.objects.filter(decision=decision).select_related("case", "decision").first()
    return read_votes(panel, viewer, at=at) if panel else ()


def read_votes(panel: Panel, viewer: Officer, *, at: datetime) -> tuple[VoteRead, ...]:
    """How each member voted, dissent and all. Before the decision only members who sit read them, and only when all
    have voted, so that nobody's vote leans on another's; afterwards whoever may read the reasons."""
    access.require(viewer, access.Act.READ_SCREENING, panel.case)
    if panel.decision is None and not may_open_votes(panel, viewer):
        raise NotPermitted(
            _("Votes stay sealed until every member has voted, and open to those who sit."),
            _("Vote first, or wait for the others."),
            subject=f"case:{panel.case_id}",
        )
    sat = panel.seats.filter(officer=viewer, status=PanelSeat.Status.SITS).exists()
    kept = {} if sat else of_reading(viewer, access.Act.READ_SCREENING, panel.case)
    with ledger.reading():
        subject = f"case:{panel.case_id}"
        ledger.write(act="read_votes", by=viewer, at=at, subject=subject, fields=FIELDS, panel=panel.pk, **kept)
        return tuple(_read(seat, panel.decision) for seat in seats(panel))


def may_open_votes(panel: Panel, viewer: Officer) -> bool:
    """All who were invited and neither excused nor in conflict have voted, and the viewer sits."""
    rows = list(panel.seats.filter(status__in=AWAITED).values_list("officer", "status", "voted_at"))
    sits = any(officer == viewer.pk and status == PanelSeat.Status.SITS for officer, status, _voted in rows)
    return sits and all(voted is not None for _officer, _status, voted in rows)


def _read(seat: PanelSeat, decision: Decision | None) -> VoteRead:
    kept = vault.unseal(seat)
    vote = _last_vote(seat) if seat.status == PanelSeat.Status.SITS else {}
    outcome = vote.get("outcome", "")
    dissents = bool(outcome) and decision is not None and outcome != decision.outcome
    return VoteRead(seat, outcome, vote.get("reasons", ""), vote.get("elements", {}), kept.get("because", ""), dissents)


def _last_vote(seat: PanelSeat) -> dict[str, Any]:
    votes = vault.unseal(seat).get("votes", [])
    return dict(votes[-1]) if votes else {}
