"""API of returns: the same acts as their pages, each condition by itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.actions import ReturnGiven
from panoh.protection.api.house import router
from panoh.protection.models import Return, ReturnContact, ReturnRisk, ReturnWish
from panoh.protection.queries.returned import return_to_follow
from panoh.protection.queries.returns import ReturnPage, return_for, return_page, return_received_by, returns_of
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.wording import spoken


class ReturnIn(Schema):
    """`to_region` within the country only; `unmarked`: no paper a carrier sees says what happened."""

    to_country: str = Field(max_length=2)
    to_region: str = Field("", max_length=12)
    planned_on: date
    where: str = Field(min_length=1, max_length=3000)
    reintegration: str = Field("", max_length=3000)
    remedies: str = Field("", max_length=3000)
    document: Return.Document = Return.Document.ASKED
    fit: bool | None = None
    escort: Return.Escort = Return.Escort.TO_ARRANGE
    unmarked: bool = False


class ReturnChangedIn(ReturnIn):
    """`after`: the `mark` of the return as the caller read it; otherwise it is refused with 409. So with its conditions."""

    after: str


class ReturnMade(Schema):
    id: UUID


class LackingOut(Schema):
    key: str
    reason: str
    way_forward: str


class ReturnRiskOut(Schema):
    answers: dict[str, str]
    conclusion: ReturnRisk.Conclusion
    danger: str
    own_view: str
    measures: str


class ReturnWishOut(Schema):
    wished: bool
    said_at: datetime
    words: str


class ReturnOut(Schema):
    """`stands`: planned, ready, departed, received or ended. `lacking`: what stands before a departure today.
    `risk`, `wish`, `body`, `agreed_with` and `mark` are for whoever prepares it."""

    id: UUID
    case: UUID
    stands: str
    to_country: str
    planned_on: date
    departed_at: datetime | None
    arrived_on: date | None
    where: str
    reintegration: str
    risk_good_until: datetime | None
    risk: ReturnRiskOut | None
    wish: ReturnWishOut | None
    body: str
    agreed_with: str
    fields: list[str]
    lacking: list[LackingOut]
    mark: str


class ReturnListed(Schema):
    id: UUID
    case: UUID
    to_country: str
    planned_on: date
    departed_at: datetime | None


class ReturnRiskIn(Schema):
    """`answers`: yes, no or unknown for every factor of the country's list."""

    answers: dict[str, str]
    conclusion: ReturnRisk.Conclusion
    danger: str = Field(min_length=1, max_length=3000)
    own_view: str = Field("", max_length=3000)
    measures: str = Field("", max_length=3000)
    after: str


class ReturnWishIn(Schema):
    wished: bool
    present: ReturnWish.Present
    language: str = Field(min_length=2, max_length=12)
    told_free: bool
    words: str = Field(min_length=1, max_length=3000)
    after: str


class ReceiverIn(Schema):
    """`desk`: code of a desk in the country; `body`: name of a body abroad. `fields`: what they are told, and no more."""

    desk: str = ""
    body: str = Field("", max_length=200)
    agreed_with: str = Field(min_length=1, max_length=3000)
    fields: list[str] = []
    after: str


class CallOffIn(Schema):
    because: Return.CalledOff


class ReceivedIn(Schema):
    arrived_on: date
    words: str = Field(min_length=1, max_length=3000)


class ReturnContactIn(Schema):
    months: int
    came: ReturnContact.Came
    words: str = Field("", max_length=3000)


@router.get("/returns", response=list[ReturnListed])
def read_returns(request: HttpRequest) -> list[ReturnListed]:
    officer = officer_of(request)
    access.require(officer, access.Act.RECEIVE_RETURN)
    return [
        ReturnListed(
            id=each.pk,
            case=each.case_id,
            to_country=each.to_country,
            planned_on=each.planned_on,
            departed_at=each.departed_at,
        )
        for each in returns_of(officer)[:200]
    ]


@router.post("/cases/{case_id}/returns", response={201: ReturnMade})
def plan_return(request: HttpRequest, case_id: UUID, given: ReturnIn) -> Status[Return]:
    officer = officer_of(request)
    case = case_for(officer, case_id, access.Act.PREPARE_RETURN)
    return Status(201, actions.plan_return(case=case, given=ReturnGiven(**given.dict()), by=officer, at=timezone.now()))


@router.get("/returns/{return_id}", response=ReturnOut)
def read_return(request: HttpRequest, return_id: UUID) -> ReturnOut:
    return _out(return_page(officer_of(request), return_id, at=timezone.now()))


@router.post("/returns/{return_id}/plan", response={204: None})
def change_return(request: HttpRequest, return_id: UUID, given: ReturnChangedIn) -> Status[None]:
    officer = officer_of(request)
    row, plan = return_for(officer, return_id), ReturnGiven(**given.dict(exclude={"after"}))
    actions.change_return(of_return=row, given=plan, after=given.after, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/returns/{return_id}/risk", response={201: ReturnMade})
def assess_return_risk(request: HttpRequest, return_id: UUID, given: ReturnRiskIn) -> Status[ReturnRisk]:
    officer = officer_of(request)
    row = return_for(officer, return_id)
    return Status(201, actions.assess_return_risk(of_return=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/returns/{return_id}/wish", response={201: ReturnMade})
def record_return_wish(request: HttpRequest, return_id: UUID, given: ReturnWishIn) -> Status[ReturnWish]:
    officer = officer_of(request)
    row = return_for(officer, return_id)
    return Status(201, actions.record_return_wish(of_return=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/returns/{return_id}/receiver", response={204: None})
def name_receiver(request: HttpRequest, return_id: UUID, given: ReceiverIn) -> Status[None]:
    officer = officer_of(request)
    row = return_for(officer, return_id)
    desk = get_object_or_404(Desk, code=given.desk) if given.desk else None
    told = {"body": given.body, "agreed_with": given.agreed_with, "fields": tuple(given.fields), "after": given.after}
    actions.name_receiver(of_return=row, desk=desk, **told, by=officer, at=timezone.now())  # type: ignore[arg-type]  # as the act names them
    return Status(204, None)


@router.post("/returns/{return_id}/call-off", response={204: None})
def call_off_return(request: HttpRequest, return_id: UUID, given: CallOffIn) -> Status[None]:
    officer = officer_of(request)
    row = return_for(officer, return_id)
    actions.call_off_return(of_return=row, because=given.because, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/returns/{return_id}/departure", response={204: None})
def depart(request: HttpRequest, return_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.depart(of_return=return_for(officer, return_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/returns/{return_id}/arrival", response={204: None})
def receive_return(request: HttpRequest, return_id: UUID, given: ReceivedIn) -> Status[None]:
    officer = officer_of(request)
    row = return_received_by(officer, return_id)
    actions.receive_return(of_return=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/returns/{return_id}/contacts", response={204: None})
def record_return_contact(request: HttpRequest, return_id: UUID, given: ReturnContactIn) -> Status[None]:
    officer = officer_of(request)
    row = return_to_follow(officer, return_id)
    actions.record_return_contact(of_return=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


def _out(page: ReturnPage) -> ReturnOut:
    row = page.row
    return ReturnOut(
        id=row.pk,
        case=row.case_id,
        stands=page.stands,
        to_country=row.to_country,
        planned_on=row.planned_on,
        departed_at=row.departed_at,
        arrived_on=row.arrived_on,
        where=page.told.get("where", ""),
        reintegration=page.told.get("reintegration", ""),
        risk_good_until=page.good_until,
        risk=_risk(page),
        wish=_wish(page),
        body=page.told.get("body", ""),
        agreed_with=page.told.get("agreed_with", ""),
        fields=row.fields if page.keeps else [],
        mark=page.mark,
        lacking=[
            LackingOut(key=each.key, reason=spoken(each.reason), way_forward=spoken(each.way_forward))
            for each in page.lacking
        ],
    )


def _risk(page: ReturnPage) -> ReturnRiskOut | None:
    row = page.risk
    if row is None:
        return None
    words = {name: page.risk_words.get(name, "") for name in ("danger", "own_view", "measures")}
    return ReturnRiskOut(answers=row.factors, conclusion=ReturnRisk.Conclusion(row.conclusion), **words)


def _wish(page: ReturnPage) -> ReturnWishOut | None:
    row = page.wish
    return ReturnWishOut(wished=row.wished, said_at=row.said_at, words=page.wish_words) if row else None
