"""The answer file of one report year: which post answers which item by when, what was written and checked, and the text that
was approved by two people. Rows are only ever added; answers, checks, texts and signatures the database refuses to change."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from panoh.registry.models import Officer, Post


class AnswerFile(models.Model):
    """What the country answers for one report, in one version. A correction is another version that names the one it
    corrects; answers of that one stand in it until others are written."""

    report = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    questionnaire = models.CharField(max_length=20)
    due_on = models.DateField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    because = models.TextField(blank=True, max_length=2000)
    begun_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="an_answer_file_has_its_number"),
            models.CheckConstraint(
                condition=Q(corrects=None, because="") | (Q(corrects__isnull=False) & ~Q(because="")),
                name="a_corrected_answer_file_says_why",
            ),
        ]

    @property
    def state(self) -> str:
        texts = sorted(self.texts.all(), key=lambda each: each.pk)
        last = texts[-1] if texts else None
        if last is None:
            return _("being answered")
        if last.signed is None:
            return _("waits for a second signature")
        return _("approved") if last.signed.approved else _("signature refused: being answered")


class HandedItem(models.Model):
    """An item handed to a post, to be answered by a day. The newest counts; `open`: the post has not answered since."""

    file = models.ForeignKey(AnswerFile, on_delete=models.PROTECT, related_name="handed")
    item = models.CharField(max_length=3)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    open = models.BooleanField(default=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "item"], condition=Q(open=True), name="an_item_waits_on_one_post")
        ]
        indexes = [models.Index(fields=["post", "due_at"], condition=Q(open=True), name="items_to_answer")]


class ItemAnswer(models.Model):
    """What was written for an item. Another stands beside it and replaces it; both stay."""

    file = models.ForeignKey(AnswerFile, on_delete=models.PROTECT, related_name="answers")
    item = models.CharField(max_length=3)
    said = models.JSONField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["file", "item"], name="answers_of_item")]


class ItemCheck(models.Model):
    """What another person said of an answer: it holds and names nobody, or what has to be set right."""

    answer = models.OneToOneField(ItemAnswer, on_delete=models.PROTECT, related_name="check_said")
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    holds = models.BooleanField()
    because = models.TextField(blank=True, max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(by=F("answered_by")), name="an_answer_is_checked_by_another"),
            models.CheckConstraint(condition=Q(holds=True) | ~Q(because=""), name="what_does_not_hold_says_why"),
        ]


class AnswerText(models.Model):
    """The file word for word as it was put up, with its hash: the first signature."""

    file = models.ForeignKey(AnswerFile, on_delete=models.PROTECT, related_name="texts")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @property
    def signed(self) -> AnswerSignature | None:
        return getattr(self, "signature", None)


class AnswerSignature(models.Model):
    """The second signature: another person approves the text, or says what has to be set right first."""

    text = models.OneToOneField(AnswerText, on_delete=models.PROTECT, related_name="signature")
    put_up_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    approved = models.BooleanField()
    because = models.TextField(blank=True, max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(by=F("put_up_by")), name="an_answer_file_is_approved_by_another_than_put_it_up"
            ),
            models.CheckConstraint(condition=Q(approved=True) | ~Q(because=""), name="not_approved_says_why"),
        ]
