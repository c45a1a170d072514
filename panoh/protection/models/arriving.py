"""Arriving in a refuge: what the person was told, and what the house keeps for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from panoh.protection.models.houses import Stay
from panoh.registry.models import Officer, SealedRecord


class Intake(SealedRecord):
    """Once a stay: what was told in which language. Sealed: the list of what the house keeps for the person.

    No stay depends on it: the bed comes first, and this when the person has slept.
    """

    ABOUT_CASE = "stay__case"

    stay = models.OneToOneField(Stay, on_delete=models.PROTECT, related_name="intake")
    language = models.CharField(max_length=12)
    told = models.JSONField()
    keeps_things = models.BooleanField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_at=None, returned_by=None)
                | Q(returned_at__isnull=False, returned_by__isnull=False, keeps_things=True),
                name="only_what_was_kept_is_returned",
            )
        ]
