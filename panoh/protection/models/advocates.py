"""Who stands by a person as independent advocate: named by the person, answered by the desk, ended by the person at any time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Disclosure, Officer


class Advocate(models.Model):
    """One at a time; those before are kept. It rests on its disclosure: where that closes the advocate stands no more.

    `shares`: what the person lets them see once they accept. `decisions_seen_at`: until when they know what was decided.
    """

    class Decline(models.TextChoices):
        FULL = "full", _("we cannot take anybody on now")
        CONFLICT = "conflict", _("we would not be independent in this case")
        LANGUAGE = "language", _("nobody here speaks the language")
        TOO_FAR = "too_far", _("the person is too far away")
        OTHER = "other", _("another reason")

    class Ended(models.TextChoices):
        WISH = "wish", _("the person wishes it")
        LEAVES = "leaves", _("the advocate cannot go on")
        NOT_INDEPENDENT = "not_independent", _("the advocate is not independent any more")
        CLOSED = "closed", _("what was shown closed by itself or was withdrawn")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advocates")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="+")
    shares = models.JSONField()
    named_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    answer_due = models.DateTimeField()
    accepted = models.BooleanField(null=True)
    decline_reason = models.CharField(max_length=8, choices=Decline, blank=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    decisions_seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=15, choices=Ended, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="one_advocate_at_a_time"),
            models.CheckConstraint(
                condition=Q(accepted=None, answered_at=None, answered_by=None, decline_reason="")
                | Q(accepted=True, answered_at__gte=F("named_at"), answered_by__isnull=False, decline_reason="")
                | (Q(accepted=False, answered_at__gte=F("named_at"), ended_at__isnull=False) & ~Q(decline_reason="")),
                name="an_advocate_answers_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["desk", "answer_due"], condition=Q(ended_at=None), name="advocates_of_a_desk")]
