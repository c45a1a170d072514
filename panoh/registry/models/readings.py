"""Readings that stood out, and what came of asking about them: one answer by a data-protection officer, kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord


class UnusualReading(models.Model):
    """A reading that stood out, kept from when the watch first saw it until somebody looked into it, however long that takes.

    `count`, `usual`: as told (`rules.unusual_reading`). No officer where it is about who read one person.
    """

    ABOUT_CASE = "case"

    kind = models.CharField(max_length=12)
    day = models.DateField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    count = models.PositiveIntegerField()
    usual = models.PositiveIntegerField()
    found_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["found_at"], condition=Q(reviewed_at=None), name="unusual_not_reviewed")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "day", "officer"], condition=Q(case=None), name="one_unusual_day"),
            models.UniqueConstraint(
                fields=["kind", "day", "case"], condition=Q(officer=None), name="one_unusual_person"
            ),
            models.UniqueConstraint(fields=["kind", "day", "officer", "case"], name="one_unusual_of_both"),
        ]


class ReadingReview(SealedRecord):
    """A data-protection officer asked about a reading. Sealed: what they were told and found.

    `kind`, `day`, and the officer or the case say which reading; looked into once, it is not put before anyone again.
    """

    ABOUT_CASE = "case"

    class Outcome(models.TextChoices):
        EXPLAINED = "explained", _("there was a good reason")
        WARNED = "warned", _("no good reason; the officer and their agency were told")
        BREACH = "breach", _("a breach: people are told and their danger is assessed again")

    kind = models.CharField(max_length=12)
    day = models.DateField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="reading_reviews")
    outcome = models.CharField(max_length=9, choices=Outcome)
    reviewed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "day", "officer"], condition=Q(case=None), name="one_review_of_officer"
            ),
            models.UniqueConstraint(
                fields=["kind", "day", "case"], condition=Q(officer=None), name="one_review_of_case"
            ),
            models.UniqueConstraint(fields=["kind", "day", "officer", "case"], name="one_review_of_both"),
        ]
