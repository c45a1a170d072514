"""A child held by the state: where, by whom, since when, on what basis; looked at again on time, and seen by monitors."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord
from panoh.screening.models import RosterEntry


class Custody(SealedRecord):
    """About a child with a case, or on a roster before there is one. It ends with the child among people who care for
    them, never by itself. Sealed: the place and who answers for the child there. About somebody on a roster without a
    case nothing is sealed: there is nobody yet who could ask for it to be forgotten.
    """

    ABOUT_CASE = "case"
    KEEPS_LINE = Q(ended_on=None)

    class HeldBy(models.TextChoices):
        CHILDREN = "children", _("a children's home or boarding school")
        TRANSIT = "transit", _("a transit or reception centre")
        HOSPITAL = "hospital", _("a hospital or sanatorium")
        POLICE = "police", _("police or a place of isolation")
        SECURITY = "security", _("a security body")
        PRISON = "prison", _("a place of detention, alone or with a parent")
        OTHER = "other", _("another state body")

    class Basis(models.TextChoices):
        COURT = "court", _("an order of a court")
        GUARDIANSHIP = "guardianship", _("a decision of the guardianship authority")
        ADMINISTRATIVE = "administrative", _("a decision of another authority")
        NONE_SHOWN = "none_shown", _("none was shown")

    class HeldNoMore(models.TextChoices):
        REUNITED = "reunited", _("with the family again")
        FOSTER = "foster", _("in another family, or with a guardian")
        OTHER_HOME = "other_home", _("moved to another place of the state, recorded anew")
        OF_AGE = "of_age", _("turned eighteen and left")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="custodies")
    roster_entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, null=True, related_name="custodies")
    held_by = models.CharField(max_length=9, choices=HeldBy)
    basis = models.CharField(max_length=14, choices=Basis)
    region = models.CharField(max_length=12, blank=True)
    since = models.DateField()
    review_due = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=10, choices=HeldNoMore, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(roster_entry__isnull=False, sealed=None),
                name="a_custody_is_about_one_child",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_on=None, case__isnull=False), name="one_custody_of_a_case"
            ),
            models.UniqueConstraint(
                fields=["roster_entry"],
                condition=Q(ended_on=None, roster_entry__isnull=False),
                name="one_custody_of_a_line",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_at=None, ended_by=None, ended_because="")
                | Q(ended_on__gte=F("since"), ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because=""),
                name="a_custody_ends_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["review_due"], condition=Q(ended_on=None), name="custodies_to_review"),
            models.Index(fields=["since", "ended_on"], name="custodies_by_day"),
        ]

    @property
    def reference(self) -> str:
        """What it is called on lists: the case, or the line of the roster."""
        return self.case.reference if self.case else f"№ {self.roster_entry.row}" if self.roster_entry else ""


class CustodyReview(SealedRecord):
    """Whether the child still has to be held, and what comes next. Sealed: what was seen, and what the child said."""

    ABOUT_CASE = "custody__case"

    class ComesOfIt(models.TextChoices):
        FAMILY_SOUGHT = "family_sought", _("stays while the family is looked for")
        PLACEMENT_SOUGHT = "placement", _("stays while another family or home is looked for")
        BETTER_PLACE = "better_place", _("is to be moved to a better place")
        TO_GO = "to_go", _("can go: what is still to be done is agreed")

    custody = models.ForeignKey(Custody, on_delete=models.PROTECT, related_name="reviews")
    outcome = models.CharField(max_length=13, choices=ComesOfIt)
    child_heard = models.BooleanField()
    guardian_present = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    next_on = models.DateField()


class CustodyAccess(SealedRecord):
    """Somebody independent asked to see the child: given, or refused with a reason. Sealed: the words of the refusal."""

    ABOUT_CASE = "custody__case"

    class Monitor(models.TextChoices):
        OMBUDSMAN = "ombudsman", _("the ombudsman, or the ombudsman for children")
        INTERNATIONAL = "international", _("an international organisation")
        NGO = "ngo", _("a non-governmental organisation")
        PROSECUTOR = "prosecutor", _("a prosecutor who supervises places of detention")
        LAWYER = "lawyer", _("the child's lawyer or advocate")

    class Refused(models.TextChoices):
        HEALTH = "health", _("the child's health")
        CHILD = "child", _("the child does not wish it")
        SECURITY = "security", _("security is given as the reason")
        NO_PERMIT = "no_permit", _("a permit is said to be missing")
        NO_REASON = "no_reason", _("no reason was given")

    custody = models.ForeignKey(Custody, on_delete=models.PROTECT, related_name="accesses")
    monitor = models.CharField(max_length=13, choices=Monitor)
    asked_on = models.DateField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    given = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    refused_because = models.CharField(max_length=9, choices=Refused, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(given=None, answered_on=None, answered_by=None, refused_because="")
                | Q(given=True, answered_on__gte=F("asked_on"), answered_by__isnull=False, refused_because="")
                | Q(given=False, answered_on__gte=F("asked_on"), answered_by__isnull=False) & ~Q(refused_because=""),
                name="access_is_refused_for_a_reason",
            )
        ]
        indexes = [models.Index(fields=["asked_on"], condition=Q(given=None), name="accesses_to_answer")]
