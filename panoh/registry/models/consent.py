"""What a person agreed to, purpose by purpose, and what was shown to whom because of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Desk, Officer
from panoh.registry.models.cases import Case
from panoh.registry.moment import moment
from panoh.registry.written import Written


class Purpose(models.TextChoices):
    INTERVIEW = "interview", _("a screening interview")
    REFERRAL = "referral", _("referral into the mechanism")
    SERVICE = "service", _("a service")
    POLICE = "police", _("sharing with police or prosecutors")
    COURT = "court", _("sharing with a court")
    FOREIGN = "foreign", _("sharing with a body abroad")
    CONSULATE = "consulate", _("sharing with a consulate")
    CONTACT_CHANNEL = "contact_channel", _("a safe way of contact")
    MEDIA = "media", _("photographs or media")
    RESEARCH = "research", _("research in de-identified form")
    FOLLOW_UP = "follow_up", _("staying in contact")
    ADVOCATE = "advocate", _("an independent advocate")


class DeclineReason(models.TextChoices):
    """Why an adult declines. Chosen from a list: a free text could name someone (promise 4)."""

    FEAR_OF_TRAFFICKERS = "fear_of_traffickers", _("fears those who exploited them, or somebody else")
    FEAR_OF_AUTHORITIES = "fear_of_authorities", _("fears police, detention or removal")
    FEAR_FOR_FAMILY = "fear_for_family", _("fears for family, or fears shame")
    NOT_A_VICTIM = "not_a_victim", _("does not see themselves as a victim")
    WANTS_TO_WORK = "wants_to_work", _("needs to work or to travel on")
    OTHER_HELP = "other_help", _("has or wants other help")
    NOT_NOW = "not_now", _("does not want to talk now")
    NOT_TOLD = "not_told", _("does not want to say why")


class Consent(Written):
    """One answer of the person to one purpose. The latest counts: withdrawing, or a no said later, ends every yes before it
    and every disclosure that rests on one (promise 4; rules/word.py).

    `to_desk`: the one desk the person was asked about, where it is asked whether it may go on seeing them; a no then ends
    nothing before the day agreed to.
    """

    class Giver(models.TextChoices):
        SELF = "self", _("the person")
        GUARDIAN = "guardian", _("the child's guardian")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=16, choices=Purpose)
    given = models.BooleanField()
    giver = models.CharField(max_length=8, choices=Giver, default=Giver.SELF)
    language = models.CharField(max_length=12)
    explained = models.BooleanField()
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None) | Q(withdrawn_at__gte=F("recorded_at"), given=True),
                name="only_given_consent_is_withdrawn",
            ),
        ]
        indexes = [
            models.Index(
                fields=["purpose", "case"], condition=Q(given=True, withdrawn_at=None), name="consents_in_force"
            )
        ]


def in_force(path: str = "") -> Q:
    """The yeses that stand, row by row, for lists: a later no marks every yes it takes back (actions/consent.py).
    `path`: from another record, `consent__`."""
    return Q(**{f"{path}given": True, f"{path}withdrawn_at": None})


class Papers(models.TextChoices):
    """What a desk did with the papers it held when its view was closed."""

    NONE = "none", _("we held none")
    RETURNED = "returned", _("returned")
    DESTROYED = "destroyed", _("destroyed")


TOLD_TO_THE_DESK = ("consent_withdrawn", "person_declined", "referral_withdrawn", "advocate_ended")
"""Why a view was closed, where its desk is to say that it stopped."""


class Disclosure(Written):
    """Which fields of a case one desk may see, for what, from when until when. It closes by itself at `until_at`.

    `closing_seen_at`: the desk said that it knows of the closing, and what became of its papers.

    `to_answer`: the desk sees only what it needs to accept or decline a referral; the case itself stays closed to it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="disclosures")
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="disclosures")
    purpose = models.CharField(max_length=16, choices=Purpose)
    fields = models.JSONField()
    to_answer = models.BooleanField(default=False)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="disclosures")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=40, blank=True)
    closing_seen_at = models.DateTimeField(null=True)
    closing_seen_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    papers = models.CharField(max_length=9, choices=Papers, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_at=None) | Q(until_at__gt=F("from_at")), name="shown_for_a_while"),
            models.CheckConstraint(
                condition=Q(closing_seen_at=None, closing_seen_by=None, papers="")
                | (Q(closing_seen_at__isnull=False, closing_seen_by__isnull=False) & ~Q(papers="")),
                name="a_closing_is_seen_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["to_desk", "case"], condition=Q(ended_at=None), name="open_disclosures"),
            models.Index(
                fields=["to_desk", "ended_at"],
                condition=Q(closing_seen_at=None, ended_at__isnull=False, ended_because__in=TOLD_TO_THE_DESK),
                name="closings_to_see",
            ),
            models.Index(
                fields=["until_at"], condition=Q(ended_at=None, until_at__isnull=False), name="views_that_end"
            ),
        ]

    @property
    def over(self) -> bool:
        """Nobody ended it: its time is over."""
        return self.ended_at is None and self.until_at is not None and self.until_at <= moment()


FOR_A_PERMIT = "permit"
"""Named among the fields of what a desk is shown to decide on a residence permit: the request, and no work on the case."""


def shown_to_work() -> Q:
    """Of what is shown, all but what is shown for a residence permit."""
    return ~Q(fields__icontains=f'"{FOR_A_PERMIT}"')


def shown_now(path: str = "") -> Q:
    """What is shown at this moment: not ended, and its time not over. `path`: from another record, `disclosure__`."""
    no_end, still = Q(**{f"{path}until_at": None}), Q(**{f"{path}until_at__gt": moment()})
    return Q(**{f"{path}ended_at": None}) & (no_end | still)
