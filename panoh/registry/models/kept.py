"""What one desk keeps in a case on behalf of all, such as a plan: it ends when that desk does not see the case any more."""

from __future__ import annotations

from django.db import models


class KeptByDesk(models.Model):
    """Has `case`, `desk`, `ended_at` and `ended_because` of its own. A desk whose view of the case ended can neither go on
    with it nor end it, so `registry.actions.keeping` does, and another desk can begin anew."""

    OUT_OF_SIGHT = "no_view"

    class Meta:
        abstract = True
