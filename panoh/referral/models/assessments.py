"""What a person said they need, service by service, on one day; later assessments stand beside the earlier."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.referral.models.referrals import Need
from panoh.registry.models import Case, Officer, SealedRecord


class NeedsAssessment(SealedRecord):
    """One conversation about needs. It makes needs and closes none.

    Sealed: the person's own words, what they do not want at all, and words beside single services.
    `language`, `with_children`, `step_free`, `long_term`, `guarded`: what help has to fit. `again_on`: the day to
    speak of it again.
    """

    ABOUT_CASE = "case"

    class NotHeard(models.TextChoices):
        TOO_SMALL = "too_small", _("too small to say it")
        NO_LANGUAGE = "language", _("no language in common yet")
        NOT_NOW = "not_now", _("does not want to speak now")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="needs_assessments")
    assessed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()
    language = models.CharField(max_length=10, blank=True)
    with_children = models.BooleanField(default=False)
    step_free = models.BooleanField(default=False)
    long_term = models.BooleanField(default=False)
    guarded = models.BooleanField(default=False)
    not_heard = models.CharField(max_length=9, choices=NotHeard, blank=True)
    again_on = models.DateField(null=True)
    followed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(followed_at=None), name="one_needs_assessment_is_the_newest"
            )
        ]
        indexes = [
            models.Index(
                fields=["again_on"], condition=Q(followed_at=None, again_on__isnull=False), name="needs_to_assess_again"
            )
        ]


class AssessedService(models.Model):
    """What the person said to one service. A service nobody asked about has no row."""

    class Wish(models.TextChoices):
        WANTED = "wanted", _("wants it")
        NOT_NOW = "not_now", _("does not want it now")
        HAS = "has", _("has it already")
        REFUSED = "refused", _("does not want it at all")

    assessment = models.ForeignKey(NeedsAssessment, on_delete=models.PROTECT, related_name="services")
    service = models.CharField(max_length=40)
    wish = models.CharField(max_length=7, choices=Wish)
    urgency = models.CharField(max_length=5, choices=Need.Urgency, blank=True)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, related_name="assessed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "service"], name="a_service_is_assessed_once"),
            models.CheckConstraint(
                condition=(Q(wish="wanted", need__isnull=False) & ~Q(urgency=""))
                | (~Q(wish="wanted") & Q(urgency="", need=None)),
                name="what_is_wanted_is_a_need_with_its_urgency",
            ),
        ]
