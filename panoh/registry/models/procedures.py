"""Versions of the written procedure as the country carries them: put up, talked over, adopted; and what was said of each."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Agency, Officer


class ProcedureText(models.Model):
    """One version, word for word as its file was put up. A text never changes: a mended draft is put up as another.

    Adoption takes two officers of different agencies: one proposes it with the document, the other adopts.
    """

    class Status(models.TextChoices):
        HOUSE = "house", _("came with the software")
        DRAFT = "draft", _("draft in consultation")
        ADOPTED = "adopted", _("adopted")
        SET_ASIDE = "set_aside", _("set aside")

    version = models.CharField(max_length=20)
    content = models.TextField()
    status = models.CharField(max_length=9, choices=Status)
    put_up_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    put_up_at = models.DateTimeField()
    document = models.CharField(max_length=200, blank=True)
    document_on = models.DateField(null=True)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)
    set_aside_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=~Q(status="set_aside"), name="one_text_for_each_version"
            ),
            models.CheckConstraint(
                condition=~Q(status="adopted")
                | (
                    Q(proposed_by__isnull=False, adopted_by__isnull=False, adopted_at__isnull=False)
                    & Q(document_on__isnull=False)
                    & ~Q(document="")
                    & ~Q(adopted_by=F("proposed_by"))
                ),
                name="two_people_adopt_under_a_document",
            ),
        ]


class WorkingGroup(models.Model):
    """Agencies asked to read a draft until a day."""

    text = models.ForeignKey(ProcedureText, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=120)
    agencies = models.ManyToManyField(Agency, related_name="+")
    until = models.DateField()
    convened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField()


class ProcedureComment(models.Model):
    """What an officer says of a draft for their agency, on one step or on the whole, and how it was answered."""

    class Answered(models.TextChoices):
        TAKEN_UP = "taken_up", _("taken up")
        NOT_TAKEN_UP = "not_taken_up", _("not taken up")

    text = models.ForeignKey(ProcedureText, on_delete=models.PROTECT, related_name="comments")
    step = models.CharField(max_length=40, blank=True)
    words = models.TextField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answered = models.CharField(max_length=12, choices=Answered, blank=True)
    answer = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered="", answered_by=None, answered_at=None)
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answered="") & ~Q(answer="")),
                name="an_answer_is_whole",
            ),
        ]
