"""Operations: what was planned, who was responsible from when until when, and how each was closed."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Desk, Officer, SealedRecord


class Operation(models.Model):
    """A raid, inspection, flight or list: a group of people who should all be accounted for. `expected` is how many
    were announced, empty where nobody said; `region` is the code of a region or of a district in it."""

    class Kind(models.TextChoices):
        RAID = "raid", _("raid")
        INSPECTION = "inspection", _("inspection")
        BORDER = "border", _("border post")
        FLIGHT = "flight", _("flight")
        CONVOY = "convoy", _("convoy")
        CAMP = "camp", _("camp list")
        DETENTION = "detention", _("detention list before removal")
        STRANDED = "stranded", _("stranded group")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=80)
    on = models.DateField()
    region = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=80, blank=True)
    sector = models.CharField(max_length=30, blank=True)
    expected = models.PositiveIntegerField(null=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="operations")
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "kind", "title", "on"], name="one_operation_a_day")]
        indexes = [models.Index(fields=["on", "desk"], name="operations_by_day")]


class Closing(SealedRecord):
    """An operation was closed. Sealed: why somebody was not accounted for, erased with the names of the
    list. Opened again, it keeps its line."""

    FORGOTTEN_WITH = {"reason_erased": True}

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="closings")
    unaccounted = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reason_erased = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation"], condition=Q(reopened_at=None), name="closed_once"),
            models.CheckConstraint(
                condition=Q(unaccounted=0) | Q(sealed__isnull=False) | Q(reason_erased=True),
                name="nobody_left_out_without_a_reason",
            ),
        ]


class Duty(models.Model):
    """Who is responsible for an operation, from when until when: at every minute exactly one officer."""

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="duties")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="duties")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation"], condition=Q(until_at=None), name="one_responsible"),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")), name="duty_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["desk", "operation"], condition=Q(until_at=None), name="duties_of_desk")]


class HandOver(SealedRecord):
    """An operation offered to another shift or desk; the giver stays responsible until it is accepted.
    Sealed: the note of the giver, and why it was declined."""

    class State(models.TextChoices):
        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="hand_overs")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="hand_overs")
    to_officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.OFFERED)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation"], condition=Q(state="offered"), name="one_open_hand_over"),
            models.CheckConstraint(
                condition=Q(state="offered", answered_at=None, answered_by=None)
                | (~Q(state="offered") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="hand_over_answered_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["to_desk"], condition=Q(state="offered"), name="hand_overs_offered")]
