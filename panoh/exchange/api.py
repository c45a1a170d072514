"""API of the lists sent to operations: the same acts as the pages. Operations themselves stand in screening's API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from panoh.exchange.actions import drop_list, send_list, take_list
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.queries import Summary, list_for, summary, unusable_in_words
from panoh.registry.pages import officer_of
from panoh.registry.refusals import Refused
from panoh.screening.queries.operations import operation_for

router = Router()


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


def _shown(list_id: UUID, found: Summary) -> ListOut:
    counts = {"people": found.people, "new": found.new, "already": found.already, "bad": found.bad}
    return ListOut(id=list_id, faults=[asdict(told) for told in found.faults], **counts)


def _language() -> str:
    return (get_language() or "en")[:2]
