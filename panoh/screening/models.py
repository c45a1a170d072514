"""Screening records: operations and their rosters, interviews with every answer kept, and findings."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, DeclineReason, Desk, Officer, Person, SealedRecord, Sex

__all__ = ["Answer", "Finding", "ListSent", "ManifestSource", "Operation", "RosterEntry", "RosterMatch", "Screening"]


class Operation(models.Model):
    """A flight, raid, inspection or camp list: a group of people who should all be accounted for."""

    class Kind(models.TextChoices):
        FLIGHT = "flight", _("flight")
        BORDER = "border", _("border post")
        RAID = "raid", _("raid or inspection")
        CAMP = "camp", _("camp or convoy")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=80)
    on = models.DateField()
    region = models.CharField(max_length=12, blank=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="operations")
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "kind", "title", "on"], name="one_operation_a_day")]


class ManifestSource(models.Model):
    """How lists of one sender (an airline, a camp) are read: which heading means what, and their words for values.
    A change adds a version; the latest is offered. Holds no personal data."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="manifest_sources")
    name = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    columns = models.JSONField(default=dict)
    saved_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "name", "version"], name="one_version_of_a_source")]


class ListSent(SealedRecord):
    """A list an officer sent in, kept sealed until they have seen what is in it and say yes; erased a day later.
    Sealed: what the file says. `done` of `people` are taken: where taking goes on after an interruption."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be looked at")
        TAKING = "taking", _("being taken")
        TAKEN = "taken", _("taken")

    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="lists")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    file_digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=8, default="csv")
    source = models.ForeignKey(ManifestSource, on_delete=models.PROTECT, null=True, related_name="lists")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    people = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    already = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(done__lte=models.F("people")), name="no_more_taken_than_sent")
        ]


class RosterEntry(SealedRecord):
    """One person on a list. Sealed: name, document number, birth date, contact. `digest` keeps a repeated import
    from doubling anyone: the blind index of the row's identity within its operation."""

    ABOUT_CASE = "case"

    class Status(models.TextChoices):
        TO_SCREEN = "to_screen", _("to be screened")
        SCREENED = "screened", _("screened")
        DECLINED = "declined", _("declined")
        MOVED_ON = "moved_on", _("moved on before screening")
        AGAIN = "again", _("to be seen again")

    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="roster")
    row = models.PositiveIntegerField()
    digest = models.CharField(max_length=32)
    sex = models.CharField(max_length=8, choices=Sex, default=Sex.UNKNOWN)
    born_from = models.PositiveSmallIntegerField(null=True)
    born_to = models.PositiveSmallIntegerField(null=True)
    nationality = models.CharField(max_length=2, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)
    urgency = models.PositiveSmallIntegerField(default=0)
    because = models.JSONField(default=list)
    status = models.CharField(max_length=9, choices=Status, default=Status.TO_SCREEN)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="roster_entries")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "digest"], name="nobody_twice_on_a_roster")]
        indexes = [models.Index(fields=["operation", "status", "-urgency", "row", "id"], name="roster_queue")]


class RosterMatch(models.Model):
    """Somebody on a list may be somebody on record. Proposed by machine, decided by an officer; it can be undone.
    Why is not kept: the reasons name both, and are found again when an officer looks."""

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


class Screening(SealedRecord):
    """One interview on one instrument. Before consent it holds no personal data; an adult who declines leaves
    sex, nationality and reason here and nothing else (promise 4). Sealed: the person's own words.

    `agreed_at` is when an adult agreed, or when a child was asked; before it nothing personal is written down.
    `in_danger` and `private_place` are empty while not known or not asked."""

    ABOUT_CASE = "case"

    class Outcome(models.TextChoices):
        OPEN = "open", _("not finished")
        FINISHED = "finished", _("finished")
        DECLINED = "declined", _("declined by the person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="screenings")
    roster_entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, null=True, related_name="screenings")
    instrument = models.CharField(max_length=40, blank=True)
    instrument_version = models.CharField(max_length=20, blank=True)
    track = models.CharField(max_length=5, choices=Case.Track)
    language = models.CharField(max_length=12, blank=True)
    interpreter = models.BooleanField(default=False)
    private_place = models.BooleanField(null=True)
    in_danger = models.BooleanField(null=True)
    agreed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    declined_sex = models.CharField(max_length=8, choices=Sex, blank=True)
    declined_nationality = models.CharField(max_length=2, blank=True)
    declined_reason = models.CharField(max_length=40, choices=DeclineReason, blank=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="screenings")
    started_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="declined") | Q(case=None, sealed=None), name="a_declined_screening_names_no_one"
            ),
            models.CheckConstraint(
                condition=Q(sealed=None) | Q(agreed_at__isnull=False),
                name="nothing_personal_before_agreement",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "outcome", "started_at"], name="screenings_by_desk"),
            models.Index(fields=["finished_at"], name="screenings_finished"),
        ]


class Answer(models.Model):
    """One answer to one indicator. A correction adds a row and marks the earlier one replaced; nothing is overwritten."""

    class Value(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=40)
    value = models.CharField(max_length=7, choices=Value)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["screening", "item"], condition=Q(replaced_at=None), name="one_current_answer"
            )
        ]


class Finding(models.Model):
    """What the rule found, with its reasons and the version of the text it rests on. It opens doors and closes none."""

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="findings")
    outcome = models.CharField(max_length=40)
    presumed = models.BooleanField()
    on_judgement = models.BooleanField(default=False)
    provisional = models.BooleanField()
    positive = models.JSONField(default=list)
    instrument_version = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
