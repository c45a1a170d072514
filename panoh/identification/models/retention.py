"""What was decided of names whose time is over: kept for a reason and until a day, or erased by two officers."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer
from panoh.screening.models import Operation

WAITS_FOR_SECOND = Q(keep_until=None, erased_at=None, refused_at=None)


class Deciding(models.Model):
    """One decision about names. Reasons come from lists: a free text could name someone again.

    `keep_until`: kept, and looked at again then. Without it, somebody asks for erasing, which a second officer signs
    (`erased_at`) or sends back (`refused_at`).
    """

    class Because(models.TextChoices):
        PERIOD_OVER = "period_over", _("the time for which names are kept is over")
        PERSON_ASKED = "person_asked", _("the person asked for it")
        PROCEEDINGS = "proceedings", _("a criminal case or a claim still needs them")
        HELP_GOES_ON = "help_goes_on", _("help or follow-up goes on")
        PERSON_WISHES = "person_wishes", _("the person wishes that they are kept")

    because = models.CharField(max_length=13, choices=Because)
    keep_until = models.DateField(null=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    second_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Retention(Deciding):
    """About the names in one closed case."""

    KEEPING = (Deciding.Because.PROCEEDINGS, Deciding.Because.HELP_GOES_ON, Deciding.Because.PERSON_WISHES)
    ERASING = (Deciding.Because.PERIOD_OVER, Deciding.Because.PERSON_ASKED)

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="retentions")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by=None, erased_at=None) | ~Q(second_by=F("by")), name="two_officers_erase"
            ),
            models.CheckConstraint(condition=Q(erased_at=None) | Q(second_by__isnull=False), name="erasing_is_signed"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(keep_until=None, refused_at=None),
                name="one_erasing_of_a_case",
            ),
        ]


class ListRetention(Deciding):
    """About the people on the list of a closed operation who led to no case. `lines`: of how many the names were erased."""

    KEEPING = (Deciding.Because.PROCEEDINGS, Deciding.Because.HELP_GOES_ON)

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="retentions")
    lines = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by=None, erased_at=None) | ~Q(second_by=F("by")), name="two_officers_erase_a_list"
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None, lines=None) | Q(second_by__isnull=False, lines__isnull=False),
                name="erasing_a_list_is_signed",
            ),
            models.UniqueConstraint(
                fields=["operation"], condition=WAITS_FOR_SECOND, name="one_erasing_of_a_list_waits"
            ),
        ]
