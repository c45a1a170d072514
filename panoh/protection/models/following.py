"""Staying in contact after a stay, if the person agreed to it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.leaving import Departure
from panoh.registry.models import Officer, SealedRecord


class FollowUp(SealedRecord):
    """The contact of one period after a stay: held, or why not. Sealed: how the person is and what they wish."""

    ABOUT_CASE = "departure__stay__case"

    class Came(models.TextChoices):
        SPOKE = "spoke", _("spoke with the person")
        NOT_REACHED = "not_reached", _("not reached through the safe contact")
        NO_SAFE_WAY = "no_safe_way", _("there is no safe way of contact")

    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    came = models.CharField(max_length=11, choices=Came)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["departure", "months"], name="one_follow_up_a_period"),
        ]
