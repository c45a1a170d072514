"""API of the support plan."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import PlanGoal, PlanReview, SupportPlan
from panoh.protection.queries import goal_for, plan_for, plan_page
from panoh.protection.queries.plan import PlanPage
from panoh.registry.access import Act
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class GoalIn(Schema):
    """`desk`: code of the desk that does it; none where the person does."""

    goal: str = Field(min_length=1, max_length=500)
    step: str = Field(min_length=1, max_length=1000)
    desk: str | None = None
    due: date

    def given(self) -> actions.GoalGiven:
        desk = get_object_or_404(Desk, code=self.desk) if self.desk else None
        return actions.GoalGiven(self.goal, self.step, desk, self.due)


class PlanIn(Schema):
    wish: str = Field(min_length=1, max_length=3000)
    goals: list[GoalIn] = []


class ReviewIn(Schema):
    words: str = Field(min_length=1, max_length=3000)
    wish: str = Field("", max_length=3000)
    with_person: bool
    next_on: date | None = None


class CloseGoalIn(Schema):
    outcome: PlanGoal.Outcome
    words: str = Field("", max_length=1000)


class AgreeIn(Schema):
    """`after`: the `mark` of the plan as the person went through it; otherwise it is refused with 409."""

    after: str


class EndIn(Schema):
    because: SupportPlan.Ended


class Made(Schema):
    id: UUID


class GoalOut(Schema):
    id: UUID
    goal: str
    step: str
    desk: str | None
    due: date
    outcome: str
    words: str


class ReviewOut(Schema):
    at: datetime
    with_person: bool
    words: str
    next_due: datetime


class PlanOut(Schema):
    """`id` is none where no plan runs. Who does not keep it sees their own goals only, and no `mark`."""

    id: UUID | None
    wish: str
    agreed: bool
    mark: str
    review_due: datetime | None
    goals: list[GoalOut]
    reviews: list[ReviewOut]


@router.get("/cases/{case_id}/plan", response=PlanOut)
def read_plan(request: HttpRequest, case_id: UUID) -> PlanOut:
    officer = officer_of(request)
    return _shown(plan_page(officer, case_for(officer, case_id, Act.KEEP_PLAN), at=timezone.now()))


@router.post("/cases/{case_id}/plan", response={201: Made})
def draw_up_plan(request: HttpRequest, case_id: UUID, given: PlanIn) -> Status[SupportPlan]:
    officer = officer_of(request)
    case, goals = case_for(officer, case_id, Act.KEEP_PLAN), tuple(each.given() for each in given.goals)
    return Status(201, actions.draw_up_plan(case=case, wish=given.wish, goals=goals, by=officer, at=timezone.now()))


@router.post("/plans/{plan_id}/goals", response={201: Made})
def add_goal(request: HttpRequest, plan_id: UUID, given: GoalIn) -> Status[PlanGoal]:
    officer = officer_of(request)
    plan = plan_for(officer, plan_id)
    return Status(201, actions.add_goal(plan=plan, given=given.given(), by=officer, at=timezone.now()))


@router.post("/plans/{plan_id}/agreed", response={204: None})
def agree_plan(request: HttpRequest, plan_id: UUID, given: AgreeIn) -> Status[None]:
    officer = officer_of(request)
    actions.agree_plan(plan=plan_for(officer, plan_id), after=given.after, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/plans/{plan_id}/reviews", response={201: Made})
def review_plan(request: HttpRequest, plan_id: UUID, given: ReviewIn) -> Status[PlanReview]:
    officer = officer_of(request)
    plan = plan_for(officer, plan_id)
    return Status(201, actions.review_plan(plan=plan, **given.dict(), by=officer, at=timezone.now()))


@router.post("/plans/{plan_id}/end", response={204: None})
def end_plan(request: HttpRequest, plan_id: UUID, given: EndIn) -> Status[None]:
    officer = officer_of(request)
    actions.end_plan(plan=plan_for(officer, plan_id), because=given.because, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/goals/{goal_id}/close", response={204: None})
def close_goal(request: HttpRequest, goal_id: UUID, given: CloseGoalIn) -> Status[None]:
    officer = officer_of(request)
    actions.close_goal(
        goal=goal_for(officer, goal_id), outcome=given.outcome, words=given.words, by=officer, at=timezone.now()
    )
    return Status(204, None)


def _shown(page: PlanPage) -> PlanOut:
    plan = page.plan
    return PlanOut(
        id=plan.pk if plan else None,
        wish=page.wish,
        agreed=page.agreed,
        mark=page.mark,
        review_due=plan.review_due if plan else None,
        goals=[_goal(each.row, each.goal, each.step, each.words) for each in page.goals],
        reviews=[
            ReviewOut(at=each.row.at, with_person=each.row.with_person, words=each.words, next_due=each.row.next_due)
            for each in page.reviews
        ],
    )


def _goal(row: PlanGoal, goal: str, step: str, words: str) -> GoalOut:
    desk = row.desk.code if row.desk else None
    return GoalOut(id=row.pk, goal=goal, step=step, desk=desk, due=row.due, outcome=row.outcome, words=words)
