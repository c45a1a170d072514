"""API of a person's safety."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import RiskAssessment, SafetyMeasure
from panoh.protection.queries.safety import measure_for, safety_page
from panoh.registry.access import Act
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class RiskSaid(Schema):
    level: RiskAssessment.Level
    danger: str = Field(min_length=1, max_length=3000)
    own_view: str = Field("", max_length=3000)
    review_on: date


class RiskIn(RiskSaid):
    """`after`: the assessment the caller saw standing; where another stands now it is refused with 409."""

    after: UUID | None = None


class RiskOut(Schema):
    id: UUID
    level: RiskAssessment.Level
    danger: str
    own_view: str
    review_on: date
    assessed_at: datetime
    stands: bool


class MeasureIn(Schema):
    """`desk`: code of the desk that does it."""

    what: str = Field(min_length=1, max_length=1000)
    desk: str
    review_on: date


class MeasureOut(Schema):
    id: UUID
    what: str
    desk: str
    review_on: date


class SafetyOut(Schema):
    """`asks_purpose`: the words are empty until the header X-Purpose says what they are opened for. How great the danger is, by
    when it is looked at and what to give as `after` is there: to judge it waits for nothing."""

    risks: list[RiskOut]
    measures: list[MeasureOut]
    asks_purpose: bool


class SafetyMade(Schema):
    id: UUID


@router.get("/cases/{case_id}/safety", response=SafetyOut)
def read_safety(request: HttpRequest, case_id: UUID) -> SafetyOut:
    officer = officer_of(request)
    page = safety_page(officer, case_for(officer, case_id, Act.ASSESS_RISK), at=timezone.now())
    return SafetyOut(
        risks=[
            RiskOut(
                id=each.row.pk,
                level=RiskAssessment.Level(each.row.level),
                danger=each.danger,
                own_view=each.own_view,
                review_on=each.row.review_on,
                assessed_at=each.row.assessed_at,
                stands=each.row.replaced_at is None,
            )
            for each in page.risks
        ],
        measures=[
            MeasureOut(id=each.row.pk, what=each.what, desk=each.row.desk.code, review_on=each.row.review_on)
            for each in page.measures
        ],
        asks_purpose=page.asks_purpose,
    )


@router.post("/cases/{case_id}/risk", response={201: SafetyMade})
def assess_risk(request: HttpRequest, case_id: UUID, given: RiskIn) -> Status[RiskAssessment]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.ASSESS_RISK)
    return Status(201, actions.assess_risk(case=case, **given.dict(), by=officer, at=timezone.now()))


@router.post("/cases/{case_id}/measures", response={201: SafetyMade})
def add_measure(request: HttpRequest, case_id: UUID, given: MeasureIn) -> Status[SafetyMeasure]:
    officer = officer_of(request)
    case, desk = case_for(officer, case_id, Act.ASSESS_RISK), get_object_or_404(Desk, code=given.desk)
    made = actions.add_measure(
        case=case, what=given.what, desk=desk, review_on=given.review_on, by=officer, at=timezone.now()
    )
    return Status(201, made)


@router.post("/measures/{measure_id}/end", response={204: None})
def end_measure(request: HttpRequest, measure_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.end_measure(measure=measure_for(officer, measure_id), by=officer, at=timezone.now())
    return Status(204, None)
