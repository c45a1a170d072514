"""Who works in a refuge, in numbers, and what a year of it costs."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.houses import Shelter
from panoh.protection.models.services import ServiceGiven
from panoh.registry.models import Officer


class StaffCount(models.Model):
    """How many work in a house in one role from a day on. Numbers only: no name of anyone who works there is kept.

    The latest day counts; what was written again for one day replaces what stood, and is kept.
    """

    class Work(models.TextChoices):
        HEAD = "head", _("runs the house")
        SOCIAL = "social", _("social worker")
        PSYCHOLOGIST = "psychologist", _("psychologist")
        HEALTH = "health", _("doctor or nurse")
        LAWYER = "lawyer", _("lawyer")
        TEACHER = "teacher", _("teacher or carer of children")
        NIGHT = "night", _("carer on duty at night")
        GUARD = "guard", _("guard")
        HOUSEHOLD = "household", _("cook or housekeeper")
        INTERPRETER = "interpreter", _("interpreter")

    shelter = models.ForeignKey(Shelter, on_delete=models.PROTECT, related_name="staff")
    work = models.CharField(max_length=12, choices=Work)
    women = models.PositiveSmallIntegerField()
    men = models.PositiveSmallIntegerField()
    trained = models.PositiveSmallIntegerField()
    on = models.DateField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "work", "on"], condition=Q(replaced_at=None), name="one_count_of_staff_a_day"
            ),
            models.CheckConstraint(
                condition=Q(trained__lte=F("women") + F("men")), name="no_more_are_trained_than_work_there"
            ),
        ]


class YearBudget(models.Model):
    """What one payer allocated to a house for a year, and what was spent of it. `spent` None: not known, never zero."""

    shelter = models.ForeignKey(Shelter, on_delete=models.PROTECT, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    payer = models.CharField(max_length=13, choices=ServiceGiven.Payer)
    currency = models.CharField(max_length=3)
    allocated = models.DecimalField(max_digits=14, decimal_places=2)
    spent = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "year", "payer", "currency"],
                condition=Q(replaced_at=None),
                name="one_budget_a_year_a_payer",
            ),
            models.CheckConstraint(condition=~Q(payer="victim"), name="no_victim_pays_for_a_house"),
            models.CheckConstraint(
                condition=Q(allocated__gte=0) & (Q(spent=None) | Q(spent__gte=0)), name="no_budget_below_nothing"
            ),
        ]
