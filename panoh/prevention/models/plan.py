"""The national action plan: its measures, whose they are, by when, and how far they came."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Desk, Officer


class PlanMeasure(models.Model):
    """One measure of a plan: whose it is, by when, and what is set aside for it. `state` and `due_on` are those of the
    latest word on it (MeasureProgress)."""

    class State(models.TextChoices):
        NOT_BEGUN = "not_begun", _("not begun")
        UNDER_WAY = "under_way", _("under way")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    plan = models.CharField(max_length=120)
    number = models.CharField(max_length=20)
    words = models.CharField(max_length=500)
    owner = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="plan_measures")
    due_on = models.DateField()
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.NOT_BEGUN)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_measure_a_number"),
            models.CheckConstraint(
                condition=Q(budget=None, currency="") | (Q(budget__gte=0) & ~Q(currency="")),
                name="a_set_aside_sum_has_a_currency",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(state__in=("not_begun", "under_way")), name="measures_by_day")
        ]


class MeasureProgress(models.Model):
    """What the owner said of a measure, each word kept. `due_on`: the day as it was then; moving it needs words too."""

    measure = models.ForeignKey(PlanMeasure, on_delete=models.PROTECT, related_name="progress")
    state = models.CharField(max_length=10, choices=PlanMeasure.State)
    words = models.CharField(max_length=500)
    due_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
