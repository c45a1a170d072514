"""API of the independent advocate: the same acts and reads as its pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import Advocate
from panoh.protection.queries.advocates import advocate_for, advocate_in, advocate_page, advocate_view
from panoh.registry.access import Act
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class AdvocateCandidate(Schema):
    """`ties`: what makes the desk dependent in this case; empty where it can be named."""

    desk: str
    name: str
    ties: list[str]


class AdvocateOut(Schema):
    id: int
    desk: str
    accepted: bool | None
    shares: list[str]
    named_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, row: Advocate) -> AdvocateOut:
        return cls(
            id=row.pk,
            desk=row.desk.code,
            accepted=row.accepted,
            shares=row.shares,
            named_at=row.named_at,
            ended_at=row.ended_at,
        )


class AdvocatesOut(Schema):
    now: AdvocateOut | None
    ties: list[str]
    candidates: list[AdvocateCandidate]


class AdvocateIn(Schema):
    """`desk`: its code. `shares`: what the person lets the advocate see. `until`: the last day, where they said one."""

    desk: str
    wished: bool
    shares: list[Literal["names", "birth_date", "contact", "reasons"]] = []
    until: date | None = None


class AdvocateAnswer(Schema):
    accepted: bool
    decline_reason: str = ""


class AdvocateEnd(Schema):
    because: Literal["wish", "leaves", "not_independent"]


class DecisionTold(Schema):
    id: UUID
    stage: str
    outcome: str
    told: bool


class AdvocacyOut(Schema):
    """Before the answer only the reference; after it what the person shares."""

    advocate: AdvocateOut
    reference: str
    state: str
    names: list[str]
    birth_date: str
    contact: str
    decisions: list[DecisionTold]


@router.get("/cases/{case_id}/advocate", response=AdvocatesOut)
def read_advocate(request: HttpRequest, case_id: UUID) -> AdvocatesOut:
    page = advocate_page(case_for(officer_of(request), case_id, Act.NAME_ADVOCATE))
    return AdvocatesOut(
        now=AdvocateOut.of(page.now) if page.now else None,
        ties=list(page.tied),
        candidates=[
            AdvocateCandidate(desk=each.desk.code, name=str(each.desk), ties=list(each.ties))
            for each in page.candidates
        ],
    )


@router.post("/cases/{case_id}/advocate", response={201: AdvocateOut})
def name_advocate(request: HttpRequest, case_id: UUID, given: AdvocateIn) -> Status[AdvocateOut]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.NAME_ADVOCATE)
    desk = get_object_or_404(Desk, code=given.desk)
    told = given.dict(exclude={"desk"})
    return Status(
        201, AdvocateOut.of(actions.name_advocate(case=case, desk=desk, **told, by=officer, at=timezone.now()))
    )


@router.get("/advocates/{advocate_id}", response=AdvocacyOut)
def read_advocacy(request: HttpRequest, advocate_id: int) -> AdvocacyOut:
    view = advocate_view(officer_of(request), advocate_id, at=timezone.now())
    known = view.identity
    return AdvocacyOut(
        advocate=AdvocateOut.of(view.advocate),
        reference=view.case.reference,
        state=view.case.state if view.advocate.accepted else "",
        names=[each["text"] for each in known.names] if known else [],
        birth_date=known.birth_date if known else "",
        contact=view.reach.way if view.reach else "",
        decisions=[
            DecisionTold(id=each.decision.pk, stage=each.decision.stage, outcome=each.decision.outcome, told=each.told)
            for each in view.decisions
        ],
    )


@router.post("/advocates/{advocate_id}/answer", response=AdvocateOut)
def answer(request: HttpRequest, advocate_id: int, given: AdvocateAnswer) -> AdvocateOut:
    officer = officer_of(request)
    asked = advocate_for(officer, advocate_id)
    answered = actions.answer_as_advocate(advocate=asked, **given.dict(), by=officer, at=timezone.now())
    return AdvocateOut.of(answered)


@router.post("/advocates/{advocate_id}/end", response=AdvocateOut)
def end(request: HttpRequest, advocate_id: int, given: AdvocateEnd) -> AdvocateOut:
    officer = officer_of(request)
    named = advocate_in(officer, advocate_id)
    return AdvocateOut.of(actions.end_advocate(advocate=named, because=given.because, by=officer, at=timezone.now()))


@router.post("/advocates/{advocate_id}/noted", response=AdvocateOut)
def note(request: HttpRequest, advocate_id: int) -> AdvocateOut:
    officer = officer_of(request)
    named = advocate_for(officer, advocate_id)
    return AdvocateOut.of(actions.note_decisions(advocate=named, by=officer, at=timezone.now()))
