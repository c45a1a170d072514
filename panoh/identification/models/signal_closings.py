"""Why a signal is followed no further, and why it was taken up again. Reasons come from lists: a free text could name someone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models.signals import Signal
from panoh.registry.models import Agency, Officer


class SignalClosing(models.Model):
    """One officer closes a signal. What tells of danger or of a child (`needs_second`) stays open until another agreed.

    `closed_at`: from when it is followed no further. `taken_up_at`: from when again; of one that waited, it came to nothing.
    """

    ABOUT_CASE: ClassVar[str] = "signal__case"

    class Because(models.TextChoices):
        NOBODY = "nobody", _("nobody was found where it pointed to")
        NO_SIGNS = "no_signs", _("the people were met, and no signs were found")
        ELSEWHERE = "elsewhere", _("no trafficking: handed to another agency")
        TWIN = "twin", _("another signal speaks of the same people")
        TOO_LITTLE = "too_little", _("not enough to act on, and nobody can be asked for more")
        NO_SIGNAL = "no_signal", _("a test, a wrong number or a joke: nobody was spoken of")

    class Again(models.TextChoices):
        MORE = "more", _("more was said")
        SEEN = "seen", _("the people were seen again")
        MISTAKE = "mistake", _("it was closed by mistake")
        MET = "met", _("somebody of whom it spoke was met")

    STANDING = Q(kept_open_at=None, taken_up_at=None)
    WAITING = STANDING & Q(closed_at=None)

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="closings")
    because = models.CharField(max_length=10, choices=Because)
    same_as = models.ForeignKey(Signal, on_delete=models.PROTECT, null=True, related_name="+")
    handed_to = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    needs_second = models.BooleanField()
    closed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    kept_open_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    kept_open_at = models.DateTimeField(null=True)
    taken_up_because = models.CharField(max_length=7, choices=Again, blank=True)
    taken_up_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    taken_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["signal"], condition=Q(kept_open_at=None, taken_up_at=None), name="a_signal_is_closed_once"
            ),
            models.CheckConstraint(
                condition=Q(because="twin", same_as__isnull=False) | (~Q(because="twin") & Q(same_as=None)),
                name="a_double_names_the_other_signal",
            ),
            models.CheckConstraint(
                condition=Q(because="elsewhere", handed_to__isnull=False)
                | (~Q(because="elsewhere") & Q(handed_to=None)),
                name="what_is_handed_over_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, agreed_by=None)
                | Q(closed_at__isnull=False, agreed_by=None, needs_second=False)
                | (Q(closed_at__isnull=False, agreed_by__isnull=False) & ~Q(agreed_by=F("closed_by"))),
                name="danger_or_a_child_is_closed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(kept_open_by=None, kept_open_at=None)
                | Q(kept_open_by__isnull=False, kept_open_at__isnull=False, closed_at=None),
                name="kept_open_has_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(taken_up_by=None, taken_up_at=None, taken_up_because="")
                | (Q(taken_up_by__isnull=False, taken_up_at__isnull=False) & ~Q(taken_up_because="")),
                name="taken_up_has_who_when_and_why",
            ),
        ]

    @property
    def waits(self) -> bool:
        """For a second officer."""
        return self.closed_at is None and self.kept_open_at is None and self.taken_up_at is None
