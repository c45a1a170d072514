"""API of the best interests of a child."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.actions.interests import Assessed
from panoh.protection.api.house import router
from panoh.protection.queries.interests import InterestsShown, interests_page
from panoh.registry.access import Act
from panoh.registry.models import BestInterests
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class InterestsSaid(Schema):
    question: BestInterests.Question
    present: str = Field(min_length=1, max_length=1000)
    views: str = Field(min_length=1, max_length=3000)
    options: str = Field(min_length=1, max_length=3000)
    reasons: str = Field(min_length=1, max_length=3000)
    goes_ahead: bool
    guardian_present: bool
    review_on: date


class InterestsIn(InterestsSaid):
    """`after`: the newest assessment the caller saw, of any question; otherwise it is refused with 409."""

    after: UUID | None = None


class InterestsOut(InterestsSaid):
    id: UUID
    assessed_at: datetime
    stands: bool


class InterestsMade(Schema):
    id: UUID


@router.get("/cases/{case_id}/interests", response=list[InterestsOut])
def read_interests(request: HttpRequest, case_id: UUID) -> list[InterestsOut]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.ASSESS_INTERESTS)
    return [_out(each) for each in interests_page(officer, case, at=timezone.now())]


@router.post("/cases/{case_id}/interests", response={201: InterestsMade})
def assess_interests(request: HttpRequest, case_id: UUID, given: InterestsIn) -> Status[BestInterests]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.ASSESS_INTERESTS)
    assessed = Assessed(**given.dict(exclude={"after"}))
    made = actions.assess_interests(case=case, given=assessed, after=given.after, by=officer, at=timezone.now())
    return Status(201, made)


def _out(each: InterestsShown) -> InterestsOut:
    row = each.row
    return InterestsOut(
        id=row.pk,
        question=BestInterests.Question(row.question),
        present=each.present,
        views=each.views,
        options=each.options,
        reasons=each.reasons,
        goes_ahead=row.goes_ahead,
        guardian_present=row.guardian_present,
        review_on=row.review_on,
        assessed_at=row.assessed_at,
        stands=row.replaced_at is None,
    )
