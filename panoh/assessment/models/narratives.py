"""A source text as it was brought in, the facts read from it, and what its readers say of each. No text is ever changed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer


class Narrative(models.Model):
    """What one publisher wrote of one country for one report year, word for word. `partial`: it is not whole."""

    country = models.CharField(max_length=3)
    report = models.PositiveSmallIntegerField()
    publisher = models.CharField(max_length=200)
    text = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    partial = models.BooleanField(default=False)
    brought_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()


class Fact(models.Model):
    """What the text says in one sentence, as the reader read it or a person marked it. It never changes; what is mended
    stands in a verdict beside it."""

    class Status(models.TextChoices):
        REPORTED = "reported", _("reported")
        ZERO = "zero", _("zero")
        NOT_REPORTED = "not_reported", _("not reported")

    narrative = models.ForeignKey(Narrative, on_delete=models.PROTECT, related_name="facts")
    measure = models.CharField(max_length=40)
    status = models.CharField(max_length=12, choices=Status)
    value = models.DecimalField(max_digits=18, decimal_places=3, null=True)
    unit = models.CharField(max_length=20)
    period = models.CharField(max_length=30, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    breakdown = models.JSONField(default=dict)
    actor = models.CharField(max_length=30)
    usd = models.DecimalField(max_digits=18, decimal_places=3, null=True)
    qualifier = models.CharField(max_length=15, blank=True)
    consecutive_years = models.PositiveSmallIntegerField(null=True)
    derived = models.BooleanField(default=False)
    section = models.CharField(max_length=20, blank=True)
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_quote_has_words"),
            models.CheckConstraint(
                condition=~Q(status="not_reported") | Q(value=None), name="what_is_not_reported_has_no_number"
            ),
        ]


class FactVerdict(models.Model):
    """What one reader says of a fact. `values`: what it is to say by this verdict; empty where it is rejected."""

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("accepted as read")
        CORRECTED = "corrected", _("accepted with a correction")
        REJECTED = "rejected", _("rejected")

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=9, choices=Kind)
    values = models.JSONField(null=True)
    because = models.CharField(max_length=500, blank=True)
    settles = models.BooleanField(default=False)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="accepted", values__isnull=False)
                | (Q(kind="corrected", values__isnull=False) & ~Q(because=""))
                | (Q(kind="rejected", values__isnull=True) & ~Q(because="")),
                name="a_correction_and_a_rejection_say_why",
            ),
            models.CheckConstraint(condition=Q(settles=False) | ~Q(because=""), name="a_settlement_says_why"),
        ]
