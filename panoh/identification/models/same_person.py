"""Two records that are one person's: said by one officer, decided by another, and undone by anybody who may decide.

Nothing of either record is moved or written over, so that undoing leaves both as they were. Reasons come from lists: a free text
could name someone.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer, Person


class SamePerson(models.Model):
    """A pair of records, in the order of their keys so that it stands once. Open until another officer decided; it stands while
    it was decided as one person’s and not undone."""

    class Because(models.TextChoices):
        PAPER = "paper", _("the same paper")
        NAME = "name", _("name and birth agree")
        TOLD = "told", _("the person says so")
        MET = "met", _("somebody who met the person both times")

    class Undone(models.TextChoices):
        MISTAKE = "mistake", _("it was a mistake")
        TOLD = "told", _("the person says otherwise")
        PAPERS = "papers", _("other papers came")

    OPEN = Q(decided_at=None)
    STANDING = Q(same=True, undone_at=None)

    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pairs_first")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pairs_second")
    because = models.CharField(max_length=5, choices=Because)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    same = models.BooleanField(null=True)
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    undone_because = models.CharField(max_length=7, choices=Undone, blank=True)
    undone_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="two_records_in_the_order_of_keys"),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None, same=None)
                | (Q(decided_at__isnull=False, same__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="another_officer_says_whether_they_are_one",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None) | (Q(same=True, undone_by__isnull=False) & ~Q(undone_because="")),
                name="what_is_undone_says_why",
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(decided_at=None) | Q(same=True, undone_at=None),
                name="one_word_on_two_records",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.decided_at is None

    @property
    def stands(self) -> bool:
        """Two officers held them to be one person’s, and nobody undid it."""
        return self.same is True and self.undone_at is None


class CountedAs(models.Model):
    """A record that is counted as another of the same person. Written by the acts on pairs, and from nothing else."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="counted_as")
    whole = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="counts_for")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(whole__lt=F("person")), name="counted_as_another_record"),
        ]
