"""API of complaints that a person was made to pay."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import ChargeAnswer, ChargeComplaint
from panoh.protection.queries.charges import charges_page, complaint_for
from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class ChargeIn(Schema):
    """Amount and currency: both, or neither where they are not known."""

    service: str
    words: str = Field(min_length=1, max_length=3000)
    amount: Decimal | None = Field(None, max_digits=12, decimal_places=2)
    currency: str = Field("", max_length=3)
    by_person: bool


class ChargeAnswerIn(Schema):
    outcome: ChargeAnswer.Found
    words: str = Field(min_length=1, max_length=3000)


class ChargeAnswerOut(ChargeAnswerIn):
    at: datetime
    words: str


class ChargeOut(ChargeIn):
    """`asks_purpose`: the words are empty until the header X-Purpose says what they are opened for."""

    id: UUID
    words: str
    made_at: datetime
    answers: list[ChargeAnswerOut]
    asks_purpose: bool


class ChargeMade(Schema):
    id: UUID


@router.get("/cases/{case_id}/charges", response=list[ChargeOut])
def read_charges(request: HttpRequest, case_id: UUID) -> list[ChargeOut]:
    officer = officer_of(request)
    rows = charges_page(officer, case_for(officer, case_id, Act.RECORD_NEED), at=timezone.now())
    return [
        ChargeOut(
            id=each.row.pk,
            service=each.row.service,
            words=each.words,
            amount=each.row.amount,
            currency=each.row.currency,
            by_person=each.row.by_person,
            made_at=each.row.made_at,
            answers=[
                ChargeAnswerOut(outcome=ChargeAnswer.Found(told.row.outcome), words=told.words, at=told.row.at)
                for told in each.answers
            ],
            asks_purpose=each.asks_purpose,
        )
        for each in rows
    ]


@router.post("/cases/{case_id}/charges", response={201: ChargeMade})
def complain_of_charge(request: HttpRequest, case_id: UUID, given: ChargeIn) -> Status[ChargeComplaint]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.RECORD_NEED)
    return Status(201, actions.complain_of_charge(case=case, **given.dict(), by=officer, at=timezone.now()))


@router.post("/charges/{complaint_id}/answers", response={201: ChargeMade})
def answer_charge(request: HttpRequest, complaint_id: UUID, given: ChargeAnswerIn) -> Status[ChargeAnswer]:
    officer = officer_of(request)
    complaint = complaint_for(officer, complaint_id)
    return Status(201, actions.answer_charge(complaint=complaint, **given.dict(), by=officer, at=timezone.now()))
