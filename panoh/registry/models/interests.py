"""Best interests of a child: assessed question by question, with the child heard. Stands where an adult's consent stands."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord


class BestInterests(SealedRecord):
    """One assessment of one question. Sealed: who took part, the child's views, the options weighed, the reasons.

    The newest of a question stands (`replaced_at` empty). Where the procedure waits for the child's best interests, the
    case moves by an assessment that goes ahead and whose review day has not passed.
    """

    ABOUT_CASE = "case"

    class Question(models.TextChoices):
        """The first three are named as the steps of the procedure that wait for them."""

        SUPPORT_PLAN = "agree_support_plan", _("the support plan")
        RETURN = "return_safely", _("a return or transfer")
        CLOSING = "close", _("closing the case")
        CARE = "care", _("where and with whom the child lives")
        FAMILY = "family", _("contact with the family")
        RESIDENCE = "residence", _("whether the child stays in the country")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interests")
    question = models.CharField(max_length=20, choices=Question)
    goes_ahead = models.BooleanField()
    guardian_present = models.BooleanField()
    assessed_at = models.DateTimeField()
    assessed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "question"], condition=Q(replaced_at=None), name="one_assessment_stands"
            )
        ]
        indexes = [models.Index(fields=["review_on"], condition=Q(replaced_at=None), name="interests_to_review")]
