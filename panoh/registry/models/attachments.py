"""Attachments of a case: scans, reports, photographs. What is in them is sealed, and so is what the officer called them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord
from panoh.registry.rules.attachments.classes import CLASS_OF, Class
from panoh.registry.rules.attachments.media import Media


class Attachment(SealedRecord):
    """One file of a case under its number there. Sealed: the words of whoever added it, and the digests.

    It never goes unseen: one officer sets it aside with a reason, which shuts it for everybody else at once, and another
    erases it or puts it back. The row stays.
    """

    ABOUT_CASE = "case"
    KEYED, KEYED_WITHIN = ("fingerprint",), "case"

    class Kind(models.TextChoices):
        IDENTITY_PAPER = "identity_paper", _("identity paper")
        MEDICAL_REPORT = "medical_report", _("medical report")
        INJURY = "injury", _("photograph of an injury")
        POLICE_OR_COURT = "police_or_court", _("paper of police, prosecutor or court")
        FORENSIC_REPORT = "forensic_report", _("forensic report for an investigation")
        MESSAGES = "messages", _("messages, posts or calls")
        CONTRACT = "contract", _("contract or promise of work")
        PAY = "pay", _("pay slip, receipt or note of a debt")
        TRAVEL = "travel", _("ticket or other travel paper")
        OTHER = "other", _("something else")

    class SetAside(models.TextChoices):
        """Why one is set aside. From a list: a free text could name someone."""

        OTHER_PERSON = "other_person", _("it is about another person")
        TWICE = "twice", _("it is here already")
        UNREADABLE = "unreadable", _("it cannot be read")
        ASKED = "asked", _("the person asks for it")
        NOT_NEEDED = "not_needed", _("it is not needed in this case")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind)
    media = models.CharField(max_length=16, choices=[(each.value, each.ending) for each in Media])
    size = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=32)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    set_aside_because = models.CharField(max_length=12, choices=SetAside, blank=True)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_number_one_attachment"),
            models.UniqueConstraint(
                fields=["case", "fingerprint"], condition=Q(removed_at=None), name="a_file_once_in_a_case"
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at=None, set_aside_by=None, set_aside_because="")
                | (Q(set_aside_at__isnull=False, set_aside_by__isnull=False) & ~Q(set_aside_because="")),
                name="set_aside_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None)
                | (
                    Q(removed_at__isnull=False, removed_by__isnull=False, set_aside_at__isnull=False)
                    & ~Q(removed_by=F("set_aside_by"))
                ),
                name="two_officers_remove_an_attachment",
            ),
        ]

    @property
    def belongs_to(self) -> Class:
        return CLASS_OF[self.kind]

    @property
    def erased(self) -> bool:
        """Removed, or forgotten with everything that was written about the person."""
        return self.sealed_key is None


class AttachmentContent(SealedRecord):
    """The file itself, apart from its attachment so that a list of them loads none. Bound to its case and attachment."""

    ABOUT_CASE = "attachment__case"

    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="content")

    @property
    def bound_to(self) -> str:
        return f"{self.attachment.case_id}:{self.attachment_id}"
