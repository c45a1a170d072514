"""Decisions on victim status with reasons and signatures, and the anonymous record of an adult who declined."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, DeclineReason, Officer, SealedRecord


class Decision(SealedRecord):
    """Proposed by one officer. A positive takes effect at once; a negative only when another officer signs
    (promise 9). Sealed: the written reasons."""

    ABOUT_CASE = "case"

    class Stage(models.TextChoices):
        PRELIMINARY = "preliminary", _("preliminary decision")
        FORMAL = "formal", _("formal decision")

    class Outcome(models.TextChoices):
        POSITIVE = "positive", _("victim of trafficking")
        NEGATIVE = "negative", _("threshold not met")

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("waits for a second signature")
        FINAL = "final", _("in effect")
        RETURNED = "returned", _("sent back by the second officer")
        ENDED = "ended", _("ended undecided: the person left")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    stage = models.CharField(max_length=11, choices=Stage)
    outcome = models.CharField(max_length=8, choices=Outcome)
    form = models.CharField(max_length=8, choices=Case.Form, default=Case.Form.UNKNOWN)
    status = models.CharField(max_length=8, choices=Status)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reconsiders = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="reconsidered_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "stage"], condition=Q(status="proposed"), name="one_open_proposal_per_stage"
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None) | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="signature_has_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="negative", status="final") | Q(signed_by__isnull=False),
                name="a_negative_has_a_second_signature",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("proposed_by")), name="the_second_signature_is_anothers"
            ),
        ]
        indexes = [models.Index(fields=["stage", "status", "signed_at"], name="decisions_by_stage")]


class Refusal(models.Model):
    """An adult declined the referral. With the sex and nationality left on the person this is the whole record of it;
    the reason is one of a list, so that no name can be written into it (promise 4)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="refusals")
    reason = models.CharField(max_length=40, choices=DeclineReason)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
