"""Residence of a foreign victim: asked for on a ground, decided with reasons, a permit with its days, and the remedy.

Nothing else in the mechanism reads these records: no service, no shelter and no status waits for one.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Disclosure, Officer, SealedRecord


class PermitRequest(SealedRecord):
    """That the person asks to stay; one at a time waits for its decision. Sealed: words, and who speaks for the person.

    `extends`: the permit that is to go on because of proceedings, and `reckoned_until` the day that followed from them when
    it was asked; nothing else of them stands here. `disclosure`: what lets the deciding desk see the case.
    """

    ABOUT_CASE = "case"

    class PermitGround(models.TextChoices):
        PERSONAL = "personal", _("personal situation")
        COOPERATION = "cooperation", _("co-operation with proceedings")

    class RequestState(models.TextChoices):
        OPEN = "open", _("asked, not decided")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")
        TAKEN_BACK = "taken_back", _("taken back")

    class AskedBy(models.TextChoices):
        PERSON = "person", _("the person")
        REPRESENTATIVE = "representative", _("the person’s representative")
        GUARDIAN = "guardian", _("the child’s guardian")
        DESK = "desk", _("a desk, for the person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="permit_requests")
    ground = models.CharField(max_length=11, choices=PermitGround)
    extends = models.ForeignKey("ResidencePermit", on_delete=models.PROTECT, null=True, related_name="extensions")
    reckoned_until = models.DateField(null=True)
    made_by = models.CharField(max_length=14, choices=AskedBy)
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="permit_requests")
    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    decide_by = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(state="open"), name="one_permit_request_open"),
            models.CheckConstraint(
                condition=Q(extends=None, reckoned_until=None) | Q(extends__isnull=False, reckoned_until__isnull=False),
                name="an_extension_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["to_desk", "decide_by"], condition=Q(state="open"), name="permits_to_decide"),
            models.Index(fields=["case", "asked_at"], name="permit_requests_of_case"),
        ]


class PermitDecision(SealedRecord):
    """What the authority decided. Set aside by an appeal it is kept, and the request waits again. Sealed: the reasons.

    `left_at`: the person was told of a refusal and asks for no remedy."""

    ABOUT_CASE = "request__case"

    request = models.ForeignKey(PermitRequest, on_delete=models.PROTECT, related_name="decisions")
    granted = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(set_aside_at=None), name="one_decision_on_a_permit_stands"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None, left_by=None)
                | Q(granted=False, left_at__isnull=False, left_by__isnull=False),
                name="only_a_refusal_is_left_alone",
            ),
        ]
        indexes = [
            models.Index(
                fields=["at"], condition=Q(granted=False, set_aside_at=None, left_at=None), name="refusals_to_answer"
            )
        ]


class ResidencePermit(models.Model):
    """Until when somebody may stay. `ended_on`: it is needed no more, for a reason of the list."""

    class PermitKind(models.TextChoices):
        TEMPORARY = "temporary", _("temporary")
        EXTENSION = "extension", _("extension")
        PERMANENT = "permanent", _("permanent")

    class NotNeeded(models.TextChoices):
        OTHER_STATUS = "other_status", _("the person has another right to stay")
        LEFT = "left", _("the person left the country")
        OWN_WISH = "own_wish", _("the person does not want it any more")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.OneToOneField(PermitRequest, on_delete=models.PROTECT, related_name="permit")
    kind = models.CharField(max_length=9, choices=PermitKind)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=12, choices=NotNeeded, blank=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="permanent", until_on=None)
                | ~Q(kind="permanent") & Q(until_on__gte=F("from_on"), until_on__isnull=False),
                name="a_permit_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_because="", ended_by=None)
                | ~Q(ended_because="") & Q(ended_on__gte=F("from_on"), ended_by__isnull=False),
                name="a_permit_is_ended_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["until_on"], condition=Q(ended_on=None), name="permits_by_last_day")]


class PermitAppeal(SealedRecord):
    """The remedy against a refusal, and what came of it. Sealed: what was said, and what was answered."""

    ABOUT_CASE = "decision__request__case"

    class AskedOf(models.TextChoices):
        COURT = "court", _("a court")
        ABOVE = "above", _("the authority above")

    decision = models.ForeignKey(PermitDecision, on_delete=models.PROTECT, related_name="appeals")
    asked_of = models.CharField(max_length=5, choices=AskedOf)
    asked_on = models.DateField()
    decided_on = models.DateField(null=True)
    succeeded = models.BooleanField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision"], condition=Q(decided_on=None), name="one_permit_appeal_open"),
            models.CheckConstraint(
                condition=Q(decided_on=None, succeeded=None)
                | Q(decided_on__gte=F("asked_on"), succeeded__isnull=False),
                name="an_appeal_is_decided_after_it_was_made",
            ),
        ]
        indexes = [models.Index(fields=["asked_on"], condition=Q(decided_on=None), name="permit_appeals_open")]
