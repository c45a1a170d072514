"""API of campaigns and of the national action plan."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.money import TotalOut
from panoh.prevention.api.router import router
from panoh.prevention.models import Campaign, CampaignReach, PlanMeasure
from panoh.prevention.queries.campaigns import (
    campaign_page,
    campaigns,
    measure_page,
    measures,
    own_campaign,
    own_measure,
)
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of


class CampaignIn(Schema):
    """`divisions`: codes of regions or districts; none means the whole country."""

    title: str = Field(max_length=200)
    aim: str = Field(max_length=500)
    audiences: list[Campaign.Audience]
    languages: list[str]
    channels: list[Campaign.Channel]
    divisions: list[str] = []
    first_day: date
    last_day: date


class ReachIn(Schema):
    """An estimate stays one: `how` and `method` go wherever the number goes."""

    people: int = Field(ge=0, le=100_000_000)
    how: CampaignReach.How
    method: str = Field(max_length=300)
    on: date


class CampaignOut(CampaignIn):
    """`reached` is none while nobody said."""

    id: int
    desk: str
    reached: ReachIn | None

    @staticmethod
    def of(row: Campaign, reach: CampaignReach | None) -> CampaignOut:
        columns = {key: getattr(row, key) for key in CampaignIn.model_fields}
        said = ReachIn.from_orm(reach) if reach else None
        return CampaignOut(**columns, id=row.pk, desk=row.desk.code, reached=said)


class WholeCampaignOut(Schema):
    campaign: CampaignOut
    earlier: list[ReachIn]
    cost: TotalOut


class PlanMeasureIn(Schema):
    """`owner`: code of the desk whose measure it is. `budget` is none while it is not known."""

    plan: str = Field(max_length=120)
    number: str = Field(max_length=20)
    words: str = Field(max_length=500)
    owner: str
    due_on: date
    budget: Decimal | None = Field(None, ge=0, max_digits=14, decimal_places=2)
    currency: str = Field("", max_length=3)


class PlanMeasureOut(PlanMeasureIn):
    id: int
    state: PlanMeasure.State

    @staticmethod
    def of(row: PlanMeasure) -> PlanMeasureOut:
        columns = {key: getattr(row, key) for key in PlanMeasureIn.model_fields if key != "owner"}
        return PlanMeasureOut(**columns, owner=row.owner.code, id=row.pk, state=PlanMeasure.State(row.state))


class ProgressIn(Schema):
    """`due_on`: another day, if it has to be moved."""

    state: PlanMeasure.State
    words: str = Field(max_length=500)
    due_on: date | None = None


class ProgressOut(Schema):
    """`due_on`: the day as it was when this was said."""

    state: PlanMeasure.State
    words: str
    due_on: date
    at: datetime


class WholePlanMeasureOut(Schema):
    measure: PlanMeasureOut
    progress: list[ProgressOut]
    late: bool


@router.get("/campaigns", response=list[CampaignOut])
def read_campaigns(request: HttpRequest) -> list[CampaignOut]:
    access.require(officer_of(request), access.Act.SEE_FIGURES)
    return [CampaignOut.of(row, reach) for row, reach in campaigns()]


@router.post("/campaigns", response={201: CampaignOut})
def record_campaign(request: HttpRequest, given: CampaignIn) -> Status[CampaignOut]:
    made = actions.record_campaign(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, CampaignOut.of(made, None))


@router.get("/campaigns/{campaign_id}", response=WholeCampaignOut)
def read_campaign(request: HttpRequest, campaign_id: int) -> WholeCampaignOut:
    page = campaign_page(officer_of(request), campaign_id)
    return WholeCampaignOut(
        campaign=CampaignOut.of(page.campaign, page.reach),
        earlier=[ReachIn.from_orm(each) for each in page.earlier],
        cost=TotalOut.of(page.cost),
    )


@router.post("/campaigns/{campaign_id}/reached", response={201: ReachIn})
def record_reach(request: HttpRequest, campaign_id: int, given: ReachIn) -> Status[CampaignReach]:
    by = officer_of(request)
    held = own_campaign(by, campaign_id)
    return Status(201, actions.record_reach(campaign=held, **given.dict(), by=by, at=timezone.now()))


@router.get("/plan", response=list[PlanMeasureOut])
def read_plan(request: HttpRequest) -> list[PlanMeasureOut]:
    access.require(officer_of(request), access.Act.SEE_FIGURES)
    return [PlanMeasureOut.of(each) for each in measures()]


@router.post("/plan", response={201: PlanMeasureOut})
def put_down_measure(request: HttpRequest, given: PlanMeasureIn) -> Status[PlanMeasureOut]:
    by = officer_of(request)
    access.require(by, access.Act.KEEP_ASSESSMENT)
    told = given.dict() | {"owner": get_object_or_404(Desk, code=given.owner)}
    return Status(201, PlanMeasureOut.of(actions.put_down_measure(**told, by=by, at=timezone.now())))


@router.get("/plan/{plan_measure_id}", response=WholePlanMeasureOut)
def read_measure(request: HttpRequest, plan_measure_id: int) -> WholePlanMeasureOut:
    page = measure_page(officer_of(request), plan_measure_id, today=timezone.localdate())
    said = [ProgressOut.from_orm(each) for each in page.progress]
    return WholePlanMeasureOut(measure=PlanMeasureOut.of(page.measure), progress=said, late=page.late)


@router.post("/plan/{plan_measure_id}/progress", response={201: ProgressOut})
def report_progress(request: HttpRequest, plan_measure_id: int, given: ProgressIn) -> Status[ProgressOut]:
    by = officer_of(request)
    said = actions.report_progress(measure=own_measure(by, plan_measure_id), **given.dict(), by=by, at=timezone.now())
    return Status(201, ProgressOut.from_orm(said))
