"""What comes to a post from the watch over cases: one that was opened in an emergency, to whoever is responsible for it and to
whoever reviews it. It stands before everything: there may still be time to see that the person is safe. Compartments come to
their heads, and readings that stood out to the data-protection officer."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import EmergencyOpening, Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.queries.compartment_work import COMPARTMENTS
from panoh.registry.queries.emergencies import to_notice
from panoh.registry.queries.reading_work import READINGS
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("ledger", found.lines, found.total, first=found.first)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _to_notice(viewer: Officer, _now: datetime) -> QuerySet[EmergencyOpening]:
    return to_notice(viewer)


def _to_review(viewer: Officer, _now: datetime) -> QuerySet[EmergencyOpening]:
    waits = EmergencyOpening.objects.filter(reviewed_at=None).order_by("opened_at", "pk")
    return waits if access.may(viewer, access.Act.READ_LEDGER) else waits.none()


def _noticed(row: EmergencyOpening, _due_at: datetime, _asked: Asked) -> WorkItem:
    what = _("This case was opened in an emergency: see that the person is safe")
    return _line(row, what, address_of("case", row.case_id))


def _reviewed(row: EmergencyOpening, _due_at: datetime, _asked: Asked) -> WorkItem:
    return _line(row, _("Review a case opened in an emergency"), address_of("review_emergency", row.pk))


def _line(row: EmergencyOpening, what: str, address: str) -> WorkItem:
    return WorkItem(
        due_at=row.opened_at,
        reference=row.case.reference,
        stage="ledger",
        what=what,
        why=f"{row.officer.name}, {row.officer.post}",
        address=address,
        since=True,
        escalated=True,
    )


def _openings() -> QuerySet[EmergencyOpening]:
    return EmergencyOpening.objects.select_related("case", "officer__post__desk__agency")


PARTS: tuple[Part[WorkItem], ...] = (
    Part((waiting(_to_notice, "pk", "opened_at"),), each(_noticed), rows=_openings, first=True),
    Part((waiting(_to_review, "pk", "opened_at", watch=True),), each(_reviewed), rows=_openings, first=True),
    *COMPARTMENTS,
    *READINGS,
)
