"""The support plan of a case: whole to the desk that keeps it, and to others no more than what they have to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import PlanGoal, PlanReview, SupportPlan
from panoh.protection.queries.waiting import accepted_for_a_place
from panoh.protection.rules.plan import agreed_as_it_stands
from panoh.registry import access, ledger, vault
from panoh.registry.access import Role
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Desk, Officer, shown_now
from panoh.registry.queries import cases_for, may_take_step
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.allowed import Allowed

STEP = "agree_support_plan"
AGREED = frozenset({"plan_agreed"})


@dataclass(frozen=True)
class GoalShown:
    row: PlanGoal
    goal: str
    step: str
    words: str
    may_close: bool


@dataclass(frozen=True)
class ReviewShown:
    row: PlanReview
    words: str


@dataclass(frozen=True)
class PlanPage:
    """`plan` is None where none runs. `keeps`: the viewer's desk keeps it and sees all of it, or may begin one."""

    case: Case
    plan: SupportPlan | None
    keeps: bool
    wish: str = ""
    goals: tuple[GoalShown, ...] = ()
    reviews: tuple[ReviewShown, ...] = ()
    agreed: bool = False
    waits: bool = False
    """The procedure waits for this plan, and the viewer may take the step now."""
    mark: str = ""
    """Of what the person says yes to, see `mark_of_plan`; empty for a desk that sees no more than its own goals."""

    @property
    def asks_agreement(self) -> bool:
        return bool(self.goals) and (not self.agreed or self.waits)


def plan_page(viewer: Officer, case: Case, *, at: datetime) -> PlanPage:
    """The plan that runs, opened for the viewer as far as they work on it; opening it is on record."""
    access.require(viewer, access.Act.KEEP_PLAN, case)
    plan = running_plan(case)
    if plan is None:
        return PlanPage(case, None, keeps=may_draw_up(viewer, case))
    keeps = keeps_plan(viewer, plan)
    with ledger.reading():
        fields = ("wish", "goals", "reviews") if keeps else ("goals",)
        ledger.write(act="read_plan", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields)
        reviews = list(plan.reviews.select_related("by__post__desk").order_by("-at")) if keeps else []
        goals = tuple(_goals_shown(plan, viewer, keeps=keeps))
        opened = [(each, vault.unseal(each)) for each in reviews]
        said = (kept["wish"] for _row, kept in opened if kept.get("wish"))
        return PlanPage(
            case,
            plan,
            keeps,
            wish=next(said, vault.unseal(plan).get("wish", "")) if keeps else "",
            goals=tuple(_goal(each, viewer, keeps=keeps) for each in goals),
            reviews=tuple(ReviewShown(row, kept.get("words", "")) for row, kept in opened),
            agreed=agreed(plan),
            waits=_waits(viewer, case),
            mark=mark_of_plan(plan, goals) if keeps else "",
        )


def _waits(viewer: Officer, case: Case) -> bool:
    return isinstance(may_take_step(case, STEP, by=viewer, met=AGREED), Allowed)


def running_plan(case: Case) -> SupportPlan | None:
    return _RUNNING.first(case)


_RUNNING = Beside(lambda of: SupportPlan.objects.filter(case=of, ended_at=None).select_related("desk").order_by("pk"))
_GOALS = Beside(lambda of: PlanGoal.objects.filter(plan=of).only("added_at"), "plan")


def agreed(plan: SupportPlan) -> bool:
    """Whether the person said yes to the plan with every goal that stands in it now."""
    since = sum(each.added_at > plan.agreed_at for each in _GOALS.of(plan)) if plan.agreed_at else 0
    return agreed_as_it_stands(agreed=plan.agreed_at is not None, goals_since=since)


def mark_of_plan(plan: SupportPlan, goals: Iterable[PlanGoal] | None = None) -> str:
    """A mark of what a yes covers: the plan with every goal in it, which of them are closed, and the yes that was said before.
    `goals`: all of them, where they were read already."""
    every = plan.goals.all() if goals is None else goals
    keys = sorted(f"{each.pk} {each.closed_at.timestamp() if each.closed_at else ''}" for each in every)
    before = str(plan.agreed_at.timestamp()) if plan.agreed_at else ""
    return hashlib.sha256("|".join((str(plan.pk), before, *keys)).encode()).hexdigest()[:16]


def keeps_plan(viewer: Officer, plan: SupportPlan) -> bool:
    """The desk that drew it up, the case's own manager or desk, and a child's guardian."""
    case, desk = plan.case, viewer.desk.pk
    return is_guardian(viewer, case) or desk in {plan.desk_id, case.desk_id} or case.manager_id == viewer.pk


def may_draw_up(viewer: Officer, case: Case) -> bool:
    """Whoever works on the case, a child's guardian, the house that takes the person in, and a desk the plan was shown to.
    A desk that was asked for a lawyer or a course keeps no plan by that."""
    if not access.may(viewer, access.Act.KEEP_PLAN, case):
        return False
    if access.works_on(viewer, access.Act.KEEP_PLAN, case) or is_guardian(viewer, case) or _takes_in(viewer, case):
        return True
    shown = case.disclosures.filter(shown_now(), to_desk=viewer.desk, to_answer=False)
    return shown.filter(fields__icontains='"plan"').exists()


def is_guardian(viewer: Officer, case: Case) -> bool:
    """Of the guardianship authority, where the person is a child."""
    return viewer.role == Role.GUARDIAN and case.track == Case.Track.CHILD


def _takes_in(viewer: Officer, case: Case) -> bool:
    """The person lives in the desk's own house, or the desk accepted to give them a place."""
    lives = case.stays.filter(until_at=None, place__shelter__desk=viewer.desk).exists()
    return lives or accepted_for_a_place(viewer.desk).filter(need__case=case).exists()


def plan_for(viewer: Officer, plan_id: UUID) -> SupportPlan:
    """A plan the viewer's desk keeps, or NotPermitted without telling whether it exists."""
    plans = SupportPlan.objects.select_related("case", "desk").filter(case__in=cases_for(viewer, access.Act.KEEP_PLAN))
    plan = plans.filter(pk=plan_id).first()
    if plan is None or not keeps_plan(viewer, plan):
        raise NotPermitted(
            _("There is no such plan, or another desk keeps it."), _("Ask the desk that keeps the plan.")
        )
    return plan


def goal_for(viewer: Officer, goal_id: UUID) -> PlanGoal:
    """A goal of a plan the viewer's desk keeps, or one given to that desk."""
    seen = cases_for(viewer, access.Act.KEEP_PLAN)
    goal = PlanGoal.objects.select_related("plan__case", "desk").filter(pk=goal_id, plan__case__in=seen).first()
    if goal is None or not (goal.desk_id == viewer.desk.pk or keeps_plan(viewer, goal.plan)):
        raise NotPermitted(
            _("There is no such goal, or another desk works on it."), _("Ask the desk that keeps the plan.")
        )
    return goal


def desks_in(case: Case, keeper: Desk) -> QuerySet[Desk]:
    """Desks a goal may be given to: whoever keeps the plan, and those the person shares the case with already."""
    shared = case.disclosures.filter(shown_now(), to_answer=False).values("to_desk")
    return Desk.objects.filter(Q(pk__in=shared) | Q(pk__in=[keeper.pk, case.desk_id])).order_by("pk")


def _goals_shown(plan: SupportPlan, viewer: Officer, *, keeps: bool) -> QuerySet[PlanGoal]:
    goals = plan.goals.select_related("desk").order_by("closed_at", "due", "added_at")
    return goals if keeps else goals.filter(desk=viewer.desk)


def _goal(row: PlanGoal, viewer: Officer, *, keeps: bool) -> GoalShown:
    kept = vault.unseal(row)
    may_close = row.closed_at is None and (keeps or row.desk_id == viewer.desk.pk)
    return GoalShown(row, kept.get("goal", ""), kept.get("step", ""), kept.get("words", ""), may_close)
