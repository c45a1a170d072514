"""API of lists of penalties: the same acts as the pages. Hits that are found stand in justice's API."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from panoh.exchange.api.lists import ColumnsIn
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.penalties import actions
from panoh.exchange.penalties.queries import PenaltySummary, list_for, penalty_summary
from panoh.exchange.queries import unusable_in_words
from panoh.justice.models import PenaltyList
from panoh.justice.models.penalties import PenaltyAuthority
from panoh.registry.pages import officer_of
from panoh.registry.refusals import Refused
from panoh.screening.models import ListSent

router = Router()


class PenaltyListOut(Schema):
    """What is in a list that was sent: nobody is compared before it is. Faults show the shape of a value only. `hits`: so
    many were put before a person; nobody is named."""

    id: UUID
    kind: str
    authority: PenaltyAuthority
    state: PenaltyList.Comparing
    source: str
    needs_columns: str
    about_file: list[str]
    columns: list[dict[str, str]]
    done: int
    rows: int
    bad: int
    faults: list[dict[str, Any]]
    hits: int
    open_hits: int


class ComparedOut(Schema):
    """How far it is compared. While `state` is taking, the call is made again for the next part."""

    state: PenaltyList.Comparing
    done: int
    people: int


class ScreenIn(Schema):
    title: str = Field(min_length=1, max_length=60)
    on: date


class ScreenOut(Schema):
    """A manifest of the new operation, to be taken onto its roster as every list is."""

    id: UUID
    operation_id: UUID


@router.post("/penalty-lists", response={201: PenaltyListOut})
def send_penalties(
    request: HttpRequest,
    file: File[UploadedFile],
    kind: Form[str] = "detention",
    authority: Form[PenaltyAuthority] = PenaltyAuthority.POLICE,
    sheet: Form[str] = "",
) -> Status[PenaltyListOut]:
    """`kind` (fine, detention, charge, conviction or removal), `authority`: of rows that say nothing else."""
    officer, told = officer_of(request), {"kind": kind, "authority": authority, "sheet": sheet}
    try:
        sent = actions.send_penalties(content=file.read(), **told, by=officer, at=timezone.now())
    except ManifestUnusable as unusable:
        raise Refused(unusable_in_words(unusable, _language())) from None
    return Status(201, _shown(penalty_summary(sent, language=_language())))


@router.get("/penalty-lists/{uuid:penalty_list_id}", response=PenaltyListOut)
def read_penalty_list(request: HttpRequest, penalty_list_id: UUID) -> PenaltyListOut:
    return _shown(penalty_summary(list_for(officer_of(request), penalty_list_id), language=_language()))


@router.post("/penalty-lists/{uuid:penalty_list_id}/columns", response=PenaltyListOut)
def map_penalty_columns(request: HttpRequest, penalty_list_id: UUID, given: ColumnsIn) -> PenaltyListOut:
    said, officer = given.dict(), officer_of(request)
    source, sent = said.pop("source").strip(), list_for(officer, penalty_list_id)
    mapped = actions.map_penalty_columns(
        sent=sent, column_map=ColumnMap(**said), source=source, by=officer, at=timezone.now()
    )
    return _shown(penalty_summary(mapped, language=_language()))


@router.post("/penalty-lists/{uuid:penalty_list_id}/compare", response=ComparedOut)
def compare_penalties(request: HttpRequest, penalty_list_id: UUID) -> PenaltyList:
    """The next part of the list. Called again while it is being compared."""
    officer = officer_of(request)
    return actions.compare_penalties(sent=list_for(officer, penalty_list_id), by=officer, at=timezone.now())


@router.post("/penalty-lists/{uuid:penalty_list_id}/screening", response={201: ScreenOut})
def screen_listed(request: HttpRequest, penalty_list_id: UUID, given: ScreenIn) -> Status[ListSent]:
    """Everybody on the list is to be asked before anything is carried out."""
    officer = officer_of(request)
    sent = list_for(officer, penalty_list_id)
    return Status(201, actions.screen_listed(sent=sent, **given.dict(), by=officer, at=timezone.now()))


@router.delete("/penalty-lists/{uuid:penalty_list_id}", response={204: None})
def drop_penalties(request: HttpRequest, penalty_list_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.drop_penalties(sent=list_for(officer, penalty_list_id), by=officer, at=timezone.now())
    return Status(204, None)


def _shown(found: PenaltySummary) -> PenaltyListOut:
    sent = found.sent
    return PenaltyListOut(
        id=sent.pk,
        kind=sent.kind,
        authority=PenaltyAuthority(sent.authority),
        state=PenaltyList.Comparing(sent.state),
        source=sent.source.name if sent.source else "",
        needs_columns=found.needs,
        about_file=[f"{what} {remedy}" for what, remedy in found.about_file],
        columns=[{"heading": heading, "field": field} for heading, field in found.columns],
        done=sent.done,
        rows=found.rows,
        bad=found.bad,
        faults=[asdict(told) for told in found.faults],
        hits=found.hits,
        open_hits=found.open_hits,
    )


def _language() -> str:
    return (get_language() or "en")[:2]
