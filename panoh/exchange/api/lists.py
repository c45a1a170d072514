"""API of the lists sent to operations: the same acts as the pages. Operations themselves stand in screening's API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from panoh.exchange.actions import drop_list, map_columns, send_list, take_list
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.queries import Summary, list_for, sources_of, summary, unusable_in_words
from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of
from panoh.registry.refusals import Refused
from panoh.screening.queries.operations import operation_for

router = Router()


class ListOut(Schema):
    """What is in a list that was sent: nobody is added before it is taken. Faults show the shape of a value only.

    `needs_columns` says why it cannot be taken before its columns are explained (POST …/columns); `about_file` what is
    to be told of the file as a whole."""

    id: UUID
    kind: str
    state: str
    source: str
    needs_columns: str
    about_file: list[str]
    columns: list[dict[str, str]]
    done: int
    people: int
    new: int
    already: int
    bad: int
    faults: list[dict[str, Any]]


class TakenOut(Schema):
    """How far the list is taken. While `state` is taking, the call is made again for the next part."""

    state: str
    done: int
    people: int
    new: int
    already_on_roster: int


class ColumnsIn(Schema):
    """`fields`: heading in lower case with _ between words → Panoh's field, empty for not taken. `sexes`, `answers`: the
    sender's word → ours. With `source` it is remembered for the desk under that name."""

    fields: dict[str, str]
    sexes: dict[str, Literal["female", "male", "other", "unknown"]] = {}
    answers: dict[str, Literal["yes", "no", "unknown"]] = {}
    dates: Literal["", "day", "month"] = ""
    source: str = Field("", max_length=60)


class SourceOut(Schema):
    """How lists of one source are read at this desk."""

    name: str
    version: int
    columns: dict[str, Any]


@router.post("/operations/{uuid:operation_id}/lists", response={201: ListOut})
def send(request: HttpRequest, operation_id: UUID, file: File[UploadedFile], sheet: Form[str] = "") -> Status[ListOut]:
    """`sheet`: which sheet of a workbook, where it is not the first with headings we know."""
    officer = officer_of(request)
    operation, content = operation_for(officer, operation_id), file.read()
    try:
        sent = send_list(operation=operation, content=content, sheet=sheet, by=officer, at=timezone.now())
    except ManifestUnusable as unusable:
        raise Refused(unusable_in_words(unusable, _language()), subject=f"operation:{operation_id}") from None
    return Status(201, _shown(summary(sent, language=_language())))


@router.get("/lists/{uuid:list_id}", response=ListOut)
def one_list(request: HttpRequest, list_id: UUID) -> ListOut:
    return _shown(summary(list_for(officer_of(request), list_id), language=_language()))


@router.post("/lists/{uuid:list_id}/columns", response=ListOut)
def columns(request: HttpRequest, list_id: UUID, given: ColumnsIn) -> ListOut:
    """Say what the columns mean, and see what is in the list then."""
    said = given.dict()
    source = said.pop("source").strip()
    sent, now = list_for(officer_of(request), list_id), timezone.now()
    mapped = map_columns(sent=sent, column_map=ColumnMap(**said), source=source, by=officer_of(request), at=now)
    return _shown(summary(mapped, language=_language()))


@router.get("/sources", response=list[SourceOut])
def sources(request: HttpRequest) -> list[SourceOut]:
    require(officer_of(request), Act.RUN_OPERATION)
    kept = sources_of(officer_of(request))
    return [SourceOut(name=each.name, version=each.version, columns=each.columns) for each in kept]


@router.post("/lists/{uuid:list_id}/take", response=TakenOut)
def take(request: HttpRequest, list_id: UUID) -> TakenOut:
    """The next part of the list. Called again while it is being taken."""
    taken = take_list(sent=list_for(officer_of(request), list_id), by=officer_of(request), at=timezone.now())
    return TakenOut(
        state=taken.state, done=taken.done, people=taken.people, new=taken.added, already_on_roster=taken.already
    )


@router.delete("/lists/{uuid:list_id}", response={204: None})
def drop(request: HttpRequest, list_id: UUID) -> Status[None]:
    drop_list(sent=list_for(officer_of(request), list_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


def _shown(found: Summary) -> ListOut:
    sent = found.sent
    return ListOut(
        id=sent.pk,
        kind=sent.kind,
        state=sent.state,
        source=sent.source.name if sent.source else "",
        needs_columns=found.needs,
        about_file=[f"{what} {remedy}" for what, remedy in found.about_file],
        columns=[{"heading": heading, "field": field} for heading, field in found.columns],
        done=sent.done,
        people=found.people,
        new=found.new,
        already=found.already,
        bad=found.bad,
        faults=[asdict(told) for told in found.faults],
    )


def _language() -> str:
    return (get_language() or "en")[:2]
