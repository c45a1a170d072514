"""Names whose time is over, through the API: which cases, kept longer, asked to be erased, erased by a second officer."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.models import Retention
from panoh.identification.queries.retention import retention_page
from panoh.registry.access import Act, require
from panoh.registry.models import Case, not_shut
from panoh.registry.pages import officer_of


class RetentionOut(Schema):
    """`keep_until`: kept. Without it erasing was asked for; `erased_at` and `refused_at` say what the second officer did."""

    id: int
    case_id: UUID
    because: str
    keep_until: date | None
    at: datetime
    erased_at: datetime | None
    refused_at: datetime | None


class BeyondOut(Schema):
    id: UUID
    reference: str
    state_since: datetime


class RetentionPageOut(Schema):
    over: list[BeyondOut]
    asked: list[RetentionOut]
    years_after_closing: int


class KeepNamesIn(Schema):
    because: str
    until: date


class EraseNamesIn(Schema):
    because: str


@router.get("/retention", response=RetentionPageOut)
def to_decide(request: HttpRequest) -> dict[str, object]:
    """Closed cases whose names are kept beyond their time, and erasing that waits for a second officer."""
    page = retention_page(officer_of(request), now=timezone.now())
    return {"over": page.over, "asked": page.asked, "years_after_closing": page.period.years_after_closing}


@router.post("/cases/{case_id}/retention/keep", response={201: RetentionOut})
def keep_names(request: HttpRequest, case_id: UUID, given: KeepNamesIn) -> Status[Retention]:
    case, officer = _case(request, case_id), officer_of(request)
    kept = actions.keep_names(case=case, because=given.because, until=given.until, by=officer, at=timezone.now())
    return Status(201, kept)


@router.post("/cases/{case_id}/retention/erase", response={201: RetentionOut})
def ask_to_erase(request: HttpRequest, case_id: UUID, given: EraseNamesIn) -> Status[Retention]:
    """Asks a second officer; nothing is erased yet."""
    case, officer = _case(request, case_id), officer_of(request)
    return Status(201, actions.ask_to_erase(case=case, because=given.because, by=officer, at=timezone.now()))


@router.post("/retention/{retention_id}/signature", response={204: None})
def erase_names(request: HttpRequest, retention_id: int) -> Status[None]:
    """The second officer signs: the names are destroyed."""
    actions.erase_names(asked=_retention(request, retention_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.post("/retention/{retention_id}/refusal", response=RetentionOut)
def refuse_to_erase(request: HttpRequest, retention_id: int) -> Retention:
    """The second officer does not agree; the names stay."""
    asked = _retention(request, retention_id)
    return actions.refuse_to_erase(asked=asked, by=officer_of(request), at=timezone.now())


def _case(request: HttpRequest, case_id: UUID) -> Case:
    officer = officer_of(request)
    require(officer, Act.KEEP_OR_ERASE)
    return get_object_or_404(Case, not_shut(officer, "pk"), pk=case_id)


def _retention(request: HttpRequest, retention_id: int) -> Retention:
    officer = officer_of(request)
    require(officer, Act.KEEP_OR_ERASE)
    return get_object_or_404(Retention, not_shut(officer), pk=retention_id)
