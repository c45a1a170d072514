"""Complaints that a person was made to pay for what is free, and what was answered. They are never closed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord


class ChargeComplaint(SealedRecord):
    """Who was paid, and how it came, is sealed. It goes to the intake desk; the desk complained of does not see it."""

    ABOUT_CASE = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="charge_complaints")
    service = models.CharField(max_length=40)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    by_person = models.BooleanField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None, currency="") | (Q(amount__gt=0) & ~Q(currency="")),
                name="a_charge_has_a_currency",
            )
        ]
        indexes = [models.Index(fields=["made_at"], name="charge_complaints_by_day")]


class ChargeAnswer(SealedRecord):
    """What was found and done; another answer can always follow. Sealed: the words."""

    ABOUT_CASE = "complaint__case"

    class Found(models.TextChoices):
        LOOKED_INTO = "looked_into", _("it is being looked into")
        PAID_BACK = "paid_back", _("the money was paid back")
        NOT_SHOWN = "not_shown", _("it could not be shown")

    complaint = models.ForeignKey(ChargeComplaint, on_delete=models.PROTECT, related_name="answers")
    outcome = models.CharField(max_length=11, choices=Found)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
