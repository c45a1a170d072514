"""Places of refuge, and who stays where."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Officer, SealedRecord


class Shelter(SealedRecord):
    """A shelter. Its address is sealed and shown to nobody who does not work there (promise 12)."""

    desk = models.OneToOneField(Desk, on_delete=models.PROTECT, related_name="shelter")
    code = models.CharField(max_length=40, unique=True)


class Place(models.Model):
    """One bed. Beds of one room serve one kind of resident; a family room serves one family at a time.

    `since`: the day from which it is as it stands here; None where nobody wrote that down. What it was before stands in
    `PlaceBefore`. `in_use`: False while it is closed, and nobody is lodged there.
    """

    class Kind(models.TextChoices):
        WOMEN = "women", _("women")
        MEN = "men", _("men")
        GIRLS = "girls", _("girls")
        BOYS = "boys", _("boys")
        FAMILY = "family", _("families")

    shelter = models.ForeignKey(Shelter, on_delete=models.PROTECT, related_name="places")
    room = models.CharField(max_length=20)
    bed = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind)
    step_free = models.BooleanField(default=False)
    long_term = models.BooleanField(default=False)
    in_use = models.BooleanField(default=True)
    since = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shelter", "room", "bed"], name="one_bed_one_place")]

    def __str__(self) -> str:
        return str(_("room %(room)s, bed %(bed)s (%(kind)s)")) % {
            "room": self.room,
            "bed": self.bed,
            "kind": self.get_kind_display(),
        }


class PlaceBefore(models.Model):
    """What a place was until a day, so that nights and beds of past months stay true. Never changed afterwards.

    `because`: why it was closed, put in use again, or changed on that day.
    """

    class Change(models.TextChoices):
        REPAIR = "repair", _("repair")
        NOT_SAFE = "not_safe", _("not safe now")
        NO_STAFF = "no_staff", _("nobody to care for who sleeps there")
        GIVEN_UP = "given_up", _("given up for good")
        IN_USE = "in_use", _("in use again")
        CHANGED = "changed", _("for others, or easier to reach")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="before")
    kind = models.CharField(max_length=6, choices=Place.Kind)
    step_free = models.BooleanField()
    long_term = models.BooleanField()
    in_use = models.BooleanField()
    since = models.DateField(null=True)
    until = models.DateField()
    because = models.CharField(max_length=8, choices=Change)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until__gte=F("since")), name="what_a_place_was_ended_later"
            )
        ]
        indexes = [models.Index(fields=["place", "until"], name="what_places_were")]


class Stay(models.Model):
    """One person on one place, from a day on. The database refuses a second person on a taken place.

    Those who belong together share `family`; a person alone is a family of one. `move_asked_at`: the person wishes to
    move to another house, which may take them over from this one.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stays")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="stays")
    family = models.UUIDField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    move_asked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(until_at=None), name="one_person_on_a_place"),
            models.UniqueConstraint(fields=["case"], condition=Q(until_at=None), name="one_place_for_a_person"),
            models.CheckConstraint(
                condition=Q(until_at=None, ended_by=None) | Q(until_at__gte=F("from_at"), ended_by__isnull=False),
                name="a_stay_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["from_at"], name="stays_by_day")]
