"""What a plan asks of a post: a review that comes due, a goal that is to be done; and reviews that others missed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import DateField, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments import countries
from panoh.protection.models import PlanGoal, SupportPlan
from panoh.protection.rules.plan import FIRST, LATER
from panoh.registry import access
from panoh.registry.access import Scope
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import CaseClock, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.reversing import address_of
from panoh.registry.rules.clocks import END_OF_DAY
from panoh.registry.worklists import WorkItem

AHEAD = timedelta(days=7)


def reviews_due(viewer: Officer, *, now: datetime) -> QuerySet[SupportPlan]:
    """For the desk that keeps the plan a week ahead; once missed also for the post the procedure names."""
    open_plans = SupportPlan.objects.filter(ended_at=None, review_due__lt=now + AHEAD)
    asked = Q(pk__in=[])
    if access.may(viewer, access.Act.KEEP_PLAN):
        asked |= Q(desk=viewer.desk, case__in=cases_for(viewer, access.Act.KEEP_PLAN))
        asked |= Q(case__manager=viewer)
    if answers_for_missed(viewer):
        asked |= Q(review_due__lt=now) & ~Q(case__in=_told_by_the_procedure(now))
    return open_plans.filter(asked).order_by("review_due", "pk")


def goals_due(viewer: Officer, *, now: datetime) -> QuerySet[PlanGoal]:
    """Goals given to this desk, and those the person does in plans it keeps."""
    if not access.may(viewer, access.Act.KEEP_PLAN):
        return PlanGoal.objects.none()
    day = reckoned(now + AHEAD, timezone.localdate, DateField())
    goals = PlanGoal.objects.filter(closed_at=None, plan__ended_at=None, due__lte=day)
    ours = Q(desk=viewer.desk) | Q(desk=None, plan__desk=viewer.desk)
    seen = cases_for(viewer, access.Act.KEEP_PLAN)
    return goals.filter(ours, plan__case__in=seen).order_by("due", "pk")


def answers_for_missed(viewer: Officer) -> bool:
    """Whether this is the post to which a missed review goes."""
    named = countries.procedure(settings.COUNTRY).clock(FIRST).escalates_to
    return viewer.role == named and access.scope(viewer, access.Act.SEE_CASE) is Scope.ALL


def _told_by_the_procedure(now: datetime) -> QuerySet[CaseClock, Any]:
    """Cases whose own clock for the review is late too: it brings the case to the same post already."""
    late = CaseClock.objects.filter(clock__in=(FIRST, LATER), stopped_at=None, due_at__lt=now)
    return late.values("case")


def _review(plan: SupportPlan, due_at: datetime, asked: Asked) -> WorkItem:
    passed_on = plan.desk_id != asked.viewer.desk.pk and plan.case.manager_id != asked.viewer.pk
    return WorkItem(
        due_at=due_at,
        reference=plan.case.reference,
        stage="protection",
        what=_("Ask why it was not done, and see that it is") if passed_on else _("Look at the plan again"),
        why=_("The review of the support plan was missed by: %s") % plan.desk if passed_on else _("Support plan"),
        address=address_of("case" if passed_on else "protection:plan", plan.case_id),
        escalated=due_at < asked.now,
    )


def day_over(day: date) -> datetime:
    """The moment until which something due on a day is in time."""
    return datetime.combine(day, END_OF_DAY, tzinfo=countries.calendar(settings.COUNTRY).zone)


def _goal(goal: PlanGoal, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=goal.plan.case.reference,
        stage="protection",
        what=_("Do what the plan says, or say how it went"),
        why=_("A goal of the support plan"),
        address=address_of("protection:plan", goal.plan.case_id),
        escalated=due_at < asked.now,
    )


PLANS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(lambda viewer, now: reviews_due(viewer, now=now), "pk", "review_due"),),
        each(_review),
        lambda: SupportPlan.objects.select_related("case", "desk"),
    ),
    Part(
        (waiting(lambda viewer, now: goals_due(viewer, now=now), "pk", "due"),),
        each(_goal),
        lambda: PlanGoal.objects.select_related("plan__case"),
        day_over,
    ),
)
