"""Danger to a person and what is done against it, each with the desk that does it and the day it is looked at again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Officer, SealedRecord


class RiskAssessment(SealedRecord):
    """How great the danger was found to be on a day: a judgement of people, never computed. The newest stands.

    Sealed: what or whom the danger comes from, and how the person sees it themselves.
    """

    ABOUT_CASE = "case"

    class Level(models.TextChoices):
        NONE_SEEN = "none_seen", _("no danger seen now")
        POSSIBLE = "possible", _("danger is possible")
        SERIOUS = "serious", _("serious danger")
        IMMEDIATE = "immediate", _("immediate danger")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="risks")
    level = models.CharField(max_length=9, choices=Level)
    assessed_at = models.DateTimeField()
    assessed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(replaced_at=None), name="one_risk_assessment_stands")
        ]
        indexes = [models.Index(fields=["review_on"], condition=Q(replaced_at=None), name="risks_to_review")]


class SafetyMeasure(SealedRecord):
    """One thing done for the person's safety, by one desk that knows them. Sealed: what is done."""

    ABOUT_CASE = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="measures")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="measures")
    review_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["desk", "review_on"], condition=Q(ended_at=None), name="measures_to_review")]
