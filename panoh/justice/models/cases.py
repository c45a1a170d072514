"""A criminal case as one desk holds it, the stages it went through, the articles at each, and its way between agencies."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Desk, Officer, SealedRecord


class CriminalCase(SealedRecord):
    """Against whoever exploited. It is no person's case, and says nothing of one. Sealed: the file number of the agency."""

    class Stage(models.TextChoices):
        OPENED = "opened", _("opened")
        INVESTIGATED = "investigated", _("investigated")
        CHARGED = "charged", _("charged")
        TRIED = "tried", _("on trial")
        SENTENCED = "sentenced", _("judged")
        APPEALED = "appealed", _("on appeal")
        CLOSED = "closed", _("closed")

    reference = models.CharField(max_length=12, unique=True)
    region = models.CharField(max_length=12, blank=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="criminal_cases")
    stage = models.CharField(max_length=12, choices=Stage)
    stage_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["desk", "stage", "stage_on"], name="criminal_cases_by_desk")]


class CriminalStage(models.Model):
    """The case came to a stage on a day. Recorded by mistake it is taken back, and kept."""

    class Ended(models.TextChoices):
        """Why a case was closed."""

        FINAL = "final", _("the judgment is final")
        NO_EVIDENCE = "no_evidence", _("not enough evidence")
        NO_OFFENCE = "no_offence", _("no offence was found")
        NOBODY_FOUND = "nobody_found", _("nobody was found who did it")
        DIED = "died", _("the defendant died")
        ABROAD = "abroad", _("handed to another country")
        TOO_LATE = "too_late", _("the period of limitation is over")

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="stages")
    kind = models.CharField(max_length=12, choices=CriminalCase.Stage)
    on = models.DateField()
    because = models.CharField(max_length=12, choices=Ended, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="closed") & ~Q(because="") | ~Q(kind="closed") & Q(because=""),
                name="a_closed_criminal_case_says_why",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="a_stage_is_taken_back_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["kind", "on"], condition=Q(taken_back_at=None), name="criminal_stages_by_day")]


class StageArticle(models.Model):
    """An offence of the register the case was about at a stage. `in_force`: on the stage's day; empty where the register
    does not know since when, which is shown."""

    stage = models.ForeignKey(CriminalStage, on_delete=models.PROTECT, related_name="articles")
    offence = models.CharField(max_length=40)
    part = models.CharField(max_length=2, blank=True)
    in_force = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stage", "offence", "part"], name="an_article_once_at_a_stage"),
            models.CheckConstraint(
                condition=Q(in_force=None) | Q(in_force=True), name="no_article_that_is_not_in_force"
            ),
        ]
        indexes = [models.Index(fields=["offence"], name="criminal_articles")]


class Transfer(models.Model):
    """A case on its way to another agency. The desk that gives it stays responsible until the other has received it."""

    class Because(models.TextChoices):
        JURISDICTION = "jurisdiction", _("it belongs to the other agency")
        CHARGE = "charge", _("to be charged")
        TRIAL = "trial", _("to be tried")
        BACK = "back", _("back for further investigation")

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="transfers")
    from_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="criminal_transfers")
    because = models.CharField(max_length=12, choices=Because)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["criminal_case"], condition=Q(received_at=None), name="one_transfer_on_its_way"
            ),
            models.CheckConstraint(condition=~Q(from_desk=F("to_desk")), name="a_transfer_goes_elsewhere"),
            models.CheckConstraint(
                condition=Q(received_at=None, received_by=None)
                | Q(received_at__isnull=False, received_by__isnull=False),
                name="a_transfer_is_received_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["to_desk"], condition=Q(received_at=None), name="transfers_to_receive")]
