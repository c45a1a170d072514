"""Staying in contact after a stay or a return, if the person agreed to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.leaving import Departure
from panoh.registry.models import Officer, SealedRecord


class Contact(models.Model):
    """One try at the contact of a period: held, or why not.

    `closes`: with it the period is over; of those where nobody was reached only the last one closes it.
    """

    class Came(models.TextChoices):
        SPOKE = "spoke", _("spoke with the person")
        NOT_REACHED = "not_reached", _("not reached through the safe contact")
        NO_SAFE_WAY = "no_safe_way", _("there is no safe way of contact")

    months = models.PositiveSmallIntegerField()
    closes = models.BooleanField(default=True)
    came = models.CharField(max_length=11, choices=Came)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class FollowUp(Contact, SealedRecord):
    """One try at the contact of a period after a stay. Sealed: how the person is and what they wish."""

    ABOUT_CASE = "departure__stay__case"

    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="follow_ups")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["departure", "months"], condition=Q(closes=True), name="a_period_closes_once"
            ),
        ]
