"""What people judge of a standard or criterion in one report year, and the documents they name for it. Never a tier."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer


class Judgement(models.Model):
    """One person's, with reasons. Another of the same person replaces it and both stay; of several people all are shown."""

    class Judged(models.TextChoices):
        MET = "met", _("met")
        PARTLY = "partly", _("met in part")
        NOT_MET = "not_met", _("not met")
        CANNOT_TELL = "cannot_tell", _("cannot be told from what there is")

    country = models.CharField(max_length=3)
    report = models.PositiveSmallIntegerField()
    criterion = models.CharField(max_length=10)
    version = models.CharField(max_length=20)
    judged = models.CharField(max_length=11, choices=Judged)
    reasons = models.TextField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(reasons=""), name="a_judgement_has_reasons")]


class EvidenceDocument(models.Model):
    """A document that shows something a criterion asks for: its title, its day, who issued it, and where it can be found. Who
    issued those named before that was asked is not known."""

    class Issuer(models.TextChoices):
        STATE = "state", _("an authority of this state")
        INTERNATIONAL = "international", _("an international organization or another state")
        OTHER = "other", _("somebody else: an organization, the press, a university")

    country = models.CharField(max_length=3)
    report = models.PositiveSmallIntegerField()
    criterion = models.CharField(max_length=10)
    evidence = models.CharField(max_length=30)
    title = models.CharField(max_length=300)
    on = models.DateField()
    found_at = models.CharField(max_length=300)
    issuer = models.CharField(max_length=13, choices=Issuer, blank=True)
    issued_by = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
