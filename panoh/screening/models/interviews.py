"""Interviews with every answer kept, and findings."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Consent, DeclineReason, Desk, Officer, SealedRecord, Sex
from panoh.registry.written import Written
from panoh.screening.models.roster import RosterEntry


class Screening(SealedRecord):
    """One interview on one instrument. Before consent it holds no personal data; an adult who declines leaves
    sex, nationality and reason here and nothing else (promise 4). Sealed: the person's own words, the officer's note.

    `agreed_at` is when an adult agreed, or when a child was asked; before it nothing personal is written down.
    `in_danger` and `private_place` are empty while not known or not asked. `needs_now` and `conditions` hold codes
    from lists and nothing else, so that they may be written down before the person agreed."""

    ABOUT_CASE = "case"
    KEEPS_LINE = Q(case__isnull=False) | Q(outcome="open")

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
    conditions = models.JSONField(default=dict)
    private_place = models.BooleanField(null=True)
    in_danger = models.BooleanField(null=True)
    needs_now = models.JSONField(default=list)
    explained_version = models.CharField(max_length=20, blank=True)
    explained_language = models.CharField(max_length=12, blank=True)
    child_wish = models.CharField(max_length=12, blank=True)
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
            models.Index(fields=["instrument", "case"], condition=Q(case__isnull=False), name="screenings_by_form"),
        ]


class Pause(models.Model):
    """A break in an interview, or a stop for the day. `goes_on` is the colleague who takes over, if one was named."""

    class Reason(models.TextChoices):
        TIRED = "tired", _("tired")
        DISTRESSED = "distressed", _("distressed")
        FOOD = "food", _("food or drink")
        PRAYER = "prayer", _("prayer")
        CHILD = "child", _("a child needs them")
        DANGER = "danger", _("danger")
        INTERPRETER = "interpreter", _("the interpreter left or is not wanted")
        OTHER = "other", _("another reason")

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="pauses")
    reason = models.CharField(max_length=12, choices=Reason)
    go_on_at = models.DateTimeField(null=True)
    goes_on = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    resumed_at = models.DateTimeField(null=True)
    resumed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["screening"], condition=Q(resumed_at=None), name="an_interview_pauses_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(resumed_at=None, resumed_by=None) | Q(resumed_at__gte=F("at"), resumed_by__isnull=False),
                name="resumed_after_the_pause_by_someone",
            ),
        ]


class Receipt(models.Model):
    """A change a device sent and we took. Sent again because the answer was lost on the way, it does nothing twice."""

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="receipts")
    change = models.UUIDField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["screening", "change"], name="a_change_is_taken_once")]


class Answer(Written):
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


class SecondLook(SealedRecord):
    """A day on which the person is to be screened once more, and why. Missed, it escalates; nothing closes it but a new
    talk or a reason. Sealed: the way to reach the person safely, kept only with their consent and destroyed with it."""

    ABOUT_CASE = "case"
    RESTS_ON_CONSENT = "consent"

    class Why(models.TextChoices):
        NOT_FREE = "not_free", _("could not speak freely this time")
        TRUST = "trust", _("trust needs time")
        OPEN = "open", _("important questions are still open")
        UNWELL = "unwell", _("was tired, ill or in shock")
        AGE = "age", _("the age is to be made sure of")
        ASKED = "asked", _("the person asked to talk again")

    class Ended(models.TextChoices):
        SCREENED = "screened", _("screened again")
        OTHER_DAY = "other_day", _("put to another day")
        NOT_WISHED = "not_wished", _("the person does not wish it")
        NOT_SAFE = "not_safe", _("a meeting would put the person at risk")
        OTHER_DESK = "other_desk", _("another desk sees the person")
        OUT_OF_REACH = "out_of_reach", _("the person left and cannot be reached")
        MISTAKE = "mistake", _("planned by mistake")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="second_looks")
    due_on = models.DateField()
    why = models.CharField(max_length=8, choices=Why)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=12, choices=Ended, blank=True)
    seen_in = models.ForeignKey(Screening, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="one_second_look_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because=""),
                name="a_second_look_ends_with_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(sealed=None) | Q(consent__isnull=False), name="no_way_to_reach_without_consent"
            ),
            models.CheckConstraint(
                condition=Q(ended_because="screened", seen_in__isnull=False)
                | ~Q(ended_because="screened") & Q(seen_in=None),
                name="screened_again_says_in_which_talk",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(ended_at=None), name="second_looks_to_come")]
