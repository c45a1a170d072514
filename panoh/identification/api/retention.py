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
from panoh.identification.models import ListRetention, Retention
from panoh.identification.queries.list_retention import ListOver, lists_page
from panoh.identification.queries.retention import retention_page
from panoh.registry.access import Act, require
from panoh.registry.models import Case, not_shut
from panoh.registry.pages import officer_of
from panoh.screening.models import Operation


class RetentionOut(Schema):
    """`keep_until`: kept. Without it erasing was asked for; `erased_at` and `refused_at` say what the second officer did."""

    id: int
    case_id: UUID
    because: str
    keep_until: date | None
    at: datetime
    erased_at: datetime | None
    refused_at: datetime | None


class ListRetentionOut(Schema):
    """About the list of one operation. `lines`: of how many people the names were erased."""

    id: int
    operation_id: UUID
    because: str
    keep_until: date | None
    at: datetime
    erased_at: datetime | None
    refused_at: datetime | None
    lines: int | None


class ListBeyondOut(Schema):
    id: UUID
    title: str
    closed_at: datetime
    names: int


class BeyondOut(Schema):
    id: UUID
    reference: str
    state_since: datetime


class RetentionPageOut(Schema):
    over: list[BeyondOut]
    asked: list[RetentionOut]
    years_after_closing: int
    lists_over: list[ListBeyondOut]
    lists_asked: list[ListRetentionOut]
    list_years_after_closing: int


class KeepNamesIn(Schema):
    because: str
    until: date


class EraseNamesIn(Schema):
    because: str


@router.get("/retention", response=RetentionPageOut)
def to_decide(request: HttpRequest) -> dict[str, object]:
    """Closed cases, and lists of closed operations, whose names are kept beyond their time; erasing that waits for a second
    officer."""
    officer, now = officer_of(request), timezone.now()
    page, lists = retention_page(officer, now=now), lists_page(officer, now=now)
    return {
        "over": page.over,
        "asked": page.asked,
        "years_after_closing": page.period.years_after_closing,
        "lists_over": [_list_out(each) for each in lists.over],
        "lists_asked": lists.asked,
        "list_years_after_closing": page.period.list_years_after_closing,
    }


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


@router.post("/retention/lists/{operation_id}/keep", response={201: ListRetentionOut})
def keep_list_names(request: HttpRequest, operation_id: UUID, given: KeepNamesIn) -> Status[ListRetention]:
    operation, officer = _operation(request, operation_id), officer_of(request)
    at = timezone.now()
    kept = actions.keep_list_names(operation=operation, because=given.because, until=given.until, by=officer, at=at)
    return Status(201, kept)


@router.post("/retention/lists/{operation_id}/erase", response={201: ListRetentionOut})
def ask_to_erase_list(request: HttpRequest, operation_id: UUID) -> Status[ListRetention]:
    """Asks a second officer; nothing is erased yet."""
    operation, officer = _operation(request, operation_id), officer_of(request)
    return Status(201, actions.ask_to_erase_list(operation=operation, by=officer, at=timezone.now()))


@router.post("/retention/lists/{list_retention_id}/signature", response=ListRetentionOut)
def erase_list_names(request: HttpRequest, list_retention_id: int) -> ListRetention:
    """The second officer signs: the names on the list that led to no case are destroyed."""
    asked = _list_retention(request, list_retention_id)
    return actions.erase_list_names(asked=asked, by=officer_of(request), at=timezone.now())


@router.post("/retention/lists/{list_retention_id}/refusal", response=ListRetentionOut)
def refuse_to_erase_list(request: HttpRequest, list_retention_id: int) -> ListRetention:
    """The second officer does not agree; the names stay."""
    asked = _list_retention(request, list_retention_id)
    return actions.refuse_to_erase_list(asked=asked, by=officer_of(request), at=timezone.now())


def _list_out(found: ListOver) -> dict[str, object]:
    operation = found.operation
    return {"id": operation.pk, "title": operation.title, "closed_at": found.closed_at, "names": found.names}


def _operation(request: HttpRequest, operation_id: UUID) -> Operation:
    require(officer_of(request), Act.KEEP_OR_ERASE)
    return get_object_or_404(Operation, pk=operation_id)


def _list_retention(request: HttpRequest, list_retention_id: int) -> ListRetention:
    require(officer_of(request), Act.KEEP_OR_ERASE)
    return get_object_or_404(ListRetention, pk=list_retention_id)


def _case(request: HttpRequest, case_id: UUID) -> Case:
    officer = officer_of(request)
    require(officer, Act.KEEP_OR_ERASE)
    return get_object_or_404(Case, not_shut(officer, "pk"), pk=case_id)


def _retention(request: HttpRequest, retention_id: int) -> Retention:
    officer = officer_of(request)
    require(officer, Act.KEEP_OR_ERASE)
    return get_object_or_404(Retention, not_shut(officer), pk=retention_id)
