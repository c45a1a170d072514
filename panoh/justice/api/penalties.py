"""API of penalties on a person, their link with the exploitation, and what lifts them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import LinkAssessment, Penalty, Relief
from panoh.justice.models.penalties import PenaltyAuthority
from panoh.justice.queries.penalties import RECORD, PenaltyShown, penalties_page, penalty_for, penalty_page, relief_for
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening.queries.roster import entry_for


class LinePenaltyIn(Schema):
    """`kind`: fine, detention, charge, conviction or removal. `article` as the paper has it. `on`: of a removal the day it
    is planned for. `place` is sealed, or kept as a blind index only where the person has no case. Amount and currency:
    both or neither."""

    kind: str
    on: date
    authority: PenaltyAuthority
    article: str = Field("", max_length=60)
    until: date | None = None
    amount: Decimal | None = Field(None, max_digits=12, decimal_places=2)
    currency: str = Field("", max_length=3)
    place: str = Field("", max_length=120)
    with_suspect: bool | None = None


class PenaltyIn(LinePenaltyIn):
    words: str = Field("", max_length=3000)


class PenaltyMade(Schema):
    """`assess_by`: by when somebody looks whether it hangs together with the exploitation."""

    id: UUID
    assess_by: datetime


class LinkIn(Schema):
    """`after`: the `standing` assessment the caller saw; where another stands now it is refused with 409."""

    compulsion: LinkAssessment.Answer
    causation: LinkAssessment.Answer
    reasons: str = Field(min_length=1, max_length=3000)
    after: UUID | None = None


class LinkOut(Schema):
    outcome: LinkAssessment.LinkOutcome
    listed: bool


class ReliefIn(Schema):
    """`kind`: release, stay, discontinuance, annulment, refund or expungement."""

    kind: str
    asked_of: PenaltyAuthority
    on: date
    words: str = Field("", max_length=3000)


class ReliefOut(Schema):
    id: UUID
    kind: str
    asked_of: PenaltyAuthority
    asked_on: date
    granted: bool | None
    decided_on: date | None
    done_on: date | None


class BecameIn(Schema):
    became: Literal["granted", "refused", "done"]
    on: date
    words: str = Field("", max_length=3000)


class PenaltyOut(PenaltyMade):
    """`outcome` is empty until somebody looked at the link. `asks_purpose`: what is written of it and its place are empty until
    the header X-Purpose says what they are opened for; its link is looked at without that."""

    kind: str
    on: date
    until: date | None
    authority: PenaltyAuthority
    offence: str
    amount: Decimal | None
    currency: str
    with_suspect: bool | None
    words: str
    place: str
    outcome: LinkAssessment.LinkOutcome | None
    standing: UUID | None
    reliefs: list[ReliefOut]
    asks_purpose: bool

    @staticmethod
    def of(each: PenaltyShown) -> PenaltyOut:
        row, standing = each.row, each.standing
        return PenaltyOut(
            id=row.pk,
            assess_by=row.assess_by,
            kind=row.kind,
            on=row.imposed_on,
            until=row.until_on,
            authority=PenaltyAuthority(row.authority),
            offence=row.offence,
            amount=row.amount,
            currency=row.currency,
            with_suspect=row.with_suspect,
            words=each.words,
            place=each.place,
            outcome=LinkAssessment.LinkOutcome(standing.outcome) if standing else None,
            standing=standing.pk if standing else None,
            reliefs=[ReliefOut.model_validate(told.row, from_attributes=True) for told in each.reliefs],
            asks_purpose=each.asks_purpose,
        )


@router.get("/cases/{case_id}/penalties", response=list[PenaltyOut])
def read_penalties(request: HttpRequest, case_id: UUID) -> list[PenaltyOut]:
    officer = officer_of(request)
    case = case_for(officer, case_id, RECORD)
    return [PenaltyOut.of(each) for each in penalties_page(officer, case, at=timezone.now())]


@router.post("/cases/{case_id}/penalties", response={201: PenaltyMade})
def record_penalty(request: HttpRequest, case_id: UUID, given: PenaltyIn) -> Status[Penalty]:
    officer = officer_of(request)
    case, told = case_for(officer, case_id, RECORD), actions.PenaltyGiven(**given.dict())
    return Status(201, actions.record_penalty(case=case, given=told, by=officer, at=timezone.now()))


@router.post("/lines/{entry_id}/penalties", response={201: PenaltyMade})
def record_penalty_of_line(request: HttpRequest, entry_id: UUID, given: LinePenaltyIn) -> Status[Penalty]:
    """Of somebody on a roster; nothing written about them is kept where they have no case."""
    officer = officer_of(request)
    entry, told = entry_for(officer, entry_id), actions.PenaltyGiven(**given.dict())
    return Status(201, actions.record_penalty(entry=entry, given=told, by=officer, at=timezone.now()))


@router.get("/penalties/{penalty_id}", response=PenaltyOut)
def read_penalty(request: HttpRequest, penalty_id: UUID) -> PenaltyOut:
    return PenaltyOut.of(penalty_page(officer_of(request), penalty_id, at=timezone.now()))


@router.post("/penalties/{penalty_id}/link", response={201: LinkOut})
def assess_link(request: HttpRequest, penalty_id: UUID, given: LinkIn) -> Status[LinkAssessment]:
    officer = officer_of(request)
    row = penalty_for(officer, penalty_id)
    return Status(201, actions.assess_link(penalty=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/penalties/{penalty_id}/reliefs", response={201: ReliefOut})
def ask_relief(request: HttpRequest, penalty_id: UUID, given: ReliefIn) -> Status[Relief]:
    officer = officer_of(request)
    row = penalty_for(officer, penalty_id)
    return Status(201, actions.ask_relief(penalty=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/reliefs/{relief_id}/became", response=ReliefOut)
def record_relief(request: HttpRequest, relief_id: UUID, given: BecameIn) -> Relief:
    officer = officer_of(request)
    row = relief_for(officer, relief_id)
    return actions.record_relief(relief=row, **given.dict(), by=officer, at=timezone.now())
