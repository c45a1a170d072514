"""Who held which set of questions against which official text: two officers, each on record."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer


class TextConfirmation(models.Model):
    """One officer held a set, or one item of it, against an official text; a second says yes or objects.

    It speaks of one version and of the very bytes of the file (`digest`): a set that changed is held anew. It never
    raises the mark that the file itself carries."""

    class Answered(models.TextChoices):
        AGREED = "agreed", _("agreed")
        OBJECTED = "objected", _("objected")

    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    item = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=200)
    place = models.CharField(max_length=80)
    differs = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    second_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    second_at = models.DateTimeField(null=True)
    second_answer = models.CharField(max_length=8, choices=Answered, blank=True)
    second_words = models.TextField(max_length=2000, blank=True)
    withdrawn_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(second_by=None) | ~Q(second_by=F("by")), name="two_people_confirm"),
            models.CheckConstraint(
                condition=Q(second_by=None, second_at=None, second_answer="")
                | (Q(second_by__isnull=False, second_at__isnull=False) & ~Q(second_answer="")),
                name="a_second_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="a_confirmation_is_withdrawn_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["instrument", "instrument_version"], name="confirmations_of_a_set")]
