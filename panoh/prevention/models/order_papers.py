"""The document of an order by which people were called up: a scan or a photograph of it, sealed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models.mobilisations import MobilisationOrder
from panoh.registry.models import Officer, SealedRecord
from panoh.registry.rules.attachments.media import Media


class OrderPaper(SealedRecord):
    """One file of an order under its number there; the file itself is what is sealed, so a list of them defers it.

    What names pupils or conscripts is set aside at once, which shuts it for everybody; another officer puts it back. It is
    evidence against whoever gave the order, so that nobody erases it.
    """

    KEYED, KEYED_WITHIN = ("fingerprint",), "order"

    class PaperSetAside(models.TextChoices):
        """Why. From a list: a free text could name someone."""

        NAMES = "names", _("it names people who were called up")
        OTHER = "other", _("it is about another order")
        UNREADABLE = "unreadable", _("it cannot be read")

    order = models.ForeignKey(MobilisationOrder, on_delete=models.PROTECT, related_name="papers")
    number = models.PositiveSmallIntegerField()
    media = models.CharField(max_length=16, choices=[(each.value, each.ending) for each in Media])
    size = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=32)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    set_aside_because = models.CharField(max_length=10, choices=PaperSetAside, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="one_number_one_paper"),
            models.UniqueConstraint(fields=["order", "fingerprint"], name="a_paper_once_in_an_order"),
            models.CheckConstraint(
                condition=Q(set_aside_at=None, set_aside_by=None, set_aside_because="")
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False) & ~Q(set_aside_because=""),
                name="a_paper_is_set_aside_for_a_reason",
            ),
        ]

    @property
    def bound_to(self) -> str:
        return f"{self.order_id}:{self.number}"
