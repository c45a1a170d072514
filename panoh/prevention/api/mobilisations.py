"""API of orders by which people were called up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.router import router
from panoh.prevention.models import MobilisationOrder
from panoh.prevention.queries.mobilisations import orders_for
from panoh.prevention.queries.sites import site_for
from panoh.registry import access
from panoh.registry.models import Agency
from panoh.registry.pages import officer_of

MOST = 200


class OrderIn(Schema):
    """`whom`: pupils, students, staff, conscripts, residents or others. `voluntary`, `paid`: yes, no or unknown. `threat`:
    none, school, job, benefit, arrest or force. `site` or `division`. `ordered_by`: code of an agency, where it is one."""

    on: date
    whom: str
    voluntary: str = "unknown"
    threat: str = "none"
    paid: str = "unknown"
    site: UUID | None = None
    division: str = ""
    season: str = ""
    ordered_by: str = ""
    people: int | None = Field(None, ge=0, le=10_000_000)
    pay: Decimal | None = Field(None, max_digits=10, decimal_places=2)
    orderer: str = Field("", max_length=200)
    document: str = Field("", max_length=200)
    words: str = Field("", max_length=1000)


class OrderOut(Schema):
    """What is sealed of it stands with the site."""

    id: UUID
    reference: str
    on: date
    site_id: UUID | None
    division: str
    season: str
    whom: str
    people: int | None
    voluntary: str
    threat: str
    paid: str
    pay: Decimal | None


@router.get("/orders", response=list[OrderOut])
def read_orders(request: HttpRequest) -> list[MobilisationOrder]:
    """The newest first, at most 200."""
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    return list(orders_for(officer).order_by("-on", "pk")[:MOST])


@router.post("/orders", response={201: OrderOut})
def record_order(request: HttpRequest, given: OrderIn) -> Status[MobilisationOrder]:
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    site = site_for(officer, given.site) if given.site else None
    agency = get_object_or_404(Agency, code=given.ordered_by) if given.ordered_by else None
    kept = actions.OrderGiven(**given.dict() | {"site": site, "ordered_by": agency})
    return Status(201, actions.record_order(given=kept, by=officer, at=timezone.now()))
