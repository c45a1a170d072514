"""What the watch over readings asks of the data-protection officer: each that stood out, until somebody looked into it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.instruments.registry import reading_watch
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Officer, UnusualReading
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries.readings import as_found
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem


def _to_ask_about(viewer: Officer, _now: datetime) -> QuerySet[UnusualReading]:
    waits = UnusualReading.objects.filter(reviewed_at=None).order_by("found_at", "pk")
    return waits if access.may(viewer, access.Act.READ_LEDGER) else waits.none()


def _by(found_at: datetime) -> datetime:
    return found_at + timedelta(days=reading_watch().ask_within_days)


def _ask(row: UnusualReading, due_at: datetime, asked: Asked) -> WorkItem:
    """Without the reference of a case: it may be in a compartment, whose reference is its members'."""
    meaning = reading_watch().kinds[row.kind].meaning.in_language(get_language() or "en")
    return WorkItem(
        due_at=due_at,
        reference=row.day.isoformat(),
        stage="ledger",
        what=_("Ask about a reading that stood out: %(kind)s") % {"kind": meaning},
        why=f"{row.officer.name}, {row.officer.post}" if row.officer else "",
        address=address_of("look_into", as_found(row).key),
        escalated=due_at < asked.now,
    )


def _with_officers() -> QuerySet[UnusualReading]:
    return UnusualReading.objects.select_related("officer__post__desk__agency")


READINGS: tuple[Part[WorkItem], ...] = (
    Part((waiting(_to_ask_about, "pk", "found_at", watch=True),), each(_ask), rows=_with_officers, due=_by),
)
