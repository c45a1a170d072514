"""A sampling plan: what is wanted, the strata with the list each was drawn from, and the sites drawn by lot."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer


class SamplingPlan(models.Model):
    """Made once and never changed: a sample drawn again until it suits is none. `share`, `margin`, `confidence` and
    `likeness` (how alike people of one site answer) are parts of one. `people`: empty where some site's are not known."""

    class Method(models.TextChoices):
        PROPORTIONAL = "proportional", _("as many sites as there are of a kind")
        NEYMAN = "neyman", _("more where an earlier sample found sites to differ")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=120)
    season = models.CharField(max_length=40, blank=True)
    division = models.CharField(max_length=12, blank=True)
    kinds = models.JSONField()
    margin = models.DecimalField(max_digits=4, decimal_places=3)
    confidence = models.DecimalField(max_digits=4, decimal_places=3)
    share = models.DecimalField(max_digits=4, decimal_places=3)
    likeness = models.DecimalField(max_digits=4, decimal_places=3)
    each = models.PositiveIntegerField()
    method = models.CharField(max_length=12, choices=Method)
    after = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    seed = models.CharField(max_length=40)
    people = models.PositiveIntegerField(null=True)
    interviews = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(margin__gt=0, margin__lt=1, confidence__gt=0, confidence__lt=1, share__gt=0, share__lt=1),
                name="parts_of_one_in_a_plan",
            ),
            models.CheckConstraint(
                condition=~Q(method="neyman") | Q(after__isnull=False), name="neyman_after_an_earlier_plan"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PlanStratum(models.Model):
    """Sites of one kind in one region. `frame`: the references drawn from, in order; `drawn`: those drawn, in the order of
    the lot. Seed and frame draw the same again."""

    plan = models.ForeignKey(SamplingPlan, on_delete=models.PROTECT, related_name="strata")
    key = models.CharField(max_length=30)
    people = models.PositiveIntegerField(null=True)
    deviation = models.FloatField(null=True)
    frame = models.JSONField()
    drawn = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="a_stratum_once_in_a_plan")]
