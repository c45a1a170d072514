"""API of residence: asking, deciding, the remedy, and the end of a permit, by the same acts as the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import PermitAppeal, PermitDecision, PermitRequest, ResidencePermit
from panoh.justice.queries.residence import (
    ASK,
    AppealShown,
    DecisionShown,
    RequestShown,
    appeal_for,
    deciding_desk,
    permit_for,
    request_for,
    residence_page,
)
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class ExtensionIn(Schema):
    """`to_desk`: code of a desk that decides on permits."""

    to_desk: str = Field(max_length=60)
    made_by: PermitRequest.AskedBy
    words: str = Field("", max_length=3000)
    representative: str = Field("", max_length=120)

    def asked(self) -> dict[str, Any]:
        return {**self.dict(), "to_desk": deciding_desk(self.to_desk)}


class PermitIn(ExtensionIn):
    ground: PermitRequest.PermitGround


class RequestMade(Schema):
    """`decide_by`: by when the authority decides; missed it escalates. `reckoned_until`: of an extension its last day."""

    id: UUID
    decide_by: datetime
    reckoned_until: date | None


class GrantIn(Schema):
    """Of an extension only `from_on`: its last day is computed."""

    from_on: date
    until_on: date | None = None
    permanent: bool = False


class RefusalIn(Schema):
    reasons: str = Field(min_length=1, max_length=3000)


class PermitOut(Schema):
    id: UUID
    kind: ResidencePermit.PermitKind
    from_on: date
    until_on: date | None
    ended_on: date | None
    ended_because: str


class AppealIn(Schema):
    asked_of: PermitAppeal.AskedOf
    on: date
    words: str = Field("", max_length=3000)


class AppealBecameIn(Schema):
    succeeded: bool
    on: date
    words: str = Field("", max_length=3000)


class AppealMade(Schema):
    id: UUID
    asked_of: PermitAppeal.AskedOf
    asked_on: date
    decided_on: date | None
    succeeded: bool | None


class AppealOut(AppealMade):
    asked: str
    answered: str

    @staticmethod
    def of(each: AppealShown) -> AppealOut:
        made = AppealMade.model_validate(each.row, from_attributes=True)
        return AppealOut(**made.dict(), asked=each.asked, answered=each.answered)


class DecisionMade(Schema):
    id: UUID
    granted: bool
    at: datetime
    set_aside_at: datetime | None
    left_at: datetime | None


class DecisionOut(DecisionMade):
    reasons: str
    appeals: list[AppealOut]

    @staticmethod
    def of(each: DecisionShown) -> DecisionOut:
        made = DecisionMade.model_validate(each.row, from_attributes=True)
        return DecisionOut(**made.dict(), reasons=each.reasons, appeals=list(map(AppealOut.of, each.appeals)))


class RequestOut(RequestMade):
    """`asks_purpose`: words, reasons and who speaks for the person are empty until the header X-Purpose says what they are opened
    for."""

    ground: PermitRequest.PermitGround
    state: PermitRequest.RequestState
    to_desk: str
    asked_at: datetime
    words: str
    representative: str
    decisions: list[DecisionOut]
    permit: PermitOut | None
    asks_purpose: bool

    @staticmethod
    def of(each: RequestShown) -> RequestOut:
        row = each.row
        return RequestOut(
            id=row.pk,
            decide_by=row.decide_by,
            reckoned_until=row.reckoned_until,
            ground=PermitRequest.PermitGround(row.ground),
            state=PermitRequest.RequestState(row.state),
            to_desk=row.to_desk.code,
            asked_at=row.asked_at,
            words=each.words,
            representative=each.representative,
            decisions=list(map(DecisionOut.of, each.decisions)),
            permit=PermitOut.model_validate(each.permit, from_attributes=True) if each.permit else None,
            asks_purpose=each.asks_purpose,
        )


class PermitEndIn(Schema):
    because: ResidencePermit.NotNeeded
    on: date


@router.get("/cases/{case_id}/residence", response=list[RequestOut])
def read_residence(request: HttpRequest, case_id: UUID) -> list[RequestOut]:
    """The newest first; a desk that decides sees those it was asked."""
    page = residence_page(officer_of(request), case_id, at=timezone.now())
    return list(map(RequestOut.of, page.requests))


@router.post("/cases/{case_id}/permit-requests", response={201: RequestMade})
def ask_permit(request: HttpRequest, case_id: UUID, given: PermitIn) -> Status[PermitRequest]:
    officer = officer_of(request)
    case = case_for(officer, case_id, ASK)
    return Status(201, actions.ask_permit(case=case, **given.asked(), by=officer, at=timezone.now()))


@router.post("/permits/{permit_id}/extension", response={201: RequestMade})
def ask_extension(request: HttpRequest, permit_id: UUID, given: ExtensionIn) -> Status[PermitRequest]:
    """The last day follows from the criminal proceedings; which they are is told to nobody."""
    officer = officer_of(request)
    permit = permit_for(officer, permit_id)
    return Status(201, actions.ask_extension(permit=permit, **given.asked(), by=officer, at=timezone.now()))


@router.post("/permits/{permit_id}/end", response=PermitOut)
def end_permit(request: HttpRequest, permit_id: UUID, given: PermitEndIn) -> ResidencePermit:
    officer = officer_of(request)
    permit = permit_for(officer, permit_id)
    return actions.end_permit(permit=permit, **given.dict(), by=officer, at=timezone.now())


@router.post("/permit-requests/{permit_request_id}/grant", response={201: PermitOut})
def grant_permit(request: HttpRequest, permit_request_id: UUID, given: GrantIn) -> Status[ResidencePermit]:
    officer = officer_of(request)
    row = request_for(officer, permit_request_id)
    return Status(201, actions.grant_permit(request=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/permit-requests/{permit_request_id}/refusal", response={201: DecisionMade})
def refuse_permit(request: HttpRequest, permit_request_id: UUID, given: RefusalIn) -> Status[PermitDecision]:
    officer = officer_of(request)
    row = request_for(officer, permit_request_id)
    return Status(201, actions.refuse_permit(request=row, reasons=given.reasons, by=officer, at=timezone.now()))


@router.post("/permit-requests/{permit_request_id}/take-back", response=RequestMade)
def take_back_request(request: HttpRequest, permit_request_id: UUID) -> PermitRequest:
    officer = officer_of(request)
    return actions.take_back_request(request=request_for(officer, permit_request_id), by=officer, at=timezone.now())


@router.post("/permit-requests/{permit_request_id}/leave", response=DecisionMade)
def leave_refusal(request: HttpRequest, permit_request_id: UUID) -> PermitDecision:
    """The person was told of the refusal and does not appeal now."""
    officer = officer_of(request)
    return actions.leave_refusal(request=request_for(officer, permit_request_id), by=officer, at=timezone.now())


@router.post("/permit-requests/{permit_request_id}/appeal", response={201: AppealMade})
def appeal_refusal(request: HttpRequest, permit_request_id: UUID, given: AppealIn) -> Status[PermitAppeal]:
    officer = officer_of(request)
    row = request_for(officer, permit_request_id)
    return Status(201, actions.appeal_refusal(request=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/permit-appeals/{permit_appeal_id}/became", response=AppealMade)
def appeal_became(request: HttpRequest, permit_appeal_id: UUID, given: AppealBecameIn) -> PermitAppeal:
    officer = officer_of(request)
    row = appeal_for(officer, permit_appeal_id)
    return actions.record_appeal(appeal=row, **given.dict(), by=officer, at=timezone.now())
