"""Lists of people fined, held, charged or to be removed, and whoever on them may be under the mechanism's protection."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.justice.models.penalties import Penalty, PenaltyAuthority
from panoh.registry.models import Case, Ending, Officer, SealedRecord
from panoh.screening.models import ManifestSource, RosterEntry


class PenaltyList(SealedRecord):
    """Sealed: what the file says; erased a day later, while how many stood on it is kept. `done` of `people` are compared:
    where it goes on after an interruption. `kind` and `authority` hold where a row says nothing else."""

    class Comparing(models.TextChoices):
        WAITING = "waiting", _("to be looked at")
        TAKING = "taking", _("being compared")
        TAKEN = "taken", _("compared")

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    file_digest = models.CharField(max_length=64)
    file_kind = models.CharField(max_length=8, default="csv")
    source = models.ForeignKey(ManifestSource, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Penalty.Kind)
    authority = models.CharField(max_length=11, choices=PenaltyAuthority)
    state = models.CharField(max_length=7, choices=Comparing, default=Comparing.WAITING)
    people = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(done__lte=F("people")), name="no_more_compared_than_sent")]
        indexes = [models.Index(fields=["sent_at"], condition=Q(sealed__isnull=False), name="penalty_lists_kept")]


class PenaltyHit(SealedRecord):
    """Somebody on a list who may be somebody the mechanism knows: with a case, or on a roster. Proposed by machine, decided
    by a person. Sealed: what the list says of them; destroyed once it is decided, a week after it was found to be somebody
    else, or with whatever names the person of whom it may speak: nobody is asked about them any more then. `mark`: blind, of
    the row, so that a list sent twice proposes and records nothing twice.

    `noted_by`: an officer of the migration authority knows that this removal is being looked at.
    """

    ABOUT_CASE = "case"
    KEEPS_LINE = Q(state="proposed")
    KEYED = ("mark",)
    ENDS_FORGOTTEN = Ending(
        Q(state="proposed"), {"state": "unnamed"}, by="decided_by", at="decided_at", else_by="list__officer"
    )

    class HitState(models.TextChoices):
        PROPOSED = "proposed", _("to be compared")
        SAME = "same", _("the same person")
        OTHER = "other", _("someone else")
        UNNAMED = "unnamed", _("not compared: nothing names the person any more")

    list = models.ForeignKey(PenaltyList, on_delete=models.PROTECT, related_name="hits")
    row = models.PositiveIntegerField()
    mark = models.CharField(max_length=32)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="penalty_hits")
    roster_entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, null=True, related_name="penalty_hits")
    strength = models.CharField(max_length=6)
    kind = models.CharField(max_length=10, choices=Penalty.Kind)
    on = models.DateField()
    look_by = models.DateTimeField()
    state = models.CharField(max_length=8, choices=HitState, default=HitState.PROPOSED)
    penalty = models.OneToOneField(Penalty, on_delete=models.PROTECT, null=True, related_name="hit")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, roster_entry=None) | Q(case=None, roster_entry__isnull=False),
                name="a_hit_is_about_one_person",
            ),
            models.UniqueConstraint(fields=["mark", "case"], condition=Q(roster_entry=None), name="one_hit_of_a_case"),
            models.UniqueConstraint(fields=["mark", "roster_entry"], condition=Q(case=None), name="one_hit_of_a_line"),
            models.UniqueConstraint(fields=["mark"], condition=Q(state="same"), name="a_row_is_not_two_people"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None)
                | ~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_hit_is_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(state="same", penalty__isnull=False) | ~Q(state="same") & Q(penalty=None),
                name="a_hit_confirmed_is_a_penalty",
            ),
            models.CheckConstraint(
                condition=Q(noted_by=None, noted_at=None) | Q(noted_by__isnull=False, noted_at__isnull=False),
                name="a_notice_is_noted_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["look_by"], condition=Q(state="proposed"), name="hits_to_compare"),
            models.Index(fields=["case", "state"], name="hits_of_case"),
            models.Index(
                fields=["on"], condition=Q(state="same", kind="removal", noted_at=None), name="removals_to_note"
            ),
        ]
