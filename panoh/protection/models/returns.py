"""A return of one person: planned with them, its risks assessed, their wish heard in private, and who receives them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.protection.models.following import Contact
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer, SealedRecord


class Return(SealedRecord):
    """To another country, or home within it. One is under way for a person at a time.

    Sealed: where exactly, what was agreed for the time after, which claims stand open, who receives the person, and what
    the receiver said when the person came. `settled_at`: since when the place is this one. `fields`: what the receiver is
    told of the person, and nothing else.
    """

    ABOUT_CASE = "case"

    class Document(models.TextChoices):
        HAS = "has", _("the person has it")
        ASKED = "asked", _("asked for, not there yet")
        NOT_NEEDED = "not_needed", _("none is needed")

    class Escort(models.TextChoices):
        NOT_NEEDED = "not_needed", _("the person travels alone and wishes it so")
        ARRANGED = "arranged", _("somebody travels with them")
        TO_ARRANGE = "to_arrange", _("somebody is still to be found")

    class CalledOff(models.TextChoices):
        NOT_WISHED = "not_wished", _("the person does not wish it any more")
        NOT_SAFE = "not_safe", _("it is not safe")
        NO_RECEIVER = "no_receiver", _("nobody receives the person")
        OTHERWISE = "otherwise", _("another way was found")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="returns")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="returns_prepared")
    to_country = models.CharField(max_length=2)
    to_region = models.CharField(max_length=12, blank=True)
    planned_on = models.DateField()
    document = models.CharField(max_length=10, choices=Document)
    fit = models.BooleanField(null=True)
    escort = models.CharField(max_length=10, choices=Escort)
    unmarked = models.BooleanField()
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()
    receiver_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="returns_received")
    fields = models.JSONField(default=list)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, null=True, related_name="+")
    receiver_named_at = models.DateTimeField(null=True)
    departed_at = models.DateTimeField(null=True)
    departed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    arrived_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=11, choices=CalledOff, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None, received_at=None), name="one_return_under_way"
            ),
            models.CheckConstraint(
                condition=Q(departed_at=None, departed_by=None)
                | Q(departed_at__isnull=False, departed_by__isnull=False, receiver_named_at__isnull=False),
                name="nobody_departs_to_nobody",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None, received_by=None, arrived_on=None)
                | Q(received_at__gte=F("departed_at"), received_by__isnull=False, arrived_on__isnull=False),
                name="received_after_departing",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, departed_at=None) & ~Q(ended_because=""),
                name="a_return_ends_before_departure",
            ),
        ]
        indexes = [
            models.Index(fields=["planned_on"], condition=Q(ended_at=None, departed_at=None), name="returns_ahead"),
            models.Index(fields=["departed_at"], condition=Q(departed_at__isnull=False), name="returns_by_day"),
        ]


class ReturnRisk(SealedRecord):
    """The risks of this return for this person, as judged on a day; the newest stands, and only for as long as the
    procedure says. Sealed: the danger, how the person sees it, what is done against it."""

    ABOUT_CASE = "of_return__case"

    class Conclusion(models.TextChoices):
        SAFE = "safe", _("safe")
        WITH_MEASURES = "with_measures", _("safe only with what is done against it")
        NOT_NOW = "not_now", _("not now")

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="risks")
    factors = models.JSONField()
    conclusion = models.CharField(max_length=13, choices=Conclusion)
    assessed_at = models.DateTimeField()
    assessed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of_return"], condition=Q(replaced_at=None), name="one_assessment_of_a_return_stands"
            )
        ]


class ReturnWish(SealedRecord):
    """What the person said of this return when asked in private; the newest word counts. Sealed: their own words."""

    ABOUT_CASE = "of_return__case"

    class Present(models.TextChoices):
        ALONE = "alone", _("nobody else")
        INTERPRETER = "interpreter", _("an independent interpreter")
        TRUSTED = "trusted", _("somebody the person asked to be there: advocate, guardian")
        OTHERS = "others", _("others too: family, companions, officials")

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="wishes")
    wished = models.BooleanField()
    present = models.CharField(max_length=11, choices=Present)
    language = models.CharField(max_length=12)
    told_free = models.BooleanField()
    said_at = models.DateTimeField()
    said_to = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["of_return", "said_at"], name="wishes_of_returns")]


class ReturnContact(Contact, SealedRecord):
    """One try at the contact of a period after a return. Sealed: how the person is, and what they wish."""

    ABOUT_CASE = "of_return__case"

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="contacts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of_return", "months"], condition=Q(closes=True), name="a_period_after_a_return_closes_once"
            ),
        ]
