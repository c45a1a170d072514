"""A place held for somebody on the waiting list until a moment; then it goes to the next."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.houses import Place
from panoh.referral.models import Referral
from panoh.registry.models import Case, Officer, SealedRecord


class PlaceOffer(models.Model):
    """One place offered to one person. It holds the place until `until_at`, and no longer; nobody loses their turn by it.

    `referral`: the question it answers, so that whoever sent the person is told. `noted_at`: they have read how it
    stands, last at that moment; what came later is news again.
    """

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
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, related_name="place_offers")
    noted_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(ended_at=None), name="a_place_is_offered_once"),
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="a_person_is_offered_one_place"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="an_offer_ends_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(until_at__gt=F("at")), name="an_offer_leaves_time"),
            models.CheckConstraint(
                condition=Q(noted_at=None, noted_by=None) | Q(noted_at__isnull=False, noted_by__isnull=False),
                name="an_offer_is_noted_by_somebody",
            ),
        ]


class OutOfTurn(SealedRecord):
    """A place was offered or given to somebody while others waited longer for one like it, and why.

    `ahead`: how many of them. Sealed: words beside the reason. It stays with the house, for whoever keeps its list.
    """

    ABOUT_CASE = "case"

    class Ground(models.TextChoices):
        DANGER = "danger", _("in danger where they are")
        CHILD = "child", _("a child, or children are with the person")
        NOWHERE = "nowhere", _("nowhere to sleep tonight")
        HEALTH = "health", _("ill, pregnant or just given birth")
        STEP_FREE = "step_free", _("cannot take steps, and this place has none")
        FAMILY = "family", _("keeps a family together")
        OTHER = "other", _("another reason, in words")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="out_of_turn")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="out_of_turn")
    because = models.CharField(max_length=9, choices=Ground)
    ahead = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(ahead__gt=0), name="somebody_was_ahead")]
        indexes = [models.Index(fields=["-at"], name="out_of_turn_by_day")]
