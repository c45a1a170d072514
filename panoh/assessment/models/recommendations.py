"""What a report recommends or finds wanting, which of other years is the same one reworded, and what is done about it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer, Post


class Recommendation(models.Model):
    """In the words of the report, at its place there; in order of priority. A shortcoming is kept in the same way."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", _("recommendation")
        SHORTCOMING = "shortcoming", _("shortcoming")

    narrative = models.ForeignKey("Narrative", on_delete=models.PROTECT, related_name="recommendations")
    kind = models.CharField(max_length=14, choices=Kind)
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    entered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["narrative", "kind", "start"], name="one_recommendation_at_one_place")
        ]


class RecommendationMatch(models.Model):
    """Whether two of different years are one, reworded. Proposed by likeness, decided by a person; kept either way."""

    earlier = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="found_later")
    later = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="found_earlier")
    same = models.BooleanField()
    score = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="a_match_is_of_two_recommendations"),
        ]


class RecommendationStep(models.Model):
    """What is done: the post that owns it, where it stands, what was done and what shows it. Each step stays."""

    class State(models.TextChoices):
        NOT_BEGUN = "not_begun", _("not begun")
        UNDER_WAY = "under_way", _("under way")
        DONE = "done", _("done")
        NOT_TAKEN_UP = "not_taken_up", _("not taken up")

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="steps")
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State)
    words = models.TextField(max_length=2000)
    evidence = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_step_says_what_was_done"),
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(evidence=""), name="what_is_done_has_something_that_shows_it"
            ),
        ]
