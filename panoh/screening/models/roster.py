"""The people of an operation: one line each, who is with them now, what became of them, and when to see them again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, Person, SealedRecord, Sex
from panoh.screening.models.operations import Operation


class RosterEntry(SealedRecord):
    """One person on a list. Sealed: name, document number, birth date, contact, working description, and what
    corrections replaced. `digest` keeps a repeated import from doubling anyone: the blind index of the row's identity
    within its operation; `former_digests` are those a correction replaced.

    `rest_until`: nobody interviews them before; `family`: those of one number on this roster came together.
    `claimed_by` is with the person until `claimed_until`. `again_on`: the day to see them again, where there is one.
    `withheld`: the other names of the list were erased, so that to stand here with a name would tell of a case; only whoever
    may see the case reads it (`queries.withheld`).
    """

    ABOUT_CASE = "case"
    FORGOTTEN_WITH = {
        "born_from": None,
        "born_to": None,
        "instrument": "",
        "answers": {},
        "urgency": 0,
        "because": [],
        "again_on": None,
        "removal_on": None,
        "claimed_by": None,
        "claimed_until": None,
    }
    KEYED, KEYED_WITHIN = ("digest", "former_digests"), "operation"
    SHUT_WITH_CASE = False  # whoever runs the operation met the person; which case came of it they are not told

    class Status(models.TextChoices):
        TO_SCREEN = "to_screen", _("to be screened")
        SECOND = "second", _("full interview due")
        SCREENED = "screened", _("screened")
        DECLINED = "declined", _("declined")
        MOVED_ON = "moved_on", _("moved on before screening")
        AGAIN = "again", _("to be seen again")
        NOT_MET = "not_met", _("on the list, never came")
        JOINED = "joined", _("joined to another line")

    class MovedTo(models.TextChoices):
        RELEASED = "released", _("released")
        TRANSFERRED = "transferred", _("transferred to another place")
        HOSPITAL = "hospital", _("to a hospital")
        LEFT = "left", _("left on their own")
        REMOVED = "removed", _("removed from the country")

    class SaidBy(models.TextChoices):
        SEEN = "seen", _("I saw it")
        PERSON = "person", _("the person")
        COLLEAGUE = "colleague", _("an officer of my desk")
        OTHER_DESK = "other_desk", _("another agency")
        OTHERS = "others", _("others in the group")

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="roster")
    row = models.PositiveIntegerField()
    digest = models.CharField(max_length=32)
    former_digests = models.JSONField(default=list)
    sex = models.CharField(max_length=8, choices=Sex, default=Sex.UNKNOWN)
    born_from = models.PositiveSmallIntegerField(null=True)
    born_to = models.PositiveSmallIntegerField(null=True)
    nationality = models.CharField(max_length=2, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)
    urgency = models.PositiveSmallIntegerField(default=0)
    because = models.JSONField(default=list)
    status = models.CharField(max_length=9, choices=Status, default=Status.TO_SCREEN)
    moved_to = models.CharField(max_length=11, choices=MovedTo, blank=True)
    said_by = models.CharField(max_length=10, choices=SaidBy, blank=True)
    removal_on = models.DateField(null=True)
    reachable = models.BooleanField(default=False)
    contact_agreed = models.BooleanField(null=True)
    again_on = models.DateField(null=True)
    looks = models.PositiveSmallIntegerField(default=0)
    rest_until = models.DateTimeField(null=True)
    family = models.PositiveSmallIntegerField(null=True)
    claimed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    withheld = models.BooleanField(default=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="roster_entries")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "digest"], name="nobody_twice_on_a_roster"),
            models.CheckConstraint(
                condition=~Q(status="moved_on") | ~Q(moved_to="") & ~Q(said_by=""), name="moved_on_says_where_and_who"
            ),
            models.CheckConstraint(
                condition=Q(claimed_by=None, claimed_until=None)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="a_claim_has_an_officer_and_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["operation", "status", "-urgency", "row", "id"], name="roster_queue"),
            models.Index(
                fields=["operation", "status", "sex", "nationality", "born_from", "born_to"], name="roster_counts"
            ),
            models.Index(
                fields=["operation", "claimed_until"], condition=Q(claimed_until__isnull=False), name="roster_claims"
            ),
            models.Index(fields=["again_on", "operation"], condition=Q(again_on__isnull=False), name="roster_again"),
            models.Index(
                fields=["removal_on", "operation"], condition=Q(removal_on__isnull=False), name="roster_removal"
            ),
        ]


class Joining(models.Model):
    """Two lines were one person's: `other` was joined to `kept`. Undone, it gets its status back."""

    KEEPS_LINE = None

    kept = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, related_name="joined_here")
    other = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, related_name="joined_to")
    status_before = models.CharField(max_length=9, choices=RosterEntry.Status)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["other"], condition=Q(undone_at=None), name="joined_to_one_line"),
            models.CheckConstraint(condition=~Q(kept=models.F("other")), name="a_line_is_not_joined_to_itself"),
        ]


class RosterMatch(models.Model):
    """Somebody on a list may be somebody on record. Proposed by machine, decided by an officer; it can be undone.
    Why is not kept: the reasons name both, and are found again when an officer looks."""

    KEEPS_LINE = Q(state="same")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("to be compared")
        UNSURE = "unsure", _("cannot be told yet")
        UNDONE = "undone", _("decided once, to be compared again")
        SAME = "same", _("the same person")
        OTHER = "other", _("someone else")

    OPEN = (State.PROPOSED, State.UNSURE, State.UNDONE)

    entry = models.ForeignKey(RosterEntry, on_delete=models.CASCADE, related_name="matches")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roster_matches")
    strength = models.CharField(max_length=6)
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "person"], name="one_match_of_two"),
            models.UniqueConstraint(fields=["entry"], condition=Q(state="same"), name="nobody_is_two_people"),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None) | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_by_someone_at_some_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="matches_to_compare")]


class LookAttempt(models.Model):
    """One try to see somebody a second time; every try is kept. About a line of a roster, or about a case."""

    KEEPS_LINE = None

    class Outcome(models.TextChoices):
        CALLED = "called", _("spoken to, will be seen")
        NO_ANSWER = "no_answer", _("no answer")
        WRONG_NUMBER = "wrong_number", _("wrong number")
        SEEN = "seen", _("seen")
        REFUSED = "refused", _("asked not to be contacted")

    entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, null=True, related_name="attempts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="look_attempts")
    outcome = models.CharField(max_length=12, choices=Outcome)
    look = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(entry=None, case__isnull=False) | Q(entry__isnull=False, case=None),
                name="an_attempt_is_about_one_person",
            )
        ]
        indexes = [models.Index(fields=["case", "outcome"], name="attempts_by_case")]
