"""Contacts with the hotline: without a name and without a number. A number to call back is kept only if it was asked for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal
from panoh.registry.models import Desk, Officer, SealedRecord


class HotlineContact(models.Model):
    """One call or message: about what, in which language, from where, and whether anybody is in danger. Nothing in it says
    who spoke. `signal`: what was told goes on, because the caller agreed."""

    class Topic(models.TextChoices):
        WORK_ABROAD = "work_abroad", _("work or study abroad")
        PAPERS = "papers", _("papers were taken")
        WAGES = "wages", _("wages or a debt")
        FORCED_WORK = "forced_work", _("somebody is made to work")
        SEXUAL = "sexual", _("sexual exploitation")
        CHILD = "child", _("a child")
        MISSING = "missing", _("somebody is missing")
        RETURN = "return", _("coming home")
        HELP = "help", _("help after exploitation")
        OTHER = "other", _("something else")

    topic = models.CharField(max_length=11, choices=Topic)
    language = models.CharField(max_length=10)
    division = models.CharField(max_length=12, blank=True)
    abroad = models.BooleanField(default=False)
    in_danger = models.BooleanField(default=False)
    child_possible = models.BooleanField(default=False)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, null=True, related_name="contacts")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["at"], name="contacts_by_day")]


class CallBack(SealedRecord):
    """Sealed: the number, and when it is safe to call. It is destroyed when the call was made, or its last day is over."""

    ABOUT_CASE: ClassVar[str | None] = None

    contact = models.OneToOneField(HotlineContact, on_delete=models.PROTECT, related_name="call_back")
    until = models.DateField()
    called_at = models.DateTimeField(null=True)
    called_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(called_at=None, called_by=None) | Q(called_at__isnull=False, called_by__isnull=False),
                name="who_called_back_and_when",
            )
        ]
        indexes = [models.Index(fields=["until"], condition=Q(sealed__isnull=False), name="call_backs_to_make")]
