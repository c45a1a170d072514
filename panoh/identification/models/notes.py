"""What was written down when a case was paused, left, taken up again or asked about anew at eighteen."""

from __future__ import annotations

from django.db import models

from panoh.registry.models import Case, Officer, SealedRecord


class CaseNote(SealedRecord):
    """Beside one step of the procedure. Sealed: the words (risk, attempts, how it was explained, what is new)."""

    ABOUT_CASE = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    step = models.CharField(max_length=40)
    written_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
