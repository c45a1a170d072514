"""API of frozen figures: the list, one edition with what differs today, preparing, correcting, signing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.registry.pages import OfficerRequest, officer_of
from panoh.statistics import actions
from panoh.statistics.api.figures import ValueOut
from panoh.statistics.api.router import router
from panoh.statistics.forms import YEARS
from panoh.statistics.models import Edition
from panoh.statistics.queries.editions import edition_for, edition_page, editions_for
from panoh.statistics.rules.editions import Difference
from panoh.statistics.rules.periods import Period, PeriodKind


class EditionOut(Schema):
    """`digest` is the SHA-256 of `text`. `approved` is empty as long as nobody answered."""

    id: int
    kind: str
    year: int
    number: int
    period_start: date
    period_end: date
    digest: str
    corrects: int | None
    because: str
    prepared_by: str
    prepared_at: datetime
    approved: bool | None
    signed_by: str
    signed_at: datetime | None

    @staticmethod
    def of(edition: Edition) -> EditionOut:
        signed = edition.signed
        return EditionOut(
            id=edition.pk,
            kind=edition.kind,
            year=edition.year,
            number=edition.number,
            period_start=edition.period.first,
            period_end=edition.period.last,
            digest=edition.digest,
            corrects=edition.corrects_id,
            because=edition.because,
            prepared_by=edition.prepared_by.post.code,
            prepared_at=edition.prepared_at,
            approved=signed.approved if signed else None,
            signed_by=signed.by.post.code if signed else "",
            signed_at=signed.at if signed else None,
        )


class DifferenceOut(Schema):
    definition: str
    breakdown: str
    row: str
    frozen: ValueOut
    today: ValueOut
    because: str

    @staticmethod
    def of(found: Difference) -> DifferenceOut:
        return DifferenceOut(
            definition=found.definition,
            breakdown=found.row.dimension or "total",
            row=found.row.key or "total",
            frozen=ValueOut.of(found.row.before),
            today=ValueOut.of(found.row.this),
            because=found.because.value,
        )


class EditionWhole(Schema):
    """The text word for word, whether it fits its hash and the ledger, and what the records say differently today."""

    edition: EditionOut
    text: str
    whole: bool
    stands: bool
    differences: list[DifferenceOut]


class PeriodIn(Schema):
    kind: PeriodKind
    year: Annotated[int, Field(ge=YEARS.start, lt=YEARS.stop)]


class CorrectionIn(Schema):
    because: str


class SignatureIn(Schema):
    approved: bool
    because: str = ""


class EditionAnswered(Schema):
    edition: int
    approved: bool


@router.get("/editions", response=list[EditionOut])
def editions(request: OfficerRequest) -> list[EditionOut]:
    """Frozen figures of every period, newest first."""
    return [EditionOut.of(each) for each in editions_for(request.user).editions]


@router.post("/editions", response={201: EditionOut})
def prepare(request: HttpRequest, payload: PeriodIn) -> Status[EditionOut]:
    """Freeze the figures of a period that is over, for another officer to sign."""
    period = Period(payload.kind, payload.year)
    return Status(201, EditionOut.of(actions.prepare_edition(period=period, by=officer_of(request), at=timezone.now())))


@router.get("/editions/{edition_id}", response=EditionWhole)
def edition(request: OfficerRequest, edition_id: int) -> EditionWhole:
    page = edition_page(request.user, edition_id, now=timezone.now())
    return EditionWhole(
        edition=EditionOut.of(page.edition),
        text=page.edition.text,
        whole=page.whole,
        stands=page.stands,
        differences=[DifferenceOut.of(each) for each in page.differences],
    )


@router.post("/editions/{edition_id}/corrections", response={201: EditionOut})
def correct(request: HttpRequest, edition_id: int, payload: CorrectionIn) -> Status[EditionOut]:
    """Count the period anew beside the edition that stands, for another officer to sign."""
    by = officer_of(request)
    made = actions.correct_edition(
        edition=edition_for(by, edition_id), because=payload.because, by=by, at=timezone.now()
    )
    return Status(201, EditionOut.of(made))


@router.post("/editions/{edition_id}/signature", response={201: EditionAnswered})
def sign(request: HttpRequest, edition_id: int, payload: SignatureIn) -> Status[EditionAnswered]:
    """Sign, or refuse to with reasons. Whoever prepared an edition does not sign it."""
    by = officer_of(request)
    made = actions.sign_edition(
        edition=edition_for(by, edition_id),
        approved=payload.approved,
        because=payload.because,
        by=by,
        at=timezone.now(),
    )
    return Status(201, EditionAnswered(edition=edition_id, approved=made.approved))
