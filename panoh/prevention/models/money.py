"""Money of the mechanism: budget lines, what was allocated to them, what was spent, and the rates of days.

Costs of a service stand where the service is recorded, and those of a house where the house keeps its years (protection).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models.campaigns import Campaign
from panoh.protection.models import ServiceGiven
from panoh.registry.models import Desk, Officer, TrainingSession


class BudgetLine(models.Model):
    """One payer's money for one programme in one year, kept by one desk, in one currency."""

    class Programme(models.TextChoices):
        """Refuge and services have places of their own in protection, and are no line here."""

        PREVENTION = "prevention", _("prevention and campaigns")
        HOTLINE = "hotline", _("the hotline")
        TRAINING = "training", _("training")
        INVESTIGATION = "investigation", _("investigation and prosecution")
        PROTECTION = "protection", _("protection beside refuge and services")
        RETURN = "return", _("return and reintegration")
        COMPENSATION = "compensation", _("compensation paid by the State")
        COORDINATION = "coordination", _("coordination, data and research")

    reference = models.CharField(max_length=12, unique=True)
    programme = models.CharField(max_length=13, choices=Programme)
    year = models.PositiveSmallIntegerField()
    payer = models.CharField(max_length=13, choices=ServiceGiven.Payer)
    currency = models.CharField(max_length=3)
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="budget_lines")
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "programme", "year", "payer", "currency", "title"], name="one_line_a_title"
            ),
            models.CheckConstraint(condition=~Q(payer="victim"), name="no_victim_pays_for_a_line"),
        ]
        indexes = [models.Index(fields=["year", "programme"], name="budget_lines_by_year")]


class Allocation(models.Model):
    """How much a line holds from a day on: the latest counts, the earlier stay. A cut is an allocation too."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="allocations")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    on = models.DateField()
    document = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="no_allocation_below_nothing")]


class Spending(models.Model):
    """What was spent of a line on a day, in the line's own currency, and to whom it went. 0 says that nothing was spent up to
    that day. Taken back with a reason, it counts no more and stays."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="spendings")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    on = models.DateField()
    provider = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=200)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="spendings")
    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="nothing_is_spent_below_nothing"),
            models.CheckConstraint(condition=Q(campaign=None) | Q(session=None), name="spent_for_one_thing"),
        ]
        indexes = [models.Index(fields=["on"], condition=Q(taken_back_at=None), name="spending_by_day")]


class ExchangeRate(models.Model):
    """So many units of a currency for one US dollar, with its source. `average`: made for the whole span and for amounts of
    that span alone; a daily rate answers for each day of its span. Put right, the earlier stays with the moment."""

    class RateKind(models.TextChoices):
        DAILY = "daily", _("rate of a day")
        AVERAGE = "average", _("average of a span")

    currency = models.CharField(max_length=3)
    kind = models.CharField(max_length=7, choices=RateKind)
    first = models.DateField()
    last = models.DateField()
    per_dollar = models.DecimalField(max_digits=16, decimal_places=6)
    source = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["currency", "kind", "first", "last"], condition=Q(replaced_at=None), name="one_rate_stands"
            ),
            models.CheckConstraint(condition=Q(per_dollar__gt=0), name="a_rate_is_above_nothing"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="a_rate_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["first"], condition=Q(replaced_at=None), name="rates_by_day")]
