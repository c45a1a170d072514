"""The panel through the API: calling it together, declaring, voting, concluding, reading the votes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import DecisionShown, Seen, shown
from panoh.identification.queries import PanelPage, VoteRead, as_seen, decision_for, panel_in, panel_page, votes_on
from panoh.registry.access import Act
from panoh.registry.models import Case, Officer
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.queries.officers import officers_named


class Members(Seen):
    """Sign-in names."""

    members: list[str]


class Convened(Members):
    exploited_as_child: bool = False


class Declared(Seen):
    """The declaration has no default: it is made, or nobody sits."""

    conflict_of_interest: bool
    because: str = ""


class ExcuseSeen(Seen):
    member: str


class Excused(ExcuseSeen):
    because: str


class VoteGiven(Seen):
    outcome: Literal["positive", "negative"]
    act: str
    means: str = ""
    purpose: str
    reasons: str = ""


class Concluded(Seen):
    form: Literal["labour", "sexual", "other", "unknown"]
    reasons: str


class SeatShown(Schema):
    member: str
    agency: str
    status: str
    voted_at: datetime | None


class VoteShown(Schema):
    member: str
    agency: str
    status: str
    outcome: str
    elements: dict[str, str]
    reasons: str
    because: str
    dissents: bool

    @classmethod
    def of(cls, read: VoteRead) -> VoteShown:
        return cls(
            member=read.seat.officer.username,
            agency=read.seat.agency.code,
            status=read.seat.status,
            outcome=read.outcome,
            elements=read.elements,
            reasons=read.reasons,
            because=read.because,
            dissents=read.dissents,
        )


class PanelShown(Schema):
    """`votes` is empty until all voted and the caller sits; `undecided` then says why nothing is decided yet."""

    seats: list[SeatShown]
    may_be_invited: list[str]
    to_excuse: list[str]
    votes: list[VoteShown]
    positive: bool | None
    undecided: str

    @classmethod
    def of(cls, page: PanelPage) -> PanelShown:
        return cls(
            seats=[
                SeatShown(
                    member=seat.officer.username, agency=seat.agency.code, status=seat.status, voted_at=seat.voted_at
                )
                for seat in page.seats
            ],
            may_be_invited=[each.officer.username for each in page.candidates if each.barred is None],
            to_excuse=[each.seat.officer.username for each in page.to_excuse],
            votes=[VoteShown.of(read) for read in page.votes],
            positive=page.result.positive if page.result else None,
            undecided=(page.result.undecided or "") if page.result else "",
        )


@router.get("/cases/{case_id}/panel", response=PanelShown)
def panel(request: HttpRequest, case_id: UUID) -> PanelShown:
    return _shown(request, case_for(officer_of(request), case_id, Act.DECIDE_FORMALLY))


@router.post("/cases/{case_id}/panel", response=PanelShown)
def convene(request: HttpRequest, case_id: UUID, given: Convened) -> PanelShown:
    case = _case(request, case_id, given)
    actions.convene_panel(
        case=case,
        members=officers_named(given.members),
        exploited_as_child=given.exploited_as_child,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/members", response=PanelShown)
def invite(request: HttpRequest, case_id: UUID, given: Members) -> PanelShown:
    case = _case(request, case_id, given)
    found, members = panel_in(case), officers_named(given.members)
    actions.invite_to_panel(panel=found, members=members, by=officer_of(request), at=timezone.now())
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/declaration", response=PanelShown)
def declare(request: HttpRequest, case_id: UUID, given: Declared) -> PanelShown:
    case = _case(request, case_id, given)
    conflict = given.conflict_of_interest
    actions.declare_for_panel(
        panel=panel_in(case),
        conflict_of_interest=conflict,
        because=given.because,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/excuse", response=PanelShown)
def excuse(request: HttpRequest, case_id: UUID, given: Excused) -> PanelShown:
    case = _case(request, case_id, given)
    found, (member,) = panel_in(case), officers_named([given.member])
    actions.excuse_member(panel=found, member=member, because=given.because, by=officer_of(request), at=timezone.now())
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/excuse/agreement", response=PanelShown)
def agree_to_excuse(request: HttpRequest, case_id: UUID, given: ExcuseSeen) -> PanelShown:
    case = _case(request, case_id, given)
    found, (member,) = panel_in(case), officers_named([given.member])
    actions.agree_to_excuse(panel=found, member=member, by=officer_of(request), at=timezone.now())
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/vote", response=PanelShown)
def vote(request: HttpRequest, case_id: UUID, given: VoteGiven) -> PanelShown:
    case = _case(request, case_id, given)
    actions.vote(
        panel=panel_in(case),
        outcome=given.outcome,
        elements={"act": given.act, "means": given.means, "purpose": given.purpose},
        reasons=given.reasons,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _shown(request, case)


@router.post("/cases/{case_id}/panel/conclusion", response=DecisionShown)
def conclude(request: HttpRequest, case_id: UUID, given: Concluded) -> DecisionShown:
    case, officer = _case(request, case_id, given), officer_of(request)
    return shown(
        actions.conclude_panel(
            panel=panel_in(case), form=given.form, reasons=given.reasons, by=officer, at=timezone.now()
        )
    )


@router.get("/decisions/{decision_id}/votes", response=list[VoteShown])
def votes(request: HttpRequest, decision_id: UUID) -> list[VoteShown]:
    """Empty where no panel took the decision."""
    officer: Officer = officer_of(request)
    return [VoteShown.of(read) for read in votes_on(decision_for(officer, decision_id), officer, at=timezone.now())]


def _case(request: HttpRequest, case_id: UUID, given: Seen) -> Case:
    return as_seen(case_for(officer_of(request), case_id, Act.DECIDE_FORMALLY), given.seen)


def _shown(request: HttpRequest, case: Case) -> PanelShown:
    return PanelShown.of(panel_page(case, officer_of(request), at=timezone.now()))
