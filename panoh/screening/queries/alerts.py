"""What rosters put on a desk's worklist: removals planned before anybody asked, hand-overs, and people to see again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DateField, Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Case, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.prepared import Row
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem
from panoh.screening.models import HandOver, RosterEntry
from panoh.screening.queries.lines_due import lines_to_see_again
from panoh.screening.queries.operations import offered_to
from panoh.screening.queries.removals import (
    begin_of,
    removal_item,
    removal_items_of_cases,
    removals_ahead,
    removals_of_cases,
)

SHOWN = 50
WEEK = timedelta(days=7)


def _removals(viewer: Officer, now: datetime, *_on: object) -> QuerySet[RosterEntry]:
    if not access.may(viewer, access.Act.RUN_OPERATION):
        return RosterEntry.objects.none()
    return removals_ahead(viewer, today=_today(now))


def _removals_of_cases(viewer: Officer, now: datetime, *_on: object) -> QuerySet[Case]:
    """Who runs operations learns of the lines themselves."""
    found = removals_of_cases(viewer, today=_today(now))
    return found.none() if access.may(viewer, access.Act.RUN_OPERATION) else found


def _offers(viewer: Officer, now: datetime, *_on: object) -> QuerySet[HandOver]:
    return offered_to(viewer)


def _again_by_operation(viewer: Officer, now: datetime, *_on: object) -> QuerySet[RosterEntry, Any]:
    due = lines_to_see_again(viewer, until=_today(now) + WEEK).order_by().values("operation__title")
    return due.annotate(number=Count("*"), first=Min("again_on")).order_by("first")


def _removal(entry: RosterEntry, _due_at: datetime, asked: Asked) -> WorkItem:
    return removal_item(entry, timezone.localdate(asked.now))


def _offered(offered: HandOver, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=offered.operation.title,
        stage="screening",
        what=_("Take over the operation, or decline"),
        why=_("%(officer)s stays responsible until you answer") % {"officer": offered.by.name},
        address=address_of("screening:hand_over", offered.pk),
    )


def _again(row: Row, due_at: datetime, _asked: Asked) -> WorkItem:
    title, _first, number = row
    return WorkItem(
        due_at=due_at,
        reference=title,
        stage="screening",
        what=ngettext("See %(n)s person again", "See %(n)s people again", number) % {"n": number},
        why=_("from the roster; not reached, or a day was agreed"),
        address=address_of("screening:to_see_again"),
    )


def _begin_of(day: date, *_more: Any) -> datetime:
    return begin_of(day)


def _today(now: datetime) -> date:
    return reckoned(now, timezone.localdate, DateField())


ALERTS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_removals, "pk", "removal_on"),),
        each(_removal),
        lambda: RosterEntry.objects.select_related("operation"),
        _begin_of,
        first=True,
    ),
    Part(
        (waiting(_removals_of_cases, "pk", "removal_on"),),
        removal_items_of_cases,
        Case.objects.all,
        _begin_of,
        first=True,
    ),
    Part(
        (waiting(_offers, "pk", "offered_at"),),
        each(_offered),
        lambda: HandOver.objects.select_related("operation", "by"),
        first=True,
    ),
    Part(
        (waiting(_again_by_operation, "operation__title", "first", "number"),),
        each(_again),
        due=_begin_of,
    ),
)
"""What cannot wait behind anything overdue, and people to see again. Nothing here blocks or closes anything."""
