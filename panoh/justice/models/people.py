"""Who stands in a criminal case: defendants with as little as is needed, their judgments, and victims.

A victim of a criminal case is a number. Whether it is somebody known to the mechanism stands here and nowhere else.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.justice.models.cases import CriminalCase
from panoh.registry.models import Case, Consent, Officer, SealedRecord, Sex


class Defendant(SealedRecord):
    """Sealed: the name, where the desk needs it, and the place where they are held; `held_key` is that place's blind
    index, so that a victim held there is noticed without opening either."""

    KEYED = ("held_key",)

    class Official(models.TextChoices):
        NO = "no", _("no official")
        YES = "yes", _("an official")
        UNKNOWN = "unknown", _("not known")

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="defendants")
    number = models.PositiveSmallIntegerField()
    sex = models.CharField(max_length=8, choices=Sex, default=Sex.UNKNOWN)
    nationality = models.CharField(max_length=2, blank=True)
    official = models.CharField(max_length=7, choices=Official, default=Official.UNKNOWN)
    held_key = models.CharField(max_length=32, blank=True)
    held_from = models.DateField(null=True)
    held_until = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["criminal_case", "number"], name="defendants_are_numbered"),
            models.CheckConstraint(
                condition=Q(held_key="", held_from=None) | ~Q(held_key="") & Q(held_from__isnull=False),
                name="a_defendant_is_held_somewhere_since_a_day",
            ),
        ]
        indexes = [models.Index(fields=["held_key"], condition=~Q(held_key=""), name="defendants_held")]


class Sentence(models.Model):
    """What a court said of one defendant under one article. `flags`: what does not fit the register, in codes
    (`rules/sentences.py`); it is kept as the court said it. On appeal another replaces it."""

    defendant = models.ForeignKey(Defendant, on_delete=models.PROTECT, related_name="sentences")
    on = models.DateField()
    offence = models.CharField(max_length=40)
    part = models.CharField(max_length=2, blank=True)
    convicted = models.BooleanField()
    custodial_months = models.PositiveSmallIntegerField(null=True)
    suspended_months = models.PositiveSmallIntegerField(null=True)
    fine = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    flags = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["defendant", "offence", "part"], condition=Q(replaced_at=None), name="one_sentence_stands"
            ),
            models.CheckConstraint(
                condition=Q(convicted=True) | Q(custodial_months=None, suspended_months=None, fine=None),
                name="the_acquitted_carry_no_sentence",
            ),
            models.CheckConstraint(
                condition=Q(fine=None, currency="") | (Q(fine__gt=0) & ~Q(currency="")), name="a_fine_has_a_currency"
            ),
        ]


class VictimLink(models.Model):
    """A victim of a criminal case, by number. `case` and `consent` only where the person agreed to sharing with police and
    prosecutors, or with a court, whichever made the link. A consent withdrawn since ends what can be seen of it, and the
    number stays counted."""

    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.PROTECT, related_name="victims")
    number = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["criminal_case", "number"], name="victims_are_numbered"),
            models.UniqueConstraint(
                fields=["criminal_case", "case"], condition=Q(ended_at=None), name="a_victim_once_in_a_criminal_case"
            ),
            models.CheckConstraint(
                condition=Q(case=None, consent=None) | Q(case__isnull=False, consent__isnull=False),
                name="a_link_rests_on_a_consent",
            ),
        ]
