"""API of children held by the state: the same acts and numbers as their pages."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.actions import Held
from panoh.protection.api.house import router
from panoh.protection.models import Custody, CustodyAccess, CustodyReview
from panoh.protection.queries.custody import CustodyPage, access_asked, custodies_now, custody_for, custody_page
from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening.queries.roster import entry_for


class CustodyIn(Schema):
    held_by: Custody.HeldBy
    basis: Custody.Basis
    since: date
    region: str = Field("", max_length=12)
    where: str = Field("", max_length=3000)
    words: str = Field("", max_length=3000)


class CustodyMade(Schema):
    id: UUID


class CustodyListed(Schema):
    """`child`: reference of the case, or number on the roster."""

    id: UUID
    child: str
    held_by: Custody.HeldBy
    since: date
    last_review: datetime | None
    review_due: date


class CustodiesOut(Schema):
    """Numbers of children, each once."""

    total: int
    late: int
    never_reviewed: int
    no_basis: int
    without_interests: int
    monitors_asked: int
    monitors_refused: int
    longest_since: date | None
    children: list[CustodyListed]


class CustodyReviewIn(Schema):
    outcome: CustodyReview.ComesOfIt
    child_heard: bool
    guardian_present: bool
    words: str = Field(min_length=1, max_length=3000)
    next_on: date


class CustodyReviewOut(CustodyReviewIn):
    at: datetime
    words: str


class AccessIn(Schema):
    monitor: CustodyAccess.Monitor
    asked_on: date


class AccessOut(AccessIn):
    id: UUID
    given: bool | None
    refused_because: str


class AccessAnswerIn(Schema):
    given: bool
    refused_because: str = ""
    words: str = Field("", max_length=3000)
    answered_on: date


class EndCustodyIn(Schema):
    because: Custody.HeldNoMore
    ended_on: date


class CustodyOut(Schema):
    """`asks_purpose`: `where` and the words of reviews are empty until the header X-Purpose says what they are opened for."""

    id: UUID
    held_by: Custody.HeldBy
    basis: Custody.Basis
    since: date
    review_due: date
    late: bool
    where: str
    guardian: bool
    ended_on: date | None
    reviews: list[CustodyReviewOut]
    accesses: list[AccessOut]
    asks_purpose: bool


@router.get("/custodies", response=CustodiesOut)
def read_custodies(request: HttpRequest) -> CustodiesOut:
    found = custodies_now(officer_of(request), today=timezone.localdate())
    return CustodiesOut(
        total=found.total,
        late=found.late,
        never_reviewed=found.never_reviewed,
        no_basis=found.no_basis,
        without_interests=found.without_interests,
        monitors_asked=found.asked,
        monitors_refused=found.refused,
        longest_since=found.longest_since,
        children=[
            CustodyListed(
                id=each.pk,
                child=each.reference,
                held_by=Custody.HeldBy(each.held_by),
                since=each.since,
                last_review=each.last_review,  # type: ignore[attr-defined]  # annotated
                review_due=each.review_due,
            )
            for each in found.rows
        ],
    )


@router.post("/cases/{case_id}/custody", response={201: CustodyMade})
def open_custody(request: HttpRequest, case_id: UUID, given: CustodyIn) -> Status[Custody]:
    officer = officer_of(request)
    case, held = case_for(officer, case_id, Act.KEEP_CUSTODY), Held(**given.dict())
    return Status(201, actions.open_custody(case=case, given=held, by=officer, at=timezone.now()))


@router.post("/lines/{entry_id}/custody", response={201: CustodyMade})
def open_custody_of_line(request: HttpRequest, entry_id: UUID, given: CustodyIn) -> Status[Custody]:
    officer = officer_of(request)
    entry, held = entry_for(officer, entry_id), Held(**given.dict())
    return Status(201, actions.open_custody_of_line(entry=entry, given=held, by=officer, at=timezone.now()))


@router.get("/custodies/{custody_id}", response=CustodyOut)
def read_custody(request: HttpRequest, custody_id: UUID) -> CustodyOut:
    return _out(custody_page(officer_of(request), custody_id, at=timezone.now()))


@router.post("/custodies/{custody_id}/reviews", response={201: CustodyMade})
def review_custody(request: HttpRequest, custody_id: UUID, given: CustodyReviewIn) -> Status[CustodyReview]:
    officer = officer_of(request)
    row = custody_for(officer, custody_id)
    made = actions.review_custody(custody=row, **given.dict(), by=officer, at=timezone.now())
    return Status(201, made)


@router.post("/custodies/{custody_id}/accesses", response={201: CustodyMade})
def ask_custody_access(request: HttpRequest, custody_id: UUID, given: AccessIn) -> Status[CustodyAccess]:
    officer = officer_of(request)
    row = custody_for(officer, custody_id)
    return Status(201, actions.ask_custody_access(custody=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/accesses/{access_id}/answer", response={204: None})
def answer_custody_access(request: HttpRequest, access_id: UUID, given: AccessAnswerIn) -> Status[None]:
    officer = officer_of(request)
    row = access_asked(officer, access_id)
    actions.answer_custody_access(asked=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/custodies/{custody_id}/end", response={204: None})
def end_custody(request: HttpRequest, custody_id: UUID, given: EndCustodyIn) -> Status[None]:
    officer = officer_of(request)
    row = custody_for(officer, custody_id)
    actions.end_custody(custody=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


def _out(page: CustodyPage) -> CustodyOut:
    row = page.row
    return CustodyOut(
        id=row.pk,
        held_by=Custody.HeldBy(row.held_by),
        basis=Custody.Basis(row.basis),
        since=row.since,
        review_due=row.review_due,
        late=page.late,
        where=page.where,
        guardian=page.guardian,
        ended_on=row.ended_on,
        reviews=[
            CustodyReviewOut(
                outcome=CustodyReview.ComesOfIt(each.row.outcome),
                child_heard=each.row.child_heard,
                guardian_present=each.row.guardian_present,
                words=each.words,
                next_on=each.row.next_on,
                at=each.row.at,
            )
            for each in page.reviews
        ],
        accesses=[
            AccessOut(
                id=each.row.pk,
                monitor=CustodyAccess.Monitor(each.row.monitor),
                asked_on=each.row.asked_on,
                given=each.row.given,
                refused_because=each.row.refused_because,
            )
            for each in page.accesses
        ],
        asks_purpose=page.asks_purpose,
    )
