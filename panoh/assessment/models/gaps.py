"""A gap of a standard or criterion handed to the post that can bring what is missing, until it is shown."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from panoh.registry.models import Officer, Post


class HandedGap(models.Model):
    """The newest counts; `open`: it was not shown since: by a document that counts, a fact or an approved answer."""

    country = models.CharField(max_length=3)
    report = models.PositiveSmallIntegerField()
    criterion = models.CharField(max_length=10)
    evidence = models.CharField(max_length=30)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    open = models.BooleanField(default=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["country", "report", "criterion", "evidence"],
                condition=Q(open=True),
                name="a_gap_waits_on_one_post",
            )
        ]
        indexes = [models.Index(fields=["post", "due_at"], condition=Q(open=True), name="gaps_to_close")]
