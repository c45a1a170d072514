"""API of operations and the lists sent to them: the same acts as the pages."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from panoh.exchange.actions import drop_list, send_list, take_list
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.queries import Summary, list_for, summary, unusable_in_words
from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of
from panoh.registry.refusals import Refused
from panoh.screening.actions import open_operation, set_roster_status
from panoh.screening.models import Operation
from panoh.screening.queries.operations import Coverage, coverage_of, operation_for, operations
from panoh.screening.queries.roster import entry_for

router = Router()


class OperationIn(Schema):
    kind: Literal["flight", "border", "raid", "camp"]
    title: str
    on: date
    region: str = ""


class OperationOut(Schema):
    """An operation and where everybody on its roster stands."""

    id: UUID
    kind: str
    title: str
    on: date
    coverage: dict[str, int]

    @classmethod
    def of(cls, operation: Operation, coverage: Coverage) -> OperationOut:
        counts = {name: getattr(coverage, name) for name in Coverage.__dataclass_fields__}
        return cls(id=operation.pk, kind=operation.kind, title=operation.title, on=operation.on, coverage=counts)


class ListOut(Schema):
    """What is in a list that was sent: nobody is added before it is taken. Faults show the shape of a value only."""

    id: UUID
    people: int
    new: int
    already: int
    bad: int
    faults: list[dict[str, Any]]


class TakenOut(Schema):
    new: int
    already_on_roster: int


class StatusIn(Schema):
    seen_as: str
    status: Literal["to_screen", "moved_on", "again"]


@router.get("/operations", response=list[OperationOut])
def all_operations(request: HttpRequest) -> list[OperationOut]:
    require(officer_of(request), Act.RUN_OPERATION)
    return [OperationOut.of(line.operation, line.coverage) for line in operations(officer_of(request))]


@router.post("/operations", response={201: OperationOut})
def new_operation(request: HttpRequest, given: OperationIn) -> Status[OperationOut]:
    made = open_operation(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, OperationOut.of(made, coverage_of(made)))


@router.get("/operations/{uuid:operation_id}", response=OperationOut)
def one_operation(request: HttpRequest, operation_id: UUID) -> OperationOut:
    found = operation_for(officer_of(request), operation_id)
    return OperationOut.of(found, coverage_of(found))


@router.post("/operations/{uuid:operation_id}/lists", response={201: ListOut})
def send(request: HttpRequest, operation_id: UUID, file: File[UploadedFile]) -> Status[ListOut]:
    operation = operation_for(officer_of(request), operation_id)
    try:
        sent = send_list(operation=operation, content=file.read(), by=officer_of(request), at=timezone.now())
    except ManifestUnusable as unusable:
        raise Refused(unusable_in_words(unusable, _language()), subject=f"operation:{operation_id}") from None
    return Status(201, _shown(sent.pk, summary(sent, language=_language())))


@router.post("/lists/{uuid:list_id}/take", response=TakenOut)
def take(request: HttpRequest, list_id: UUID) -> TakenOut:
    result = take_list(sent=list_for(officer_of(request), list_id), by=officer_of(request), at=timezone.now())
    return TakenOut(new=result.new, already_on_roster=result.already_on_roster)


@router.delete("/lists/{uuid:list_id}", response={204: None})
def drop(request: HttpRequest, list_id: UUID) -> Status[None]:
    drop_list(sent=list_for(officer_of(request), list_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.post("/roster/{uuid:entry_id}/status", response=OperationOut)
def set_status(request: HttpRequest, entry_id: UUID, given: StatusIn) -> OperationOut:
    entry = entry_for(officer_of(request), entry_id)
    entry.status = given.seen_as
    set_roster_status(entry=entry, status=given.status, by=officer_of(request), at=timezone.now())
    return OperationOut.of(entry.operation, coverage_of(entry.operation))


def _shown(list_id: UUID, found: Summary) -> ListOut:
    counts = {"people": found.people, "new": found.new, "already": found.already, "bad": found.bad}
    return ListOut(id=list_id, faults=[asdict(told) for told in found.faults], **counts)


def _language() -> str:
    return (get_language() or "en")[:2]
