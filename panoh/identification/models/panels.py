"""The panel that decides formally: who was invited from which agency, who declared what, and each member's sealed vote."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models.decisions import Decision
from panoh.registry.models import Agency, Case, Officer, SealedRecord


class Panel(models.Model):
    """Members called together for one decision in one case. It ends with its decision, or when the person leaves.

    `exploited_as_child`: everything found happened before the person was eighteen, so no means are asked about.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="panels")
    convened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField()
    exploited_as_child = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, null=True, related_name="panel")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(decision=None, ended_at=None), name="one_open_panel_per_case"
            )
        ]


class PanelSeat(SealedRecord):
    """One member of a panel. Sealed: the votes with reasons for each element (the last one counts, earlier ones stay),
    and why a member does not sit. The agency is the one the member came from when invited."""

    ABOUT_CASE = "panel__case"

    class Status(models.TextChoices):
        INVITED = "invited", _("invited")
        SITS = "sits", _("sits")
        CONFLICTED = "conflicted", _("has a conflict of interest and does not sit")
        EXCUSED = "excused", _("excused")

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="seats")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="panel_seats")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.INVITED)
    invited_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    voted_at = models.DateTimeField(null=True)
    excuse_asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    excused_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panel", "officer"], name="one_seat_per_member"),
            models.CheckConstraint(condition=Q(voted_at=None) | Q(status="sits"), name="only_who_sits_votes"),
            models.CheckConstraint(
                condition=~Q(status="excused") | Q(excused_by__isnull=False), name="another_agency_excuses"
            ),
        ]
