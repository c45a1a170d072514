"""Who was taught what: sessions, who came, certificates, and which acts are kept for those who hold one.

They stand on this floor because acts of every stage ask after them; the acts that write them are those of prevention.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from panoh.registry.models.agencies import Desk, Officer


class TrainingSession(models.Model):
    """One time a curriculum is taught. `curriculum` and `version` are those of the text; `teacher` is whoever teaches: a
    body, or a post, and no name is asked for. `payer`: as services are paid for.

    `others`: how many came who have no place in Panoh, in numbers; None while it was not counted.
    """

    curriculum = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    first_day = models.DateField()
    last_day = models.DateField()
    place = models.CharField(max_length=200)
    division = models.CharField(max_length=12, blank=True)
    teacher = models.CharField(max_length=200)
    payer = models.CharField(max_length=13)
    seats = models.PositiveSmallIntegerField()
    others = models.PositiveSmallIntegerField(null=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    planned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True)
    called_off_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="a_session_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="a_session_has_a_seat"),
        ]
        indexes = [models.Index(fields=["curriculum", "first_day"], name="sessions_of_a_curriculum")]


class Attendance(models.Model):
    """An officer's seat in a session, and the hours they were there: None while nobody said, 0 if they stayed away."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="attendances")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="attendances")
    hours = models.PositiveSmallIntegerField(null=True)
    seat_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    seat_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "officer"], name="one_seat_a_session"),
            models.CheckConstraint(
                condition=Q(hours=None, recorded_at=None, recorded_by=None)
                | Q(hours__isnull=False, recorded_at__isnull=False, recorded_by__isnull=False),
                name="hours_are_recorded_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(recorded_by=None) | ~Q(recorded_by=F("officer")), name="nobody_records_their_own_hours"
            ),
        ]


class Certificate(models.Model):
    """That an officer attended enough of a session. It counts from the day it is given until a day, and can be taken back.

    `officer` and `curriculum` repeat what the attendance says, for the one question that is asked at every sensitive act.
    """

    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="certificates")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="certificates")
    curriculum = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    given_on = models.DateField()
    until = models.DateField()
    given_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["attendance"], condition=Q(taken_back_at=None), name="one_certificate_an_attendance"
            ),
            models.CheckConstraint(condition=Q(until__gt=F("given_on")), name="a_certificate_counts_for_a_time"),
            models.CheckConstraint(condition=~Q(given_by=F("officer")), name="nobody_certifies_themselves"),
        ]
        indexes = [
            models.Index(
                fields=["officer", "curriculum", "until"], condition=Q(taken_back_at=None), name="certificates_held"
            ),
            models.Index(fields=["until"], condition=Q(taken_back_at=None), name="certificates_by_end"),
        ]


class TrainedOnly(models.Model):
    """That an act is kept, from a day on, for officers with a certificate. Proposed by one agency under a document, adopted
    by another; ended by one. Without such a line nothing asks for a certificate."""

    act = models.CharField(max_length=30)
    curriculum = models.CharField(max_length=40)
    from_day = models.DateField()
    document = models.CharField(max_length=200)
    document_on = models.DateField()
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    adopted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act"], condition=Q(ended_at=None), name="one_rule_for_the_trained_an_act"),
            models.CheckConstraint(
                condition=Q(adopted_by=None) | ~Q(adopted_by=F("proposed_by")), name="two_keep_an_act_for_the_trained"
            ),
        ]
