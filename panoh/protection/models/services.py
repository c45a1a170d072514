"""Services that reached a person: who gave them, when, and who paid."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Officer


class ServiceGiven(models.Model):
    """A service that reached the person: who gave it, when, and who paid."""

    class Payer(models.TextChoices):
        STATE = "state", _("the State")
        INTERNATIONAL = "international", _("an international organisation")
        NGO = "ngo", _("an NGO")
        VICTIM = "victim", _("the victim")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="services")
    service = models.CharField(max_length=40)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="services_given")
    on = models.DateField()
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    payer = models.CharField(max_length=13, choices=Payer)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "service", "desk", "on"], name="a_service_once_a_day_a_desk")
        ]
        indexes = [models.Index(fields=["on"], name="services_by_day")]
