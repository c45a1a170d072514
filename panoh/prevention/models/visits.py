"""Visits to a site: planned, made or not let in; interviews that name nobody; what is asked for afterwards."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal
from panoh.prevention.models.plans import SamplingPlan
from panoh.prevention.models.sites import Site
from panoh.registry.models import Desk, Officer, SealedRecord, Sex


class Visit(SealedRecord):
    """One visit by one desk. Not let in, it is looked at higher up (`seen_by`). Sealed: what the visitors noted.

    `private`: people could be asked where nobody hears. `declined`: how many did not wish to be asked.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        MADE = "made", _("made")
        REFUSED = "refused", _("not let in")
        CANCELLED = "cancelled", _("cancelled")

    class Refusal(models.TextChoices):
        SHUT = "shut", _("the door stayed shut")
        LATER = "later", _("told to come another day")
        ESCORT = "escort", _("only with somebody of the employer or the authorities beside")
        THREAT = "threat", _("threatened")
        GONE = "gone", _("the people had been taken away")

    reference = models.CharField(max_length=12, unique=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="visits")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(SamplingPlan, on_delete=models.PROTECT, null=True, related_name="visits")
    planned_on = models.DateField()
    status = models.CharField(max_length=9, choices=Status, default=Status.PLANNED)
    on = models.DateField(null=True)
    refusal = models.CharField(max_length=6, choices=Refusal, blank=True)
    present = models.PositiveIntegerField(null=True)
    private = models.BooleanField(null=True)
    declined = models.PositiveIntegerField(null=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="refused") & ~Q(refusal="") | ~Q(status="refused") & Q(refusal=""),
                name="a_visit_not_let_in_says_how",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("made", "refused"), on__isnull=False)
                | Q(status__in=("planned", "cancelled"), on=None),
                name="a_visit_was_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(status="refused", seen_at__isnull=False, seen_by__isnull=False),
                name="a_refusal_is_seen_by_someone",
            ),
            models.UniqueConstraint(
                fields=["plan", "site"],
                condition=Q(plan__isnull=False) & ~Q(status="cancelled"),
                name="one_visit_to_a_site_drawn",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "planned_on"], condition=Q(status="planned"), name="visits_planned"),
            models.Index(fields=["on"], condition=Q(status="refused", seen_at=None), name="visits_not_let_in"),
            models.Index(fields=["status", "on"], name="visits_by_day"),
        ]


class SampledInterview(models.Model):
    """Somebody at a site was asked, in confidence. No name, no words of their own, no hour, no interviewer: nothing here
    tells who it was. The key is made where it is written down, so that sending it twice makes one."""

    class Role(models.TextChoices):
        PUPIL = "pupil", _("pupil")
        STUDENT = "student", _("student")
        STAFF = "staff", _("staff of a body of the state")
        CONSCRIPT = "conscript", _("conscript or soldier")
        WORKER = "worker", _("hired worker")
        FOREIGN = "foreign", _("foreign worker")
        OTHER = "other", _("somebody else")

    class Age(models.TextChoices):
        UNDER_15 = "under_15", _("under 15")
        UNDER_18 = "under_18", _("15 to 17")
        UNDER_30 = "under_30", _("18 to 29")
        UNDER_50 = "under_50", _("30 to 49")
        OLDER = "older", _("50 and older")
        UNKNOWN = "unknown", _("not known")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="interviews")
    role = models.CharField(max_length=10, choices=Role)
    sex = models.CharField(max_length=8, choices=Sex)
    age = models.CharField(max_length=8, choices=Age)
    instrument_version = models.CharField(max_length=20)
    answers = models.JSONField()


class RaisedSignal(models.Model):
    """At a visit somebody seemed in need of help, and a signal was written. The site shows how many, and never which."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="signals")
    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="+")


class Remedy(SealedRecord):
    """What a desk is asked to do after a visit, by a day. Sealed: what, and what shows it was done or why it was not."""

    class Became(models.TextChoices):
        DONE = "done", _("done")
        NOT_DONE = "not_done", _("not done")

    reference = models.CharField(max_length=12, unique=True)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="remedies")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    became = models.CharField(max_length=8, choices=Became, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(became="", answered_at=None, answered_by=None)
                | ~Q(became="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="a_remedy_is_answered_by_someone",
            )
        ]
        indexes = [models.Index(fields=["desk", "due_on"], condition=Q(became=""), name="remedies_open")]
