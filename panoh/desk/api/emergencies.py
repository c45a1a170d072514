"""API of emergencies: a case opened for some hours, noticed by the responsible desk, reviewed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.registry.actions import end_emergency, notice_emergency, open_in_emergency, review_emergency
from panoh.registry.models import EmergencyOpening
from panoh.registry.pages import officer_of
from panoh.registry.queries.emergencies import opening_for, review_by, to_review
from panoh.registry.references import reference_from

router = Router()


class EmergencyIn(Schema):
    reference: str
    because: str = Field(max_length=2000)


class EmergencyOut(Schema):
    """`until_at`: then it shuts by itself. `review_by`: by when it is to be reviewed; `outcome` is empty until it was."""

    id: UUID
    case_id: UUID
    officer: str
    opened_at: datetime
    until_at: datetime
    ended_at: datetime | None
    noticed_at: datetime | None
    review_by: datetime
    outcome: str

    @staticmethod
    def resolve_officer(opening: EmergencyOpening) -> str:
        return opening.officer.name

    @staticmethod
    def resolve_review_by(opening: EmergencyOpening) -> datetime:
        return review_by(opening)


class EmergencyReviewIn(Schema):
    outcome: str
    words: str = Field(max_length=4000)


@router.post("/emergencies", response={201: EmergencyOut})
def open_one(request: HttpRequest, given: EmergencyIn) -> Status[EmergencyOpening]:
    """Open the case of the person who stands before the officer, by its reference."""
    return Status(
        201,
        open_in_emergency(
            reference=reference_from(given.reference),
            because=given.because,
            by=officer_of(request),
            at=timezone.now(),
        ),
    )


@router.get("/emergencies", response=list[EmergencyOut])
def for_review(request: HttpRequest) -> list[EmergencyOpening]:
    """Openings no data-protection officer has looked into."""
    return list(to_review(officer_of(request)))


@router.post("/emergencies/{opening_id}/end", response=EmergencyOut)
def end(request: HttpRequest, opening_id: UUID) -> EmergencyOpening:
    officer = officer_of(request)
    return end_emergency(opening=opening_for(officer, opening_id), by=officer, at=timezone.now())


@router.post("/emergencies/{opening_id}/seen", response=EmergencyOut)
def seen(request: HttpRequest, opening_id: UUID) -> EmergencyOpening:
    """Somebody who is responsible for the case has seen that it was opened."""
    officer = officer_of(request)
    return notice_emergency(opening=opening_for(officer, opening_id), by=officer, at=timezone.now())


@router.post("/emergencies/{opening_id}/review", response=EmergencyOut)
def review(request: HttpRequest, opening_id: UUID, given: EmergencyReviewIn) -> EmergencyOpening:
    officer = officer_of(request)
    return review_emergency(
        opening=opening_for(officer, opening_id),
        outcome=given.outcome,
        words=given.words,
        by=officer,
        at=timezone.now(),
    )
