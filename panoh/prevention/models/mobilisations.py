"""People called up for work by order: pupils for a harvest, conscripts, public works. Of the order, not of anybody in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models.sites import Site
from panoh.registry.models import Agency, Officer, SealedRecord


class MobilisationOrder(SealedRecord):
    """Somebody ordered people to work. `people` and `pay` are empty where nobody knows, and zero where it was counted so.

    Sealed: who ordered in words, the number of the document, and what is known of it. A scan of it is an OrderPaper.
    """

    class Whom(models.TextChoices):
        PUPILS = "pupils", _("pupils of schools")
        STUDENTS = "students", _("students")
        STAFF = "staff", _("staff of schools, hospitals and other bodies of the state")
        CONSCRIPTS = "conscripts", _("conscripts and soldiers")
        RESIDENTS = "residents", _("residents of a village or quarter")
        OTHERS = "others", _("others")

    class Known(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    class Threat(models.TextChoices):
        """How they were made to come."""

        NONE = "none", _("no threat is known")
        SCHOOL = "school", _("loss of a place or marks at school")
        JOB = "job", _("loss of a job or pay")
        BENEFIT = "benefit", _("loss of money or papers of the state")
        ARREST = "arrest", _("arrest, fine or the army")
        FORCE = "force", _("force")

    reference = models.CharField(max_length=12, unique=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="orders")
    division = models.CharField(max_length=12)
    season = models.CharField(max_length=40, blank=True)
    ordered_by = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    whom = models.CharField(max_length=10, choices=Whom)
    people = models.PositiveIntegerField(null=True)
    voluntary = models.CharField(max_length=7, choices=Known)
    threat = models.CharField(max_length=8, choices=Threat)
    paid = models.CharField(max_length=7, choices=Known)
    pay = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(voluntary="yes") | Q(threat="none"), name="nobody_comes_freely_under_a_threat"
            ),
            models.CheckConstraint(condition=Q(pay=None) | Q(paid="yes", pay__gt=0), name="pay_is_of_who_is_paid"),
        ]
        indexes = [models.Index(fields=["on"], name="orders_by_day")]
