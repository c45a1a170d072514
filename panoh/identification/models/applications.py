"""The application for status: one page, made by the person or whoever stands by them, counting from first contact."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord


class Application(SealedRecord):
    """That the person asks for the status. Help never waits for one. Sealed: words, and who speaks for the person.

    `counts_from`: the moment of first contact, whenever it was written. `decide_now`: the person does not want to wait
    for the end of the recovery period.
    """

    ABOUT_CASE = "case"

    class MadeBy(models.TextChoices):
        PERSON = "person", _("the person")
        REPRESENTATIVE = "representative", _("the person’s representative")
        GUARDIAN = "guardian", _("the child’s guardian")
        DESK = "desk", _("a desk, for the person")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="application")
    made_by = models.CharField(max_length=14, choices=MadeBy)
    counts_from = models.DateTimeField()
    decide_now = models.BooleanField(default=False)
    received_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(counts_from__lte=F("received_at")), name="an_application_counts_from_first_contact"
            )
        ]
