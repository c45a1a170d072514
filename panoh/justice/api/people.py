"""API of defendants, judgments and victims of criminal cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import Defendant, Sentence, VictimLink
from panoh.justice.queries.cases import criminal_case_for
from panoh.justice.queries.inside import part_for
from panoh.registry.models import Sex
from panoh.registry.pages import officer_of


class DefendantIn(Schema):
    """`nationality`: two letters. `name`: only where the desk needs it here; sealed."""

    sex: Sex = Sex.UNKNOWN
    nationality: str = Field("", max_length=2)
    official: Defendant.Official = Defendant.Official.UNKNOWN
    name: str = Field("", max_length=120)


class DefendantMade(Schema):
    id: UUID
    number: int


class HeldIn(Schema):
    place: str = Field(min_length=1, max_length=120)
    on: date


class OnIn(Schema):
    on: date


class SentenceIn(Schema):
    """Terms in months. Leave out what the court did not pronounce. `after`: the `mark` of the defendant as the caller read it,
    empty for the first sentence; where something else stands now it is refused with 409."""

    on: date
    article: str
    convicted: bool
    custodial_months: int | None = Field(None, ge=1, le=600)
    suspended_months: int | None = Field(None, ge=1, le=600)
    fine: Decimal | None = Field(None, max_digits=12, decimal_places=2)
    currency: str = Field("", max_length=3)
    after: str = ""


class SentenceMade(Schema):
    """`flags`: what does not fit the register; it is kept as the court said it."""

    id: int
    offence: str
    part: str
    flags: list[str]


class VictimIn(Schema):
    """`reference` of the person's case, where they agreed to sharing with police or prosecutors; else empty."""

    reference: str = Field("", max_length=12)


class VictimMade(Schema):
    id: int
    number: int


@router.post("/criminal-cases/{criminal_case_id}/defendants", response={201: DefendantMade})
def add_defendant(request: HttpRequest, criminal_case_id: UUID, given: DefendantIn) -> Status[Defendant]:
    officer = officer_of(request)
    case, told = criminal_case_for(officer, criminal_case_id), actions.DefendantGiven(**given.dict())
    return Status(201, actions.add_defendant(criminal_case=case, given=told, by=officer, at=timezone.now()))


@router.post("/defendants/{defendant_id}/held", response={204: None})
def hold_defendant(request: HttpRequest, defendant_id: UUID, given: HeldIn) -> Status[None]:
    officer = officer_of(request)
    row = part_for(officer, Defendant, defendant_id)
    actions.hold_defendant(defendant=row, place=given.place, on=given.on, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/defendants/{defendant_id}/released", response={204: None})
def release_defendant(request: HttpRequest, defendant_id: UUID, given: OnIn) -> Status[None]:
    officer = officer_of(request)
    row = part_for(officer, Defendant, defendant_id)
    actions.release_defendant(defendant=row, on=given.on, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/defendants/{defendant_id}/sentences", response={201: SentenceMade})
def pronounce_sentence(request: HttpRequest, defendant_id: UUID, given: SentenceIn) -> Status[Sentence]:
    officer = officer_of(request)
    row = part_for(officer, Defendant, defendant_id)
    return Status(201, actions.pronounce_sentence(defendant=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/criminal-cases/{criminal_case_id}/victims", response={201: VictimMade})
def count_victim(request: HttpRequest, criminal_case_id: UUID, given: VictimIn) -> Status[VictimLink]:
    officer = officer_of(request)
    case = criminal_case_for(officer, criminal_case_id)
    return Status(201, actions.count_victim(criminal_case=case, **given.dict(), by=officer, at=timezone.now()))


@router.post("/victims/{victim_id}/end", response={204: None})
def unlink_victim(request: HttpRequest, victim_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.unlink_victim(victim=part_for(officer, VictimLink, victim_id), by=officer, at=timezone.now())
    return Status(204, None)
