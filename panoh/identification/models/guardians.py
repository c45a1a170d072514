"""Who stands by a child as guardian: appointed by whom, since when, until when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord


class Guardian(SealedRecord):
    """One guardian stands at a time; those before are kept. Sealed: the name, and how they are reached."""

    ABOUT_CASE = "case"

    class Capacity(models.TextChoices):
        RELATIVE = "relative", _("a relative")
        FOSTER = "foster", _("a foster or patron carer")
        OFFICIAL = "official", _("an officer of the guardianship authority")
        ADVOCATE = "advocate", _("a guardian-advocate of an organisation")
        OTHER = "other", _("another person the child trusts")

    class Authority(models.TextChoices):
        GUARDIANSHIP = "guardianship", _("the guardianship authority")
        COURT = "court", _("a court")
        ABROAD = "abroad", _("an authority of another country")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="guardians")
    capacity = models.CharField(max_length=8, choices=Capacity)
    authority = models.CharField(max_length=12, choices=Authority)
    appointed_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_on=None), name="one_guardian_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_at=None, ended_by=None)
                | Q(ended_on__gte=F("appointed_on"), ended_at__isnull=False, ended_by__isnull=False),
                name="a_guardian_ends_after_the_appointment",
            ),
        ]
