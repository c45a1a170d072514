"""A penalty on somebody the mechanism knows, whether it hangs together with the exploitation, and what lifts it."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord
from panoh.screening.models import RosterEntry


class PenaltyAuthority(models.TextChoices):
    POLICE = "police", _("police")
    PROSECUTION = "prosecution", _("prosecution")
    COURT = "court", _("a court")
    MIGRATION = "migration", _("migration service")
    BORDER = "border", _("border guard")
    ABROAD = "abroad", _("an authority abroad")
    OTHER = "other", _("another authority")


class Penalty(SealedRecord):
    """Imposed on, or planned for, a person with a case or on a roster; `imposed_on` of a removal is its planned day.

    Sealed: what happened, and where the person is held. About somebody on a roster without a case nothing is sealed:
    there is nobody yet who could ask for it to be forgotten. `held_key`: blind index of the place. `with_suspect`: held
    with a suspect, as whoever wrote it knows. `source_key`: of a row of a list, so that a list sent twice doubles nothing.
    """

    ABOUT_CASE = "case"
    KEEPS_LINE = classproperty(lambda _: ~Q(Exists(_judged_without_link())))
    """Until somebody says that it does not hang together with an exploitation, and again once it is judged anew."""
    KEYED = ("held_key", "source_key")
    FORGOTTEN_WITH = {"held_key": ""}  # as the room of every record has it

    @property
    def person_case(self) -> Case | None:
        """The case of the person, also where the penalty came with a line of a roster that has a case by now."""
        return self.case or (self.roster_entry.case if self.roster_entry else None)

    class Kind(models.TextChoices):
        FINE = "fine", _("a fine")
        DETENTION = "detention", _("detention")
        CHARGE = "charge", _("a charge")
        CONVICTION = "conviction", _("a conviction")
        REMOVAL = "removal", _("removal from the country")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="penalties")
    roster_entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, null=True, related_name="penalties")
    kind = models.CharField(max_length=10, choices=Kind)
    imposed_on = models.DateField()
    until_on = models.DateField(null=True)
    authority = models.CharField(max_length=11, choices=PenaltyAuthority)
    offence = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=2, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    held_key = models.CharField(max_length=32, blank=True)
    with_suspect = models.BooleanField(null=True)
    source_key = models.CharField(max_length=32, blank=True)
    assess_by = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, roster_entry=None)
                | Q(case=None, roster_entry__isnull=False, sealed=None),
                name="a_penalty_is_about_one_person",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("imposed_on")), name="a_penalty_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(amount=None, currency="") | (Q(amount__gt=0) & ~Q(currency="")),
                name="a_penalty_has_a_currency",
            ),
            models.UniqueConstraint(
                fields=["source_key"], condition=~Q(source_key=""), name="a_row_of_a_list_is_one_penalty"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "assess_by"], name="penalties_of_case"),
            models.Index(fields=["held_key"], condition=~Q(held_key=""), name="victims_held"),
        ]


class LinkAssessment(SealedRecord):
    """Whether the penalty hangs together with the exploitation, as judged on a day. The newest stands. Sealed: why."""

    ABOUT_CASE = "penalty__case"

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    class LinkOutcome(models.TextChoices):
        LINKED = "linked", _("it hangs together with the exploitation")
        OPEN = "open", _("not known yet")
        NOT_SHOWN = "not_shown", _("no link was shown")

    penalty = models.ForeignKey(Penalty, on_delete=models.PROTECT, related_name="assessments")
    compulsion = models.CharField(max_length=7, choices=Answer)
    causation = models.CharField(max_length=7, choices=Answer)
    listed = models.BooleanField()
    outcome = models.CharField(max_length=9, choices=LinkOutcome)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["penalty"], condition=Q(replaced_at=None), name="one_link_assessment_stands"
            )
        ]


def _judged_without_link() -> models.QuerySet[LinkAssessment]:
    """The assessment of a penalty that stands, if it showed no link: asked of one row, since one replaced may say otherwise."""
    return LinkAssessment.objects.filter(penalty=OuterRef("pk"), outcome="not_shown", replaced_at=None)


class Relief(SealedRecord):
    """What was asked of an authority for the person: asked, granted or refused, carried out, each with its day.
    Sealed: what was asked, and what was answered."""

    ABOUT_CASE = "penalty__case"

    class Kind(models.TextChoices):
        RELEASE = "release", _("release")
        STAY = "stay", _("stay of the penalty")
        DISCONTINUANCE = "discontinuance", _("discontinuance")
        ANNULMENT = "annulment", _("annulment")
        REFUND = "refund", _("refund")
        EXPUNGEMENT = "expungement", _("removal from the register of offences")

    penalty = models.ForeignKey(Penalty, on_delete=models.PROTECT, related_name="reliefs")
    kind = models.CharField(max_length=14, choices=Kind)
    asked_of = models.CharField(max_length=11, choices=PenaltyAuthority)
    asked_on = models.DateField()
    decided_on = models.DateField(null=True)
    granted = models.BooleanField(null=True)
    done_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None, granted=None) | Q(decided_on__gte=F("asked_on"), granted__isnull=False),
                name="a_relief_is_decided_after_it_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(granted=True, done_on__gte=F("decided_on")),
                name="only_a_granted_relief_is_carried_out",
            ),
        ]
        indexes = [models.Index(fields=["penalty"], condition=Q(done_on=None), name="reliefs_open")]
