"""How a case was closed: why, how the person was told, and whether they wish to be asked again later."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case, Officer, SealedRecord


class CaseClosing(SealedRecord):
    """One closing; a case taken up again and closed again has two. Sealed: the last needs, and words beside it.

    `still_open`: how many things were open then, all of them shown to whoever closed. Closing ends none of them.
    """

    ABOUT_CASE = "case"

    class Outcome(models.TextChoices):
        REACHED = "reached", _("what the person wanted is reached")
        WISH = "wish", _("the person wishes it to be closed")
        OTHER_HELP = "other_help", _("others go on with the help, and the person agreed to it")
        ABROAD = "abroad", _("the person lives in another country now, and is safe there")
        DIED = "died", _("the person died")

    class Told(models.TextChoices):
        IN_PERSON = "in_person", _("face to face, with nobody else listening")
        TELEPHONE = "telephone", _("by telephone, as the person agreed")
        REPRESENTATIVE = "representative", _("through the person’s advocate or representative")
        GUARDIAN = "guardian", _("the child’s guardian, together with the child")
        NOT_POSSIBLE = "not_possible", _("it could not be told; why is written below")

    class FollowUp(models.TextChoices):
        AGREED = "agreed", _("wishes it: after three, six and twelve months")
        DECLINED = "declined", _("does not wish it")
        NOT_ASKED = "not_asked", _("could not be asked")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    outcome = models.CharField(max_length=10, choices=Outcome)
    told = models.CharField(max_length=14, choices=Told)
    follow_up = models.CharField(max_length=9, choices=FollowUp)
    still_open = models.PositiveSmallIntegerField()
    closed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()
