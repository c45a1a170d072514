"""Leaving a refuge: going out and coming back, and the end of a stay with its reason."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.houses import Stay
from panoh.registry.models import Officer, SealedRecord


class Absence(models.Model):
    """The person is out, as they may be at any time; the bed stays theirs. No permission stands here, nor does a reason."""

    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="absences")
    out_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stay"], condition=Q(back_at=None), name="out_once_at_a_time"),
            models.CheckConstraint(condition=Q(back_at=None) | Q(back_at__gte=F("out_at")), name="back_after_out"),
        ]


class Departure(SealedRecord):
    """Why a stay ends, where the person goes, whether they wish it. Sealed: what is said beside.

    One against the person's wish, and a child's, takes effect only with a second officer's signature: until then the
    stay goes on. `decided_at` with `refused`: the colleague did not sign.
    """

    ABOUT_CASE = "stay__case"

    class Because(models.TextChoices):
        WISH = "wish", _("the person wishes to leave")
        MOVED = "moved", _("moves to another shelter")
        NOT_BACK = "not_back", _("did not come back")
        DANGER = "danger", _("a danger to others in the house")
        CARE = "care", _("needs care this house cannot give")
        CLOSED = "closed", _("the house closes")

    class WhereTo(models.TextChoices):
        OWN_HOME = "own_home", _("a home of their own")
        FAMILY = "family", _("family")
        FRIENDS = "friends", _("friends or others they trust")
        SHELTER = "shelter", _("another shelter")
        HEALTH = "health", _("a hospital or a house of care")
        ABROAD = "abroad", _("home in another country")
        NOT_TOLD = "not_told", _("not told")

    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="departures")
    because = models.CharField(max_length=8, choices=Because)
    where_to = models.CharField(max_length=8, choices=WhereTo)
    wished = models.BooleanField()
    needs_second = models.BooleanField()
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    refused = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stay"], condition=Q(refused=False), name="one_departure_of_a_stay"),
            models.CheckConstraint(condition=Q(wished=True) | Q(needs_second=True), name="against_wish_needs_two"),
            models.CheckConstraint(
                condition=Q(needs_second=False)
                | Q(decided_by=None)
                | Q(refused=True)
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by"))),
                name="the_second_is_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None, refused=False)
                | Q(decided_by__isnull=False, decided_at__gte=F("asked_at")),
                name="a_departure_is_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["decided_at"], name="departures_by_day")]
