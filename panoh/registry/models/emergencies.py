"""A case opened in an emergency by somebody whose post does not reach it: for hours, with a reason, and told at once."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord
from panoh.registry.moment import moment


class EmergencyOpening(SealedRecord):
    """One officer opened one case, until a moment. Sealed: why, and what the data-protection officer found.

    `noticed_at`: somebody of the desk that is responsible for the case, or its manager, saw that it was opened.
    """

    ABOUT_CASE = "case"

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", _("there was an emergency")
        NOT_JUSTIFIED = "not_justified", _("there was none; the officer and their agency were told")
        BREACH = "breach", _("a breach: the person is told and their danger is assessed again")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="emergencies")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    noticed_at = models.DateTimeField(null=True)
    noticed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=13, choices=Outcome, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    @property
    def opens_now(self) -> bool:
        return self.ended_at is None and self.until_at > moment()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("opened_at")), name="an_emergency_ends"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("officer")), name="nobody_reviews_their_own_emergency"
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "case"], condition=Q(ended_at=None), name="emergencies_of_officer"),
            models.Index(fields=["opened_at"], condition=Q(reviewed_at=None), name="emergencies_to_review"),
            models.Index(fields=["case"], condition=Q(noticed_at=None), name="emergencies_to_notice"),
        ]


def open_now() -> Q:
    """The openings that still open something."""
    return Q(ended_at=None, until_at__gt=moment())
