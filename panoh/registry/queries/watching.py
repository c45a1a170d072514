"""What comes to a post from the watch over cases: one that was opened in an emergency, to whoever is responsible for it and to
whoever reviews it. It stands before everything: there may still be time to see that the person is safe. Compartments come to
their heads; readings that stood out, and officers one administrator made alone, to the data-protection officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from panoh.instruments.kinds.source import Verification
from panoh.instruments.registry import reading_watch
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import EmergencyOpening, Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.queries.cases import cases_for
from panoh.registry.queries.compartment_work import COMPARTMENTS
from panoh.registry.queries.compartments import led_by
from panoh.registry.queries.emergencies import late_reviews, review_within, to_notice
from panoh.registry.queries.officer_work import MADE_ALONE
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.queries.reading_work import READINGS
from panoh.registry.reversing import address_of
from panoh.registry.wording import spoken
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


def _not_reviewed(viewer: Officer, now: datetime) -> QuerySet[EmergencyOpening]:
    """Late: to the post the rule names, in cases it may see; inside a compartment to its heads. Nobody is told of their own."""
    led = led_by(viewer).order_by().values("case")
    told = Q() if viewer.role == reading_watch().review_escalates_to and viewer.is_active else Q(case__in=led)
    late = late_reviews(now).filter(told, case__in=cases_for(viewer)).exclude(officer=viewer)
    return late.order_by("opened_at", "pk")


def _noticed(row: EmergencyOpening, _due_at: datetime, _asked: Asked) -> WorkItem:
    what = _("This case was opened in an emergency: see that the person is safe")
    return _line(row, what, address_of("case", row.case_id))


def _reviewed(row: EmergencyOpening, due_at: datetime, asked: Asked) -> WorkItem:
    line = _line(row, _("Review a case opened in an emergency"), address_of("review_emergency", row.pk))
    return replace(line, due_at=due_at, since=False, escalated=due_at < asked.now, mark=_mark())


def _late(row: EmergencyOpening, due_at: datetime, _asked: Asked) -> WorkItem:
    what = _("Nobody reviewed this opening in an emergency in time: ask why, and see that it is done")
    line = _line(row, what, address_of("case", row.case_id))
    role = procedure_of(row.case).role(access.Role.DATA_PROTECTION_OFFICER)
    return replace(line, due_at=due_at, since=False, with_whom=spoken(role.name), mark=_mark())


def _mark() -> str:
    return Verification.PROVISIONAL if reading_watch().provisional else ""


def _due(opened_at: datetime) -> datetime:
    return opened_at + review_within()


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
    Part((waiting(_to_review, "pk", "opened_at", watch=True),), each(_reviewed), rows=_openings, due=_due, first=True),
    Part((waiting(_not_reviewed, "pk", "opened_at"),), each(_late), rows=_openings, due=_due),
    *COMPARTMENTS,
    *READINGS,
    *MADE_ALONE,
)
