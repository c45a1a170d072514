"""Files of a consulate: a national abroad who asked for help or was found, their papers, and the help of the country there."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Consent, Desk, Officer, SealedRecord


class ConsularFile(SealedRecord):
    """One is open for a person at a time. `needs`: codes of what is needed at once (screening/rules/needs_now.py).
    Sealed: the situation the person is in, and where."""

    ABOUT_CASE = "case"

    class HowMet(models.TextChoices):
        ASKED = "asked", _("the person asked for help")
        FOUND = "found", _("the consulate found the person")
        TOLD = "told", _("somebody told of the person")

    class WishAbroad(models.TextChoices):
        NOT_YET = "not_yet", _("not decided yet")
        RETURN = "return", _("wishes to return")
        STAY = "stay", _("wishes to stay")

    class Closed(models.TextChoices):
        RETURNED = "returned", _("returned")
        STAYS = "stays", _("stays, with the help of the country there")
        NOT_WISHED = "not_wished", _("does not wish help any more")
        LOST = "lost", _("contact was lost")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consular_files")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="consular_files")
    country = models.CharField(max_length=2)
    met = models.CharField(max_length=5, choices=HowMet)
    needs = models.JSONField(default=list)
    wish = models.CharField(max_length=7, choices=WishAbroad)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    closed_because = models.CharField(max_length=10, choices=Closed, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(closed_at=None), name="one_consular_file_open"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closed_because="")
                | Q(closed_at__gte=F("opened_at"), closed_by__isnull=False) & ~Q(closed_because=""),
                name="a_consular_file_closes_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "opened_at"], condition=Q(closed_at=None), name="consular_files_open"),
            models.Index(fields=["opened_at"], name="consular_files_by_day"),
        ]


class TravelDocument(SealedRecord):
    """A paper to travel on, asked for and issued. Sealed: its number."""

    ABOUT_CASE = "file__case"

    class Paper(models.TextChoices):
        CERTIFICATE = "certificate", _("a certificate for the return")
        PASSPORT = "passport", _("a passport")
        OTHER = "other", _("another travel document")

    file = models.ForeignKey(ConsularFile, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=11, choices=Paper)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField(null=True)
    issued_by = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_on=None, issued_by=None) | Q(issued_on__gte=F("asked_on"), issued_by__isnull=False),
                name="a_document_is_issued_by_somebody",
            ),
            models.UniqueConstraint(fields=["file"], condition=Q(issued_on=None), name="one_document_asked_for"),
        ]
        indexes = [models.Index(fields=["asked_on"], condition=Q(issued_on=None), name="documents_to_issue")]


class HostReferral(SealedRecord):
    """The person was referred to the mechanism of the country they are in. `fields`: what that body was told of them,
    with their consent. Sealed: which body, and what was said."""

    ABOUT_CASE = "file__case"

    file = models.ForeignKey(ConsularFile, on_delete=models.PROTECT, related_name="host_referrals")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    fields = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    accepted = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)
