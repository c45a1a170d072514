"""API of transfers abroad: what waits for the data-protection officer, and the answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import TransferAbroad
from panoh.protection.queries.abroad import due_at, transfer_for, transfer_page, waiting_transfers
from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of


class TransferListed(Schema):
    id: UUID
    reference: str
    country: str
    asked_at: datetime
    due_at: datetime
    approved: bool | None


class TransferAbroadOut(TransferListed):
    """`fields`: what the body would be told; not who the person is."""

    body: str
    purpose: str
    fields: list[str]
    child: bool
    consent_given: bool
    refused_because: str
    answer: str


class TransferAnswerIn(Schema):
    """A refusal has its reason, and words that say what would have to be otherwise."""

    approved: bool
    because: TransferAbroad.Refused | Literal[""] = ""
    words: str = Field("", max_length=3000)


@router.get("/transfers", response=list[TransferListed])
def transfers_to_answer(request: HttpRequest) -> list[dict[str, Any]]:
    officer = officer_of(request)
    require(officer, Act.APPROVE_TRANSFER)
    return [_listed(each) for each in waiting_transfers(officer)[:200]]


@router.get("/transfers/{transfer_abroad_id}", response=TransferAbroadOut)
def transfer_abroad(request: HttpRequest, transfer_abroad_id: UUID) -> dict[str, Any]:
    page = transfer_page(officer_of(request), transfer_abroad_id, at=timezone.now())
    return {
        **_listed(page.row),
        "body": page.body,
        "purpose": page.purpose,
        "fields": page.row.fields,
        "child": page.child,
        "consent_given": page.consent is not None,
        "refused_because": page.row.refused_because,
        "answer": page.answer,
    }


@router.post("/transfers/{transfer_abroad_id}/answer", response={204: None})
def answer_transfer(request: HttpRequest, transfer_abroad_id: UUID, given: TransferAnswerIn) -> Status[None]:
    officer = officer_of(request)
    row = transfer_for(officer, transfer_abroad_id)
    actions.answer_transfer(transfer=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


def _listed(row: TransferAbroad) -> dict[str, Any]:
    return {
        "id": row.pk,
        "reference": row.case.reference,
        "country": row.country,
        "asked_at": row.asked_at,
        "due_at": due_at(row.asked_at),
        "approved": row.approved,
    }
