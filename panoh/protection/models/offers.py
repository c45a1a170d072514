"""A place held for somebody on the waiting list until a moment; then it goes to the next."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.houses import Place
from panoh.registry.models import Case, Officer


class PlaceOffer(models.Model):
    """One place offered to one person. It holds the place until `until_at`, and no longer; nobody loses their turn by it."""

    class Ended(models.TextChoices):
        TAKEN = "taken", _("taken")
        NOT_WISHED = "not_wished", _("the person does not wish this place")
        TOO_LATE = "too_late", _("the time was over")
        EMERGENCY = "emergency", _("somebody in an emergency needed it")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="place_offers")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="offers")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, choices=Ended, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(ended_at=None), name="a_place_is_offered_once"),
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="a_person_is_offered_one_place"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="an_offer_ends_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(until_at__gt=F("at")), name="an_offer_leaves_time"),
        ]
