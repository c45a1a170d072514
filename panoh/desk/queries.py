"""What the desk shows: cases found, lines of the ledger."""

from __future__ import annotations

from datetime import datetime

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.queries import cases_for
from panoh.registry.queries.finding import FoundBy, FoundCase, cases_alike
from panoh.registry.references import is_reference, reference_from


def find_cases(viewer: Officer, *, text: str, at: datetime) -> tuple[FoundCase, ...]:
    """Cases the viewer may see, by reference; by name in any script or document number, where they may read those. The
    search itself is recorded."""
    return _find(text=text.strip(), by=viewer, at=at)


@act
def _find(*, text: str, by: Officer, at: datetime) -> tuple[FoundCase, ...]:
    reference = reference_from(text)
    referred = cases_for(by).select_related("person").filter(reference=reference) if is_reference(reference) else ()
    found = tuple(FoundCase(case, FoundBy.REFERENCE) for case in referred) or cases_alike(by, text)
    ledger.write(act="find", by=by, at=at, found=[str(each.case.pk) for each in found])
    return found


def ledger_lines(*, before: int | None, subject: str, limit: int = 100) -> tuple[LedgerEntry, ...]:
    lines = LedgerEntry.objects.select_related("officer__post__desk").order_by("-seq")
    if before is not None:
        lines = lines.filter(seq__lt=before)
    if subject:
        lines = lines.filter(subject=subject)
    return tuple(lines[:limit])
