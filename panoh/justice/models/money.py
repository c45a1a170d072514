"""Money of a criminal case: restitution ordered and paid, and what was frozen and confiscated. Sums keep their currency."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.justice.models.cases import CriminalCase
from panoh.registry.models import Officer


class Restitution(models.Model):
    """What a court ordered to be paid to the victims."""

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="restitutions")
    on = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="restitution_is_an_amount")]


class RestitutionPayment(models.Model):
    """What reached the victims of it, in the currency of the order."""

    restitution = models.ForeignKey(Restitution, on_delete=models.PROTECT, related_name="payments")
    on = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="a_payment_is_an_amount")]


class Asset(models.Model):
    """Something frozen; later confiscated or given back."""

    class Kind(models.TextChoices):
        MONEY = "money", _("money")
        ACCOUNT = "account", _("a bank account")
        VEHICLE = "vehicle", _("a vehicle")
        PROPERTY = "property", _("a house or land")
        BUSINESS = "business", _("a business")
        OTHER = "other", _("something else")

    class Became(models.TextChoices):
        CONFISCATED = "confiscated", _("confiscated")
        RELEASED = "released", _("given back")

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="assets")
    kind = models.CharField(max_length=8, choices=Kind)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    frozen_on = models.DateField()
    became = models.CharField(max_length=11, choices=Became, blank=True)
    settled_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value=None, currency="") | (Q(value__gt=0) & ~Q(currency="")), name="a_value_has_a_currency"
            ),
            models.CheckConstraint(
                condition=Q(became="", settled_on=None) | ~Q(became="") & Q(settled_on__gte=F("frozen_on")),
                name="an_asset_is_settled_on_a_day",
            ),
        ]
