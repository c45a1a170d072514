"""A signal without identity: a call to the hotline, a tip, somebody else's worry. No case before somebody is met."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Officer, SealedRecord


class Signal(SealedRecord):
    """Sealed: what was said. Two signals are one only where an officer says so (`same_as`), and it can be undone.

    `case`: the person was met, and is at least presumed a victim. `closed_at`: it is followed no further (`SignalClosing`).
    """

    ABOUT_CASE = "case"

    class Source(models.TextChoices):
        HOTLINE = "hotline", _("a call to the hotline")
        TIP = "tip", _("a tip by somebody else")
        MESSAGE = "message", _("a message or letter")
        AGENCY = "agency", _("another agency")
        CAME = "came", _("somebody who came by")

    reference = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=8, choices=Source)
    region = models.CharField(max_length=12, blank=True)
    child_possible = models.BooleanField(default=False)
    in_danger = models.BooleanField(default=False)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    received_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="others")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="signals")
    met_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(same_as=None) | ~Q(same_as=F("pk")), name="a_signal_is_not_its_own_twin"
            ),
            models.CheckConstraint(
                condition=Q(case=None, met_at=None) | Q(case__isnull=False, met_at__isnull=False),
                name="a_signal_met_has_case_and_time",
            ),
            models.CheckConstraint(condition=Q(closed_at=None) | Q(case=None), name="a_signal_met_is_not_closed"),
        ]
        indexes = [
            models.Index(
                fields=["received_at"], condition=Q(case=None, same_as=None, closed_at=None), name="signals_to_follow"
            )
        ]
