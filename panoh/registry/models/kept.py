"""What one desk keeps in a case on behalf of all, such as a plan: it ends when that desk does not see the case any more."""

from __future__ import annotations

from django.db import models

from panoh.registry.models.agencies import Desk
from panoh.registry.models.cases import Case


class KeptByDesk(models.Model):
    """`ended_because` is one of its own reasons, or this one. A desk whose view of the case ended can neither go on
    with it nor end it, so `registry.actions.keeping` does, and another desk can begin anew."""

    OUT_OF_SIGHT = "no_view"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, blank=True)

    class Meta:
        abstract = True
