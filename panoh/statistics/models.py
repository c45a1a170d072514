"""Frozen figures: editions of a period as one analyst prepared them and another officer signed, and what of them is public.
Rows are only ever added; the database refuses to change or remove one (registry/ledger_guard.py)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from panoh.registry.models import Officer
from panoh.statistics.rules.periods import Period, PeriodKind

__all__ = ["Edition", "EditionSignature", "Publication", "PublicationAnswer"]


class Edition(models.Model):
    """The figures of one period, word for word, with their hash. In force once signed; a correction is another edition
    that names this one."""

    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    because = models.TextField(blank=True, max_length=2000)
    prepared_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "year", "number"], name="an_edition_has_its_number"),
            models.CheckConstraint(
                condition=Q(corrects=None, because="") | (Q(corrects__isnull=False) & ~Q(because="")),
                name="a_correction_says_why",
            ),
        ]

    @property
    def period(self) -> Period:
        return Period(PeriodKind(self.kind), self.year)

    @property
    def signed(self) -> EditionSignature | None:
        return getattr(self, "signature", None)

    @property
    def state(self) -> str:
        if self.signed is None:
            return _("waits for a signature")
        return _("signed") if self.signed.approved else _("signature refused")


class EditionSignature(models.Model):
    """What another officer said of a prepared edition: signed, or not and why."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="signature")
    prepared_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    approved = models.BooleanField()
    because = models.TextField(blank=True, max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(by=F("prepared_by")), name="whoever_prepared_figures_signs_none_of_them"
            ),
            models.CheckConstraint(condition=Q(approved=True) | ~Q(because=""), name="not_signed_says_why"),
        ]


class Publication(models.Model):
    """What of an edition is shown to everybody, word for word. Public once another officer has agreed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="publications")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    @property
    def answered(self) -> PublicationAnswer | None:
        return getattr(self, "answer", None)

    @property
    def state(self) -> str:
        if self.answered is None:
            return _("waits for an answer")
        return _("public") if self.answered.agreed else _("not published")


class PublicationAnswer(models.Model):
    """What another officer said: that it may be public, or not and why. `published`: the edition, once it is public."""

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="answer")
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField()
    because = models.TextField(blank=True, max_length=2000)
    published = models.OneToOneField(Edition, on_delete=models.PROTECT, null=True, related_name="made_public")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(by=F("proposed_by")), name="whoever_proposed_to_publish_agrees_to_nothing"
            ),
            models.CheckConstraint(
                condition=Q(agreed=True, published__isnull=False) | (Q(agreed=False, published=None) & ~Q(because="")),
                name="not_published_says_why",
            ),
        ]
