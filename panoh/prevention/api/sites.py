"""API of sites and employers to watch."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.router import router
from panoh.prevention.models import Employer, Site
from panoh.prevention.queries.sites import SitePage, employers_for, site_for, site_page, sites_for
from panoh.registry import access
from panoh.registry.models import Agency
from panoh.registry.pages import officer_of

MOST = 200


class EmployerIn(Schema):
    """`kind`: state, company, foreign, farm, person or other. `persons_name`: the name is that of a person, or holds it, and
    is sealed. `agency`: its code, where it is one."""

    kind: str
    name: str = Field(max_length=120)
    persons_name: bool = False
    agency: str = ""


class EmployerOut(Schema):
    """`name` is empty where it is a person's."""

    id: UUID
    reference: str
    kind: str
    name: str


class SiteIn(Schema):
    """`kind`, `concern`: as the register has them (farm, construction, school, draft …; signal, inspection, report, ngo,
    season, drawn). `people`: left out where nobody knows. `employer`: its id."""

    kind: str
    name: str = Field(max_length=120)
    division: str
    sector: str
    concern: str
    because: str = Field(max_length=1000)
    watched_since: date
    persons_name: bool = False
    employer: UUID | None = None
    season: str = ""
    people: int | None = Field(None, ge=0, le=1_000_000)
    address: str = Field("", max_length=200)


class SiteOut(Schema):
    """`name` is empty where it is a person's; the one site shows it, and that is on record."""

    id: UUID
    reference: str
    kind: str
    name: str
    division: str
    sector: str
    season: str
    people: int | None
    concern: str
    watched_since: date
    watched_until: date | None
    at: datetime


class WholeSiteOut(SiteOut):
    employer: str
    address: str
    because: str

    @classmethod
    def of(cls, page: SitePage) -> WholeSiteOut:
        shown: dict[str, Any] = SiteOut.from_orm(page.site).dict()
        return cls(**shown | {"name": page.name}, employer=page.employer, address=page.address, because=page.because)


@router.get("/employers", response=list[EmployerOut])
def read_employers(request: HttpRequest) -> list[Employer]:
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    return list(employers_for(officer)[:MOST])


@router.post("/employers", response={201: EmployerOut})
def register_employer(request: HttpRequest, given: EmployerIn) -> Status[Employer]:
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    agency = get_object_or_404(Agency, code=given.agency) if given.agency else None
    kept = actions.EmployerGiven(**given.dict() | {"agency": agency})
    return Status(201, actions.register_employer(given=kept, by=officer, at=timezone.now()))


@router.get("/sites", response=list[SiteOut])
def read_sites(request: HttpRequest) -> list[Site]:
    """At most 200."""
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    return list(sites_for(officer).order_by("division", "kind", "pk")[:MOST])


@router.post("/sites", response={201: SiteOut})
def register_site(request: HttpRequest, given: SiteIn) -> Status[Site]:
    officer = officer_of(request)
    access.require(officer, access.Act.WATCH_SITES)
    employer = get_object_or_404(employers_for(officer), pk=given.employer) if given.employer else None
    kept = actions.SiteGiven(**given.dict() | {"employer": employer})
    return Status(201, actions.register_site(given=kept, by=officer, at=timezone.now()))


@router.get("/sites/{site_id}", response=WholeSiteOut)
def read_site(request: HttpRequest, site_id: UUID) -> WholeSiteOut:
    return WholeSiteOut.of(site_page(officer_of(request), site_id, at=timezone.now()))


class StopIn(Schema):
    on: date


@router.post("/sites/{site_id}/stop", response=SiteOut)
def stop_watching(request: HttpRequest, site_id: UUID, given: StopIn) -> Site:
    officer = officer_of(request)
    return actions.stop_watching(site=site_for(officer, site_id), on=given.on, by=officer, at=timezone.now())
