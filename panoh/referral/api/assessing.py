"""Assessing needs, by the same act as on the page."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.referral import actions
from panoh.referral.models import AssessedService, Need, NeedsAssessment
from panoh.referral.queries.assessments import AssessmentShown, history
from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for

router = Router()


class WishIn(Schema):
    service: str
    wish: AssessedService.Wish
    urgency: Need.Urgency | None = None
    words: str = Field("", max_length=4000)


class AssessmentIn(Schema):
    """`after`: the newest assessment read before, none for the first."""

    wishes: list[WishIn]
    own_words: str = Field("", max_length=4000)
    not_wanted: str = Field("", max_length=4000)
    not_heard: NeedsAssessment.NotHeard | None = None
    language: str = ""
    with_children: bool = False
    step_free: bool = False
    long_term: bool = False
    guarded: bool = False
    again_on: date | None = None
    after: UUID | None = None


class WishOut(Schema):
    """`before`: what was said last, where it was something else."""

    service: str
    wish: str
    urgency: str
    words: str
    before: str
    need: UUID | None


class AssessmentOut(Schema):
    id: UUID
    at: datetime
    language: str
    with_children: bool
    step_free: bool
    long_term: bool
    guarded: bool
    not_heard: str
    again_on: date | None
    own_words: str
    not_wanted: str
    wishes: list[WishOut]

    @classmethod
    def of(cls, shown: AssessmentShown) -> AssessmentOut:
        row = shown.row
        names = ("id", "language", "with_children", "step_free", "long_term", "guarded", "not_heard", "again_on")
        wishes = [
            WishOut(
                service=line.service.key,
                wish=line.row.wish,
                urgency=line.row.urgency,
                words=line.words,
                before=line.before,
                need=line.row.need_id,
            )
            for _group, lines in shown.groups
            for line in lines
        ]
        return cls(
            at=row.assessed_at,
            own_words=shown.own_words,
            not_wanted=shown.not_wanted,
            wishes=wishes,
            **{name: getattr(row, name) for name in names},
        )


class AssessedOut(Schema):
    """The assessment, and the needs that stand for what is wanted."""

    id: UUID
    needs: list[UUID]


@router.get("/cases/{case_id}/assessments", response=list[AssessmentOut])
def assessments(request: HttpRequest, case_id: UUID) -> list[AssessmentOut]:
    """The newest first. The read is on record."""
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.RECORD_NEED)
    return [AssessmentOut.of(each) for each in history(officer, case, at=timezone.now())]


@router.post("/cases/{case_id}/assessments", response={201: AssessedOut})
def assess_needs(request: HttpRequest, case_id: UUID, given: AssessmentIn) -> Status[AssessedOut]:
    officer = officer_of(request)
    said = given.dict() | {"not_heard": given.not_heard or ""}
    said["wishes"] = [
        actions.WishGiven(each.service, each.wish, each.urgency or "", each.words) for each in given.wishes
    ]
    case = case_for(officer, case_id, Act.RECORD_NEED)
    made = actions.assess_needs(case=case, **said, by=officer, at=timezone.now())
    needs = made.services.exclude(need=None).values_list("need_id", flat=True)
    return Status(201, AssessedOut(id=made.pk, needs=[pk for pk in needs if pk]))
