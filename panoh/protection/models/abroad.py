"""What a body of another country is to be told of a person, and the word of the data-protection officer on it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.consular import HostReferral
from panoh.protection.models.returns import Return
from panoh.registry.models import Case, Officer, SealedRecord


class TransferAbroad(SealedRecord):
    """Asked for with a question to a body of the country a person is in, or with a receiver abroad of their return.

    It is about exactly this body and these `fields`: named anew, it is asked anew. Sealed: the body, what for, and the words
    of the data-protection officer. `ended_at`: since when nobody waits for it any more.
    """

    ABOUT_CASE = "case"

    class Refused(models.TextChoices):
        """Why not. Each leaves a way: the desk asks anew with what is amended."""

        TOO_MUCH = "too_much", _("more is told than the body needs")
        NOT_SAFE = "not_safe", _("it would not be safe with that body, or in that country")
        NOT_CLEAR = "not_clear", _("it is not clear who would receive it, or what for")
        NO_CONSENT = "no_consent", _("the person does not agree, or no longer")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers_abroad")
    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, null=True, related_name="transfers")
    host = models.OneToOneField(HostReferral, on_delete=models.PROTECT, null=True, related_name="transfer")
    country = models.CharField(max_length=2)
    fields = models.JSONField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    approved = models.BooleanField(null=True)
    refused_because = models.CharField(max_length=10, choices=Refused, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(of_return=None, host__isnull=False) | Q(of_return__isnull=False, host=None),
                name="a_transfer_is_of_a_return_or_a_host",
            ),
            models.CheckConstraint(
                condition=Q(approved=None, answered_at=None, answered_by=None, refused_because="")
                | Q(approved=True, answered_at__gte=F("asked_at"), answered_by__isnull=False, refused_because="")
                | Q(approved=False, answered_at__gte=F("asked_at"), answered_by__isnull=False) & ~Q(refused_because=""),
                name="a_transfer_is_refused_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="a_transfer_takes_two"
            ),
            models.UniqueConstraint(
                fields=["of_return"], condition=Q(ended_at=None), name="one_transfer_of_a_return_stands"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(approved=None, ended_at=None), name="transfers_to_answer"),
        ]
