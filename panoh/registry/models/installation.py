"""What this installation is: a country's real system, or a demonstration with invented people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Installation(models.Model):
    """One row. A database is demo or real from its first day and never changes."""

    class Kind(models.TextChoices):
        REAL = "real", _("in use")
        DEMO = "demo", _("demonstration with invented people")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    kind = models.CharField(max_length=4, choices=Kind)
    country = models.CharField(max_length=2)
    set_up_at = models.DateTimeField()
    demo_day = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_installation")]
