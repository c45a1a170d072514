"""API of sampling plans."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.found import SaidAtSitesOut
from panoh.prevention.api.router import router
from panoh.prevention.api.visits import VisitOut
from panoh.prevention.models import SamplingPlan, Visit
from panoh.prevention.queries.plans import PlanPage, StratumShown, plan_for, plan_page, plans_for
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of


class SampleIn(Schema):
    """`margin`, `confidence`, `share`, `likeness`: parts of one. `each`: interviews at each site. `after`: id of the earlier
    plan that Neyman's allocation rests on. `seed`: left out, one is drawn."""

    title: str = Field(max_length=120)
    kinds: list[str]
    margin: float
    confidence: float = 0.95
    share: float = 0.5
    likeness: float = 0.05
    each: int = Field(15, ge=1, le=1000)
    division: str = ""
    season: str = ""
    after: UUID | None = None
    seed: str = Field("", max_length=40)


class SampleOut(Schema):
    """`people`: empty where those of some site are not known. `interviews`: how many are to be asked."""

    id: UUID
    reference: str
    title: str
    margin: float
    confidence: float
    method: str
    seed: str
    people: int | None
    interviews: int
    at: datetime


class StratumOut(Schema):
    """Seed, key and frame draw the same again: order by SHA-256 of “seed/key”, a unit separator and the reference."""

    key: str
    people: int | None
    deviation: float | None
    frame: list[str]
    drawn: list[str]
    drawn_again_the_same: bool

    @classmethod
    def of(cls, shown: StratumShown) -> StratumOut:
        own: dict[str, Any] = {key: getattr(shown.row, key) for key in ("key", "people", "deviation", "frame", "drawn")}
        return cls(**own, drawn_again_the_same=shown.again)


class WholeSampleOut(SampleOut):
    strata: list[StratumOut]
    visits_made: int
    visits_refused: int
    asked: int
    found: SaidAtSitesOut | None

    @classmethod
    def of(cls, page: PlanPage) -> WholeSampleOut:
        return cls(
            **SampleOut.from_orm(page.plan).dict(),
            strata=[StratumOut.of(each) for each in page.strata],
            visits_made=page.made,
            visits_refused=page.refused,
            asked=page.asked,
            found=SaidAtSitesOut.of(page.found) if page.found else None,
        )


class DrawnVisitsIn(Schema):
    """`key`: of the stratum. `desk`: code of the desk that goes."""

    key: str
    desk: str
    planned_on: date


@router.get("/plans", response=list[SampleOut])
def read_plans(request: HttpRequest) -> list[SamplingPlan]:
    officer = officer_of(request)
    access.require(officer, access.Act.KEEP_MONITORING)
    return list(plans_for(officer))


@router.post("/plans", response={201: SampleOut})
def make_plan(request: HttpRequest, given: SampleIn) -> Status[SamplingPlan]:
    officer = officer_of(request)
    access.require(officer, access.Act.KEEP_MONITORING)
    after = plan_for(officer, given.after) if given.after else None
    kept = actions.PlanGiven(**given.dict() | {"after": after})
    return Status(201, actions.make_plan(given=kept, by=officer, at=timezone.now()))


@router.get("/plans/{sample_id}", response=WholeSampleOut)
def read_plan(request: HttpRequest, sample_id: UUID) -> WholeSampleOut:
    return WholeSampleOut.of(plan_page(officer_of(request), sample_id))


@router.post("/plans/{sample_id}/visits", response={201: list[VisitOut]})
def plan_drawn_visits(request: HttpRequest, sample_id: UUID, given: DrawnVisitsIn) -> Status[list[Visit]]:
    officer = officer_of(request)
    row, at = plan_for(officer, sample_id), timezone.now()
    asked = given.dict() | {"desk": get_object_or_404(Desk, code=given.desk)}
    return Status(201, list(actions.plan_drawn_visits(plan=row, **asked, by=officer, at=at)))
