"""Needs, and referrals of a need to a desk that can meet it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Desk, Disclosure, Officer, SealedRecord

URGENT_FIRST = models.Case(models.When(urgency="now", then=0), models.When(urgency="soon", then=1), default=2)
"""The order of needs without a desk, the same in the list and in its index."""

UNANSWERED, ACCEPTED = Q(status="sent", needed=True), Q(status="accepted", needed=True)
"""What the lists of open work ask for, and what their indexes hold."""

__all__ = [
    "ACCEPTED",
    "UNANSWERED",
    "URGENT_FIRST",
    "DeskNotice",
    "Need",
    "Referral",
    "Reminder",
    "Response",
    "ServiceReport",
]


class Need(SealedRecord):
    """Something the person needs, from the service catalogue. Open from the first suspicion, whatever the status
    (promise 2). Sealed: a note. `desk` and `manager` are the case's own, said again so that lists are read along an index;
    `refused` says again that a desk asked for it has said no, or said yes and could not."""

    ABOUT_CASE = SAYS_MANAGER_OF = "case"

    class Urgency(models.TextChoices):
        NOW = "now", _("now")
        SOON = "soon", _("within days")
        LATER = "later", _("later")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="needs")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    service = models.CharField(max_length=40)
    urgency = models.CharField(max_length=5, choices=Urgency)
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    with_children = models.BooleanField(default=False)
    refused = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                URGENT_FIRST, "recorded_at", "id", condition=Q(met_at=None, refused=True), name="open_needs_refused"
            ),
            models.Index(URGENT_FIRST, "recorded_at", "id", condition=Q(met_at=None), name="open_needs"),
            models.Index(
                "desk", URGENT_FIRST, "recorded_at", "id", condition=Q(met_at=None), name="open_needs_of_desk"
            ),
            models.Index(
                "manager",
                URGENT_FIRST,
                "recorded_at",
                "id",
                condition=Q(met_at=None, manager__isnull=False),
                name="open_needs_of_manager",
            ),
            models.Index(
                fields=["case", "urgency", "recorded_at"], condition=Q(met_at=None), name="open_needs_of_case"
            ),
        ]


class Referral(SealedRecord):
    """One need sent to one desk, with what that desk may see. Sealed: the message to the desk.

    A referral stands only as long as its disclosure: when consent is withdrawn the registry ends the disclosure,
    and the referral counts as withdrawn from that moment; when its time is over, as over. Ask `standing`, not `status`.
    `desk`, `manager` and `needed` say again, for the lists, whose case it is and that the need is open.
    """

    ABOUT_CASE = SAYS_MANAGER_OF = "need__case"

    class Status(models.TextChoices):
        SENT = "sent", _("waits for an answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")
        OVER = "over", _("its time is over")
        FAILED = "failed", _("could not be given")

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="referrals")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    needed = models.BooleanField(default=True)
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="referrals")
    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="referrals")
    status = models.CharField(max_length=9, choices=Status, default=Status.SENT)
    sent_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    answer_due = models.DateTimeField()
    report_due = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need", "to_desk"], condition=Q(status="sent"), name="asked_once_until_answered"
            ),
            models.CheckConstraint(condition=Q(answer_due__gte=F("sent_at")), name="answer_due_after_sent"),
        ]
        indexes = [
            models.Index(fields=["to_desk", "answer_due", "id"], condition=UNANSWERED, name="referrals_to_answer"),
            models.Index(fields=["answer_due", "id"], condition=UNANSWERED, name="referrals_unanswered"),
            models.Index(fields=["sent_by", "answer_due", "id"], condition=UNANSWERED, name="referrals_they_sent"),
            models.Index(fields=["desk", "answer_due", "id"], condition=UNANSWERED, name="referrals_of_desk"),
            models.Index(fields=["manager", "answer_due", "id"], condition=UNANSWERED, name="referrals_of_manager"),
            models.Index(fields=["manager", "report_due", "id"], condition=ACCEPTED, name="referrals_they_manage"),
            models.Index(fields=["desk", "report_due", "id"], condition=ACCEPTED, name="referrals_they_made"),
            models.Index(fields=["sent_at"], name="referrals_by_day"),
            models.Index(fields=["to_desk", "report_due"], condition=ACCEPTED, name="referrals_being_met"),
            models.Index(fields=["report_due"], condition=ACCEPTED, name="referrals_to_report"),
        ]

    @property
    def standing(self) -> Referral.Status:
        """Where the referral stands now; one whose disclosure was ended under it is withdrawn."""
        under_way = self.status in {self.Status.SENT, self.Status.ACCEPTED}
        if under_way and self.disclosure.ended_at is not None:
            return self.Status.WITHDRAWN
        if under_way and self.disclosure.over:
            return self.Status.OVER
        return self.Status(self.status)


class Response(SealedRecord):
    """The desk's one answer. A decline says why, so that the sender can find another desk. Sealed: words beside the code."""

    ABOUT_CASE = "referral__need__case"

    class Decline(models.TextChoices):
        FULL = "full", _("no capacity now")
        NOT_OURS = "not_ours", _("we do not offer this service")
        UNSAFE = "unsafe", _("not safe for this person here")
        OTHER = "other", _("another reason")

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="response")
    accepted = models.BooleanField()
    decline_reason = models.CharField(max_length=8, choices=Decline, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted=True, decline_reason="") | (Q(accepted=False) & ~Q(decline_reason="")),
                name="a_decline_has_a_reason",
            )
        ]


class ServiceReport(SealedRecord):
    """What came of a yes, told by the desk that helps. Later ones stand beside the earlier. Sealed: words.

    `below_standard`: what the catalogue asks of the service was not kept; the words say in what.
    """

    ABOUT_CASE = "referral__need__case"

    class Told(models.TextChoices):
        BEGUN = "begun", _("it began")
        GIVEN = "given", _("it was given")
        ENDED = "ended", _("it ended")
        NOT_GIVEN = "not_given", _("it could not be given")

    class Reason(models.TextChoices):
        FULL = "full", _("no capacity now")
        NOT_COME = "not_come", _("the person did not come")
        NOT_WISHED = "not_wished", _("the person does not wish it")
        UNSAFE = "unsafe", _("not safe for this person here")
        OTHER = "other", _("another reason")

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="reports")
    outcome = models.CharField(max_length=9, choices=Told)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    below_standard = models.BooleanField(default=False)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(outcome="not_given") & ~Q(reason="")) | (~Q(outcome="not_given") & Q(reason="")),
                name="what_was_not_given_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(noted_at=None, noted_by=None) | Q(noted_at__isnull=False, noted_by__isnull=False),
                name="a_report_is_noted_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["at"], condition=Q(noted_at=None), name="reports_to_note")]


class Reminder(models.Model):
    """A desk was reminded that an answer is due."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="reminders")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class DeskNotice(models.Model):
    """What a desk says of itself to those who refer to it, about nobody in particular. The newest counts, earlier ones
    stay. A list left empty says nothing; one that names some says that the others are not meant."""

    class Opening(models.TextChoices):
        OPEN = "open", _("takes people on")
        URGENT = "urgent", _("takes on only what cannot wait")
        CLOSED = "closed", _("takes nobody on at present")

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="notices")
    opening = models.CharField(max_length=6, choices=Opening)
    hours = models.CharField(max_length=200, blank=True)
    languages = models.JSONField(default=list)
    serves = models.JSONField(default=list)
    places = models.PositiveSmallIntegerField(null=True)
    free = models.PositiveSmallIntegerField(null=True)
    step_free = models.BooleanField(null=True)
    long_term = models.BooleanField(null=True)
    guarded = models.BooleanField(null=True)
    said_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk"], condition=Q(superseded_at=None), name="one_notice_of_a_desk"),
            models.CheckConstraint(
                condition=Q(free=None) | Q(places=None) | Q(free__lte=F("places")), name="no_more_free_than_places"
            ),
        ]
