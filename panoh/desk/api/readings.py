"""API of the ledger and of the watch over names: its lines, who opened one, and what the data-protection officer asks about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema, Status

from panoh.desk.act_words import words_of_act
from panoh.desk.queries import ledger_lines
from panoh.desk.readings import asked_about, in_words
from panoh.registry.access import Act, require
from panoh.registry.actions import review_reading
from panoh.registry.models import Case, Officer
from panoh.registry.pages import officer_of
from panoh.registry.queries.readers import readers_of

router = Router()


class ReaderOut(Schema):
    """`lists`: how many of the `times` it was the person's line on a list, among others."""

    officer: str
    post: str
    times: int
    first: datetime
    last: datetime
    fields: list[str]
    purposes: list[str]
    lists: int


class LedgerLineOut(Schema):
    """One line. `act` is the short name, as `panoh ledger` has it; `act_words` says it in the caller's language. `officer` is
    none where the system wrote the line."""

    seq: int
    at: datetime
    officer: int | None
    act: str
    act_words: str
    subject: str
    fields: list[str]
    purpose: str


class UnusualOut(Schema):
    """`officer` is none where it is about who read one person; `case` is none where it is about a day of an officer."""

    kind: str
    day: date
    officer: int | None
    case: UUID | None
    meaning: str
    why: str


class ReadingReviewIn(Schema):
    kind: str
    day: date
    officer: int | None = None
    case: UUID | None = None
    outcome: str
    words: str = Field(max_length=4000)


@router.get("/cases/{case_id}/readers", response=list[ReaderOut])
def readers(request: HttpRequest, case_id: UUID) -> list[ReaderOut]:
    """Everybody who opened anything about the person of one case, the last one first."""
    officer = officer_of(request)
    require(officer, Act.READ_LEDGER)
    return [
        ReaderOut(
            officer=each.officer.name,
            post=str(each.officer.post),
            times=each.times,
            first=each.first,
            last=each.last,
            fields=list(each.fields),
            purposes=list(each.purposes),
            lists=each.lists,
        )
        for each in readers_of(get_object_or_404(Case, pk=case_id), viewer=officer)
    ]


@router.get("/ledger", response=list[LedgerLineOut])
def lines(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    subject: Annotated[str, Query(max_length=80)] = "",
) -> list[LedgerLineOut]:
    """The newest hundred lines before line `before`, of all or of one record (`subject`)."""
    require(officer_of(request), Act.READ_LEDGER)
    language = get_language() or "en"
    return [
        LedgerLineOut(
            seq=each.seq,
            at=each.at,
            officer=each.officer_id,
            act=each.act,
            act_words=words_of_act(each.act).in_language(language),
            subject=each.subject,
            fields=list(each.fields),
            purpose=each.purpose,
        )
        for each in ledger_lines(before=before, subject=subject)
    ]


@router.get("/ledger/unusual", response=list[UnusualOut])
def unusual(request: HttpRequest) -> list[UnusualOut]:
    """Readings somebody should ask about, newest first."""
    found = in_words(asked_about(viewer=officer_of(request), now=timezone.now()))
    return [
        UnusualOut(
            kind=each.unusual.kind,
            day=each.unusual.on,
            officer=each.officer.pk if each.officer else None,
            case=each.case.pk if each.case else None,
            meaning=each.meaning,
            why=each.why,
        )
        for each in found
    ]


@router.post("/ledger/unusual/reviews", response={201: None})
def review(request: HttpRequest, given: ReadingReviewIn) -> Status[None]:
    """What came of asking about one reading."""
    require(officer_of(request), Act.READ_LEDGER)
    review_reading(
        kind=given.kind,
        day=given.day,
        officer=get_object_or_404(Officer, pk=given.officer) if given.officer is not None else None,
        case=get_object_or_404(Case, pk=given.case) if given.case else None,
        outcome=given.outcome,
        words=given.words,
        by=officer_of(request),
        at=timezone.now(),
    )
    return Status(201, None)
