"""What rosters put on a desk's worklist: removals planned before anybody asked, hand-overs, and people to see again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import HandOver
from panoh.screening.queries.lines_due import lines_to_see_again
from panoh.screening.queries.operations import offered_to
from panoh.screening.queries.removals import (
    begin_of,
    removal_item,
    removal_item_of_case,
    removals_ahead,
    removals_of_cases,
)

SHOWN = 50
WEEK = timedelta(days=7)
_NONE = Worklist("screening", (), 0)


def alerts(viewer: Officer, *, now: datetime) -> tuple[Worklist, Worklist]:
    """What cannot wait behind anything overdue, and people to see again. Nothing here blocks or closes anything."""
    today = timezone.localdate(now)
    if not access.may(viewer, access.Act.RUN_OPERATION):
        of_cases = tuple(removal_item_of_case(*each, today) for each in removals_of_cases(viewer, today=today))
        return Worklist("screening", of_cases, len(of_cases)), _NONE
    ahead, offers = removals_ahead(viewer, today=today), offered_to(viewer)
    removals = list(ahead[:SHOWN])
    many = len(removals) if len(removals) < SHOWN else ahead.count()
    again = tuple(_again_by_operation(viewer, today))
    first = (*(removal_item(each, today) for each in removals), *(_offered(each) for each in offers))
    return Worklist("screening", first, many + len(offers)), Worklist("screening", again, len(again))


def _offered(offered: HandOver) -> WorkItem:
    return WorkItem(
        due_at=offered.offered_at,
        reference=offered.operation.title,
        stage="screening",
        what=_("Take over the operation, or decline"),
        why=_("%(officer)s stays responsible until you answer") % {"officer": offered.by.name},
        address=reverse("screening:hand_over", args=[offered.pk]),
    )


def _again_by_operation(viewer: Officer, today: date) -> Iterator[WorkItem]:
    due = lines_to_see_again(viewer, until=today + WEEK).order_by()
    rows = due.values_list("operation__title").annotate(number=Count("*"), first=Min("again_on")).order_by("first")
    for title, number, first in rows:
        yield WorkItem(
            due_at=begin_of(first),
            reference=title,
            stage="screening",
            what=ngettext("See %(n)s person again", "See %(n)s people again", number) % {"n": number},
            why=_("from the roster; not reached, or a day was agreed"),
            address=reverse("screening:to_see_again"),
        )
