"""The support plan: drawn up from the person's own wish, agreed with them, looked at again on time, ended for a reason.

No help depends on it: a service is given and a place found whether a plan runs or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.protection.models import PlanGoal, PlanReview, SupportPlan
from panoh.protection.queries.plan import AGREED, STEP, desks_in, keeps_plan, mark_of_plan, may_draw_up
from panoh.protection.rules.plan import NoSuchDay, next_review, period
from panoh.registry import access, ledger, vault
from panoh.registry.actions import keep_still, take_step
from panoh.registry.actions.clocks import on_event
from panoh.registry.actions.keeping import let_go
from panoh.registry.acts import act
from panoh.registry.models import Case, Desk, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.queries import may_take_step
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.allowed import Allowed
from panoh.registry.rules.clocks import END_OF_DAY, due
from panoh.registry.wording import spoken

CHOSEN_END = frozenset(SupportPlan.Ended.values) - {SupportPlan.Ended.NO_VIEW}
"""Reasons an officer gives; that a desk lost its view is seen by the system."""


@dataclass(frozen=True)
class GoalGiven:
    """What the person wants to reach, what is done for it, by whom (None: the person), by when."""

    goal: str
    step: str
    desk: Desk | None
    due: date


@act
def draw_up_plan(*, case: Case, wish: str, goals: tuple[GoalGiven, ...] = (), by: Officer, at: datetime) -> SupportPlan:
    """From the person's wish in their own words; whatever their status, from the first day on. By whoever works on the case or
    looks after the person: see `may_draw_up`."""
    access.require(by, access.Act.KEEP_PLAN, case)
    if not may_draw_up(by, case):
        raise NotPermitted(
            _("A plan is drawn up by whoever works on the case or gives the person a home."),
            _("Tell the desk that works on the case what the person wishes; no service waits for a plan."),
            subject=f"case:{case.pk}",
        )
    if not wish.strip():
        raise Refused(
            _("A plan begins with what the person wishes."),
            _("Write it in their words; if they do not want to say yet, write that."),
            subject=f"case:{case.pk}",
        )
    let_go(case, at=at)
    plan = SupportPlan(case=case, desk=by.desk, drawn_up_by=by, drawn_up_at=at, review_due=_latest_review(0, at))
    vault.seal(plan, {"wish": wish.strip()})
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("A plan runs for this person already."),
            _("Open it and add the goals there; or ask the desk that keeps it."),
            subject=f"case:{case.pk}",
        ) from None
    for given in goals:
        _add(plan, given, by=by, at=at)
    ledger.write(act="draw_up_plan", by=by, at=at, subject=f"case:{case.pk}", plan=str(plan.pk), goals=len(goals))
    return plan


@act
def add_goal(*, plan: SupportPlan, given: GoalGiven, by: Officer, at: datetime) -> PlanGoal:
    """A goal added after the person's yes is gone through with them again: until then the plan counts as changed."""
    held = _running(plan, by)
    goal = _add(held, given, by=by, at=at)
    ledger.write(act="add_goal", by=by, at=at, subject=f"case:{held.case_id}", goal=str(goal.pk))
    return goal


@act
def close_goal(*, goal: PlanGoal, outcome: str, words: str, by: Officer, at: datetime) -> PlanGoal:
    """Reached, not wished any more, or not possible now: by the desk that works on it, or the one that keeps the plan."""
    access.require(by, access.Act.KEEP_PLAN, goal.plan.case)
    subject = f"case:{goal.plan.case_id}"
    if goal.desk_id != by.desk.pk and not keeps_plan(by, goal.plan):
        raise NotPermitted(
            _("Another desk works on this goal."), _("Ask the desk that keeps the plan."), subject=subject
        )
    if outcome not in PlanGoal.Outcome.values:
        raise Refused(_("A goal closes with an outcome from the list."), _("Choose how it went."), subject=subject)
    keep_still(goal.plan.case_id)
    held = PlanGoal.objects.select_for_update(no_key=True).get(pk=goal.pk)
    if held.closed_at is not None:
        raise Conflict(_("This goal is closed already."), _("Open the plan to see how it went."), subject=subject)
    vault.seal(held, {**vault.unseal(held), "words": words})
    held.outcome, held.closed_at, held.closed_by = outcome, at, by
    held.save()
    ledger.write(act="close_goal", by=by, at=at, subject=subject, goal=str(held.pk), outcome=outcome)
    return held


@act
def agree_plan(*, plan: SupportPlan, after: str, by: Officer, at: datetime) -> SupportPlan:
    """The person went through the plan and said yes. Where the procedure waits for that, the case moves on.

    `after`: the mark of the plan as they went through it. A goal a colleague added meanwhile is none they said yes to.
    A child's yes is heard; the case moves by the recorded decision on the child's best interests."""
    held = _running(plan, by)
    unless_overtaken(after, mark_of_plan(held), subject=f"case:{held.case_id}")
    if not held.goals.exists():
        raise Refused(
            _("There is no goal in the plan yet."),
            _("Add what is done, by whom and by when; then go through it with the person."),
            subject=f"case:{held.case_id}",
        )
    held.agreed_at = at
    held.save(update_fields=["agreed_at"])
    moves = move_on(held, by=by, at=at)
    ledger.write(act="agree_plan", by=by, at=at, subject=f"case:{held.case_id}", plan=str(held.pk), moves=moves)
    return held


def move_on(plan: SupportPlan, *, by: Officer, at: datetime) -> bool:
    """Take the step where the procedure waits for it: by an adult's yes, or by what is in a child's best interests."""
    day = timezone.localdate(at)
    if not isinstance(may_take_step(plan.case, STEP, by=by, met=AGREED, on=day), Allowed):
        return False
    take_step(case=plan.case, step=STEP, met=AGREED, by=by, at=at)
    return True


@act
def review_plan(
    *,
    plan: SupportPlan,
    with_person: bool,
    words: str,
    wish: str = "",
    next_on: date | None = None,
    by: Officer,
    at: datetime,
) -> PlanReview:
    """How it goes, what the person wishes now, and when it is looked at next: never later than the procedure says."""
    held = _running(plan, by)
    latest = _latest_review(held.reviews.count() + 1, at)
    day = next_review(wished=next_on, latest=timezone.localdate(latest), on=timezone.localdate(at))
    if isinstance(day, NoSuchDay):
        raise Refused(spoken(day.reason), spoken(day.way_forward), subject=f"case:{held.case_id}")
    if not words.strip():
        raise Refused(
            _("The review says nothing yet."), _("Write how it goes, goal by goal."), subject=f"case:{held.case_id}"
        )
    held.review_due = datetime.combine(day, END_OF_DAY, tzinfo=latest.tzinfo)
    held.save(update_fields=["review_due"])
    review = PlanReview(plan=held, with_person=with_person, at=at, by=by, next_due=held.review_due)
    vault.seal(review, {"words": words.strip(), "wish": wish.strip()})
    review.save(force_insert=True)
    if held.case.clocks.filter(clock__startswith="plan_review", stopped_at=None).exists():
        on_event(case=held.case, event="plan_reviewed", at=at)
    ledger.write(act="review_plan", by=by, at=at, subject=f"case:{held.case_id}", with_person=with_person)
    return review


@act
def end_plan(*, plan: SupportPlan, because: str, by: Officer, at: datetime) -> SupportPlan:
    """The plan ends, with a reason; a new one can be drawn up at any time, and no service ends with it."""
    held = _running(plan, by)
    if because not in CHOSEN_END:
        raise Refused(
            _("A plan ends with a reason from the list."), _("Choose the reason."), subject=f"case:{held.case_id}"
        )
    held.ended_at, held.ended_because = at, because
    held.save(update_fields=["ended_at", "ended_because"])
    ledger.write(act="end_plan", by=by, at=at, subject=f"case:{held.case_id}", because=because)
    return held


def _running(plan: SupportPlan, by: Officer) -> SupportPlan:
    """The plan locked, so that of two officers changing it at once each sees what the other did."""
    access.require(by, access.Act.KEEP_PLAN, plan.case)
    keep_still(plan.case_id)
    held = SupportPlan.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=plan.pk)
    if not keeps_plan(by, held):
        raise NotPermitted(
            _("Another desk keeps this plan."), _("Ask that desk to change it."), subject=f"case:{held.case_id}"
        )
    if held.ended_at is not None:
        raise Conflict(
            _("This plan has ended."), _("Draw up a new one with the person."), subject=f"case:{held.case_id}"
        )
    return held


def _add(plan: SupportPlan, given: GoalGiven, *, by: Officer, at: datetime) -> PlanGoal:
    _check(plan, given, at)
    goal = PlanGoal(plan=plan, desk=given.desk, due=given.due, added_by=by, added_at=at)
    vault.seal(goal, {"goal": given.goal.strip(), "step": given.step.strip()})
    goal.save(force_insert=True)
    return goal


def _check(plan: SupportPlan, given: GoalGiven, at: datetime) -> None:
    subject = f"case:{plan.case_id}"
    if not given.goal.strip() or not given.step.strip() or given.due < timezone.localdate(at):
        raise Refused(
            _("A goal says what for, what is done, and by which day from today on."),
            _("Fill in the goal and the step, and choose a day that has not passed."),
            subject=subject,
        )
    if given.desk is not None and not desks_in(plan.case, plan.desk).filter(pk=given.desk.pk).exists():
        raise Refused(
            _("This desk does not know the person: a goal would tell it about them."),
            _("Refer the need to the desk first; once it has accepted it can be given a goal."),
            subject=subject,
        )


def _latest_review(held: int, at: datetime) -> datetime:
    clock = countries.procedure(settings.COUNTRY).clock(period(held))
    return due(at, clock, countries.calendar(settings.COUNTRY))
