"""What the desk shows: cases found, lines of the ledger."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, KeyKind, LedgerEntry, Officer
from panoh.registry.queries import cases_for, find_people, recognised
from panoh.registry.references import reference_from


def find_cases(viewer: Officer, *, text: str, at: datetime) -> tuple[Case, ...]:
    """Cases the viewer may see, by reference; by name in any script or document number, where they may read those. The
    search itself is recorded."""
    return _find(text=text.strip(), by=viewer, at=at)


@act
def _find(*, text: str, by: Officer, at: datetime) -> tuple[Case, ...]:
    visible = cases_for(by).select_related("person")
    found = list(visible.filter(reference=reference_from(text))) or list(
        visible.filter(_told(text, by)).order_by("-opened_at")[:50]
    )
    ledger.write(act="find", by=by, at=at, found=[str(case.pk) for case in found])
    return tuple(found)


def _told(text: str, viewer: Officer) -> Q:
    people = find_people(names=(text,), documents=(text,))
    by_name, by_paper = (
        [person.pk for person, kinds in people.items() if kind in kinds] for kind in (KeyKind.NAME, KeyKind.DOCUMENT)
    )
    return recognised(viewer, by_name=by_name, by_paper=by_paper)


def ledger_lines(*, before: int | None, subject: str, limit: int = 100) -> tuple[LedgerEntry, ...]:
    lines = LedgerEntry.objects.select_related("officer__post__desk").order_by("-seq")
    if before is not None:
        lines = lines.filter(seq__lt=before)
    if subject:
        lines = lines.filter(subject=subject)
    return tuple(lines[:limit])
