"""Lists sent to an operation: how those of one sender are read, and how far each is taken."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Desk, Officer, SealedRecord
from panoh.screening.models.operations import Operation


class ManifestSource(models.Model):
    """How lists of one sender (an airline, a camp) are read: which heading means what, and their words for values.
    A change adds a version; the latest is offered. Holds no personal data."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="manifest_sources")
    name = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    columns = models.JSONField(default=dict)
    saved_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "name", "version"], name="one_version_of_a_source")]


class ListSent(SealedRecord):
    """A list an officer sent in, kept sealed until they have seen what is in it and say yes; erased a day later.
    Sealed: what the file says. `done` of `people` are taken: where taking goes on after an interruption."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be looked at")
        TAKING = "taking", _("being taken")
        TAKEN = "taken", _("taken")

    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="lists")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    file_digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=8, default="csv")
    source = models.ForeignKey(ManifestSource, on_delete=models.PROTECT, null=True, related_name="lists")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    people = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    already = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(done__lte=F("people")), name="no_more_taken_than_sent")]
