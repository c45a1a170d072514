"""Populations at risk: how large each is said to be, by whom and on which day, and which operations were about one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer
from panoh.screening.models import Operation


class PopulationSize(models.Model):
    """One statement of how many there are. `size` is empty where it says that nobody knows; zero is a count. Later ones stand
    beside the earlier."""

    class Mark(models.TextChoices):
        OFFICIAL = "official", _("seen in the official text")
        SECONDARY = "secondary", _("seen second-hand")
        PROVISIONAL = "provisional", _("not verified")

    population = models.CharField(max_length=40)
    size = models.PositiveIntegerField(null=True)
    low = models.PositiveIntegerField(null=True)
    high = models.PositiveIntegerField(null=True)
    as_of = models.DateField()
    source = models.CharField(max_length=200)
    mark = models.CharField(max_length=11, choices=Mark)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(low=None, high=None) | Q(low__lte=F("size"), high__gte=F("size")),
                name="a_size_lies_in_its_range",
            )
        ]
        indexes = [models.Index(fields=["population", "as_of"], name="population_sizes")]


class PopulationOperation(models.Model):
    """An officer said that the people of an operation are of a population at risk. Of the operation, not of anybody in it."""

    population = models.CharField(max_length=40)
    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["population", "operation"], name="an_operation_once_of_a_population")
        ]
