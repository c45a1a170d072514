"""API of visits: planned, made or not let in; interviews that name nobody; signals and remedies."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.identification.models import Signal
from panoh.prevention import actions
from panoh.prevention.api.found import SaidAtSitesOut
from panoh.prevention.api.router import router
from panoh.prevention.models import Remedy, Visit
from panoh.prevention.queries.sites import site_for
from panoh.prevention.queries.visits import (
    VisitPage,
    own_visit_for,
    remedy_for,
    remedy_page,
    visit_for,
    visit_page,
    visits_by_day,
)
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of

MOST = 200


class VisitIn(Schema):
    """`desk`: code of the desk that goes."""

    desk: str
    planned_on: date


class VisitMadeIn(Schema):
    """`private`: people could be asked where nobody hears. Numbers: left out where nobody knows."""

    on: date
    private: bool
    present: int | None = Field(None, ge=0, le=1_000_000)
    declined: int | None = Field(None, ge=0, le=1_000_000)
    note: str = Field("", max_length=2000)


class VisitRefusedIn(Schema):
    """`refusal`: shut, later, escort, threat or gone."""

    on: date
    refusal: str
    note: str = Field("", max_length=2000)


class VisitCancelledIn(Schema):
    note: str = Field(max_length=2000)


class InterviewIn(Schema):
    """`id`: made where it is written down; sent twice it makes one. `answers`: yes, no or unknown by key of the question."""

    role: str
    sex: str
    age: str
    agreed: bool
    answers: dict[str, str] = {}
    id: UUID = Field(default_factory=uuid4)


class RaisedIn(Schema):
    words: str = Field(max_length=2000)
    child_possible: bool = False
    in_danger: bool = False


class RaisedOut(Schema):
    id: UUID
    reference: str


class RemedyIn(Schema):
    """`desk`: code of the desk that is asked."""

    what: str = Field(max_length=2000)
    desk: str
    due_on: date


class RemedyAnswerIn(Schema):
    """`became`: done or not_done."""

    became: str
    evidence: str = Field(max_length=2000)


class RemedyOut(Schema):
    id: UUID
    reference: str
    desk: str
    due_on: date
    became: str
    what: str
    evidence: str

    @classmethod
    def of(cls, row: Remedy, what: str, evidence: str) -> RemedyOut:
        own: dict[str, Any] = {key: getattr(row, key) for key in ("id", "reference", "due_on", "became")}
        return cls(**own, desk=row.desk.code, what=what, evidence=evidence)


class VisitOut(Schema):
    id: UUID
    reference: str
    site_id: UUID
    status: str
    planned_on: date
    on: date | None
    refusal: str
    present: int | None
    private: bool | None
    declined: int | None


class WholeVisitOut(VisitOut):
    """`found` is empty while too few were asked to show it."""

    name: str
    note: str
    asked: int
    signals: int
    found: SaidAtSitesOut | None
    remedies: list[RemedyOut]

    @classmethod
    def of(cls, page: VisitPage) -> WholeVisitOut:
        return cls(
            **VisitOut.from_orm(page.visit).dict(),
            name=page.name,
            note=page.note,
            asked=page.asked,
            signals=page.signals,
            found=SaidAtSitesOut.of(page.found) if page.found else None,
            remedies=[RemedyOut.of(each.row, each.what, each.evidence) for each in page.remedies],
        )


@router.get("/visits", response=list[VisitOut])
def read_visits(request: HttpRequest) -> list[Visit]:
    """The newest first, at most 200."""
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    return list(visits_by_day(officer)[:MOST])


@router.post("/sites/{site_id}/visits", response={201: VisitOut})
def plan_visit(request: HttpRequest, site_id: UUID, given: VisitIn) -> Status[Visit]:
    officer = officer_of(request)
    site, at = site_for(officer, site_id), timezone.now()
    desk = get_object_or_404(Desk, code=given.desk)
    return Status(201, actions.plan_visit(site=site, desk=desk, planned_on=given.planned_on, by=officer, at=at))


@router.get("/visits/{visit_id}", response=WholeVisitOut)
def read_visit(request: HttpRequest, visit_id: UUID) -> WholeVisitOut:
    return WholeVisitOut.of(visit_page(officer_of(request), visit_id, at=timezone.now()))


@router.post("/visits/{visit_id}/made", response=VisitOut)
def record_visit(request: HttpRequest, visit_id: UUID, given: VisitMadeIn) -> Visit:
    officer = officer_of(request)
    row = own_visit_for(officer, visit_id)
    return actions.record_visit(visit=row, **given.dict(), by=officer, at=timezone.now())


@router.post("/visits/{visit_id}/refused", response=VisitOut)
def record_refused(request: HttpRequest, visit_id: UUID, given: VisitRefusedIn) -> Visit:
    officer = officer_of(request)
    row = own_visit_for(officer, visit_id)
    return actions.record_refused(visit=row, **given.dict(), by=officer, at=timezone.now())


@router.post("/visits/{visit_id}/cancel", response=VisitOut)
def cancel_visit(request: HttpRequest, visit_id: UUID, given: VisitCancelledIn) -> Visit:
    officer = officer_of(request)
    row = own_visit_for(officer, visit_id)
    return actions.cancel_visit(visit=row, note=given.note, by=officer, at=timezone.now())


@router.post("/visits/{visit_id}/seen", response=VisitOut)
def see_refusal(request: HttpRequest, visit_id: UUID) -> Visit:
    officer = officer_of(request)
    return actions.see_refusal(visit=visit_for(officer, visit_id), by=officer, at=timezone.now())


@router.post("/visits/{visit_id}/interviews", response={201: None})
def record_interview(request: HttpRequest, visit_id: UUID, given: InterviewIn) -> Status[None]:
    """Nothing of an interview is ever given back: findings are read by group at the visit."""
    officer = officer_of(request)
    row, kept = own_visit_for(officer, visit_id), actions.InterviewGiven(**given.dict())
    actions.record_interview(visit=row, given=kept, by=officer, at=timezone.now())
    return Status(201, None)


@router.post("/visits/{visit_id}/signals", response={201: RaisedOut})
def raise_signal(request: HttpRequest, visit_id: UUID, given: RaisedIn) -> Status[Signal]:
    officer = officer_of(request)
    row = own_visit_for(officer, visit_id)
    return Status(201, actions.raise_signal(visit=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/visits/{visit_id}/remedies", response={201: RemedyOut})
def ask_remedy(request: HttpRequest, visit_id: UUID, given: RemedyIn) -> Status[RemedyOut]:
    officer = officer_of(request)
    row, at = visit_for(officer, visit_id), timezone.now()
    asked = given.dict() | {"desk": get_object_or_404(Desk, code=given.desk)}
    made = actions.ask_remedy(visit=row, **asked, by=officer, at=at)
    return Status(201, RemedyOut.of(made, given.what, ""))


@router.get("/remedies/{remedy_id}", response=RemedyOut)
def read_remedy(request: HttpRequest, remedy_id: UUID) -> RemedyOut:
    page = remedy_page(officer_of(request), remedy_id, at=timezone.now())
    return RemedyOut.of(page.row, page.what, page.evidence)


@router.post("/remedies/{remedy_id}", response={204: None})
def answer_remedy(request: HttpRequest, remedy_id: UUID, given: RemedyAnswerIn) -> Status[None]:
    officer = officer_of(request)
    row = remedy_for(officer, remedy_id)
    actions.answer_remedy(remedy=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)
