"""What an officer holds beside the password: an app that makes codes, a passkey, a sheet of codes; and help when all is lost."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.sealed import SealedRecord


class Factor(SealedRecord):
    """One such thing. Sealed: its secret or its public key. It counts from `added_at` on, when it was proven once.

    `last_step`: the moment of the last code of an app, or the count of a passkey: neither is taken twice.
    """

    KEYED = ("mark",)

    class Kind(models.TextChoices):
        APP = "app", _("codes from an app")
        PASSKEY = "passkey", _("passkey")
        SHEET = "sheet", _("sheet of codes")

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="factors")
    kind = models.CharField(max_length=7, choices=Kind)
    name = models.CharField(max_length=60, blank=True)
    mark = models.CharField(max_length=32, blank=True, db_index=True)
    started_at = models.DateTimeField()
    added_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)
    printed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")


class RecoveryCode(models.Model):
    """One code of a sheet, under a keyed digest. It opens once."""

    KEYED = ("mark",)

    factor = models.ForeignKey(Factor, on_delete=models.CASCADE, related_name="codes")
    mark = models.CharField(max_length=32, unique=True)
    used_at = models.DateTimeField(null=True)


class FactorHelp(models.Model):
    """An administrator asks that an officer's second step is taken away or a sheet printed for them; a second officer, who
    has seen the person, confirms it. `noted_at`: the officer has read that it was done."""

    class Kind(models.TextChoices):
        RESET = "reset", _("take the lost second step away")
        SHEET = "sheet", _("print a sheet of codes")

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="helped")
    kind = models.CharField(max_length=5, choices=Kind)
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")), name="help_takes_two_officers"
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("officer")) & (Q(confirmed_by=None) | ~Q(confirmed_by=F("officer"))),
                name="nobody_helps_themselves",
            ),
        ]


class Vetting(models.Model):
    """An officer invited by one administrator of their agency, and vetted by another. Until then no link leads in.

    `vetted_by` stays empty where there was no second administrator yet: that is on record as well.
    """

    officer = models.OneToOneField(Officer, on_delete=models.CASCADE, related_name="vetting")
    invited_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    needed = models.BooleanField()
    vetted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    vetted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(vetted_by=None) | ~Q(vetted_by=F("invited_by")), name="nobody_vets_whom_they_invited"
            )
        ]


class MinistryIdentity(models.Model):
    """Under which number a ministry's own sign-in knows an invited officer. Bound once, by the officer's invitation."""

    KEYED = ("mark",)

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="identities")
    provider = models.CharField(max_length=40)
    mark = models.CharField(max_length=32)
    bound_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "mark"], name="one_officer_an_identity"),
            models.UniqueConstraint(fields=["provider", "officer"], name="one_identity_an_officer"),
        ]
