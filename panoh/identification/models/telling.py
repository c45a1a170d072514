"""How a decision was told: by whom, to whom, by which way, in which language, whether it was understood, and which paper."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.models.decisions import Decision
from panoh.registry.models import Officer


class Telling(models.Model):
    """One try at telling a decision. Only one that was understood counts as told; the others stay on record.

    Of one that reached nobody no paper is said, but that there is none yet. Nothing here is free text, so that no name or
    address is written down beside the way of contact.
    """

    class ToWhom(models.TextChoices):
        PERSON = "person", _("the person")
        REPRESENTATIVE = "representative", _("the person’s representative")
        GUARDIAN = "guardian", _("the child’s guardian")

    class Way(models.TextChoices):
        IN_PERSON = "in_person", _("face to face, with nobody else listening")
        TELEPHONE = "telephone", _("by telephone, as the person agreed")
        VIDEO = "video", _("by video call, as the person agreed")
        TRUSTED = "trusted", _("called in through somebody the person named")

    class Interpreter(models.TextChoices):
        NOT_NEEDED = "not_needed", _("not needed: told in the person’s own language")
        INDEPENDENT = "independent", _("an independent interpreter")
        TELEPHONE = "telephone", _("an independent interpreter by telephone")
        COMPANION = "companion", _("somebody who came with the person")

    class Outcome(models.TextChoices):
        UNDERSTOOD = "understood", _("told, and the person said it back in their own words")
        NOT_UNDERSTOOD = "not_understood", _("told, but not sure that it was understood")
        NOT_REACHED = "not_reached", _("the person was not reached")

    class Paper(models.TextChoices):
        HANDED_OVER = "handed_over", _("handed over")
        KEPT_HERE = "kept_here", _("kept here for the person, who knows where it is")
        WOULD_BETRAY = "would_betray", _("deliberately not: a paper could betray the person")
        NOT_WISHED = "not_wished", _("the person did not want it")
        NOT_YET = "not_yet", _("not yet: the person was not reached")

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="tellings")
    to_whom = models.CharField(max_length=14, choices=ToWhom)
    way = models.CharField(max_length=9, choices=Way)
    language = models.CharField(max_length=12)
    interpreter = models.CharField(max_length=11, choices=Interpreter)
    outcome = models.CharField(max_length=14, choices=Outcome)
    paper = models.CharField(max_length=12, choices=Paper)
    told_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(outcome="understood"), name="a_decision_is_told_once"
            ),
            models.CheckConstraint(condition=~Q(interpreter="companion"), name="no_companion_interprets_a_decision"),
        ]
