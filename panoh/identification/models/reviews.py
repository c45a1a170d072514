"""Asking for reconsideration of a negative decision: who asked, when, and sealed, on which grounds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models.decisions import Decision
from panoh.registry.models import Case, Officer, SealedRecord


class Reconsideration(SealedRecord):
    """A request that others look again. Open until they decided. Sealed: the grounds, and who speaks for the person.

    `late`: asked after the time that counts from being told. It is looked at all the same.
    """

    ABOUT_CASE = "case"

    class AskedBy(models.TextChoices):
        PERSON = "person", _("the person")
        REPRESENTATIVE = "representative", _("the person’s representative")
        GUARDIAN = "guardian", _("the child’s guardian")
        DESK = "desk", _("a desk that cares for the person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reconsiderations")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="reconsideration")
    asked_by = models.CharField(max_length=14, choices=AskedBy)
    late = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(decided_at=None), name="one_open_reconsideration_per_case"
            )
        ]
