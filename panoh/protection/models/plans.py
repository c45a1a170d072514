"""The support plan: what the person wishes, who does what by when, and how it went."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, KeptByDesk, Officer, SealedRecord


class SupportPlan(KeptByDesk, SealedRecord):
    """One plan runs for a person at a time, kept by one desk. Sealed: the person's own wish.

    `agreed_at`: the person said yes to it as it stood then. Help never waits for the plan, nor for that yes.
    """

    ABOUT_CASE = "case"

    class Ended(models.TextChoices):
        REACHED = "reached", _("the goals are reached")
        NOT_WISHED = "not_wished", _("the person does not wish a plan any more")
        MOVED = "moved", _("another desk draws up a new one")
        NO_VIEW = KeptByDesk.OUT_OF_SIGHT, _("the desk that kept it does not see the case any more")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="plans_kept")
    drawn_up_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    drawn_up_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    review_due = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, choices=Ended, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="one_plan_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="a_plan_ends_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["desk", "review_due"], condition=Q(ended_at=None), name="plans_to_review")]


class PlanGoal(SealedRecord):
    """One goal: what for, what is done, by whom, by when. `desk` is None where the person does it.

    Sealed: the goal and the step, and the words with which it was closed.
    """

    ABOUT_CASE = "plan__case"

    class Outcome(models.TextChoices):
        REACHED = "reached", _("reached")
        NOT_WISHED = "not_wished", _("not wished any more")
        NOT_POSSIBLE = "not_possible", _("not possible now")

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="goals")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="goals")
    due = models.DateField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, outcome="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
                name="a_goal_closes_with_an_outcome",
            )
        ]
        indexes = [models.Index(fields=["desk", "due"], condition=Q(closed_at=None), name="goals_to_do")]


class PlanReview(SealedRecord):
    """The plan was looked at again, and when it will be next. Sealed: how it goes, and what the person wishes now."""

    ABOUT_CASE = "plan__case"

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="reviews")
    with_person = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    next_due = models.DateTimeField()
