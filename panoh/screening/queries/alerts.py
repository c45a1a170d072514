"""What rosters put on a desk's worklist: removals planned before anybody asked, hand-overs, and people to see again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from panoh.instruments.operations import non_removal
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import Duty, Finding, HandOver, Operation, RosterEntry
from panoh.screening.queries.lines_due import lines_to_see_again
from panoh.screening.queries.operations import offered_to
from panoh.screening.rules.coverage import DONE, JOINED
from panoh.screening.rules.removal import AHEAD, escalates

SHOWN = 50
WEEK = timedelta(days=7)
_Status = RosterEntry.Status
_NONE = Worklist("screening", (), 0)


def alerts(viewer: Officer, *, now: datetime) -> tuple[Worklist, Worklist]:
    """What cannot wait behind anything overdue, and people to see again. Nothing here blocks or closes anything."""
    if not access.may(viewer, access.Act.RUN_OPERATION):
        return _NONE, _NONE
    today = timezone.localdate(now)
    ahead, offers = removals_ahead(viewer, today=today), offered_to(viewer)
    removals = list(ahead[:SHOWN])
    many = len(removals) if len(removals) < SHOWN else ahead.count()
    again = tuple(_again_by_operation(viewer, today))
    first = (*(_removal(each, today) for each in removals), *(_offered(each) for each in offers))
    return Worklist("screening", first, many + len(offers)), Worklist("screening", again, len(again))


def removals_ahead(viewer: Officer, *, today: date) -> QuerySet[RosterEntry]:
    """People to be removed, or removed, of whom nobody asked or who show signs. Signs count in cases the viewer may
    read only."""
    on_duty = Duty.objects.filter(desk=viewer.desk, until_at=None).values("operation")
    mine = Operation.objects.filter(Q(desk=viewer.desk) | Q(pk__in=on_duty))
    read = access.within(Case.objects.all(), viewer, access.Act.READ_SCREENING)
    shown = Finding.objects.filter(presumed=True, screening__case__in=read)
    of_case, of_line = (
        shown.filter(screening__case=OuterRef("case")),
        shown.filter(screening__roster_entry=OuterRef("pk")),
    )
    unasked = ~Q(status__in=(*DONE, JOINED)) | Q(status=_Status.NOT_MET) | Q(status=_Status.MOVED_ON, case=None)
    soon = RosterEntry.objects.filter(operation__in=mine, removal_on__range=(today - AHEAD, today + AHEAD))
    found = soon.filter(unasked | Q(Exists(of_case)) | Q(Exists(of_line)))
    return found.select_related("operation").order_by("removal_on", "row")


def _removal(entry: RosterEntry, today: date) -> WorkItem:
    assert entry.removal_on is not None
    gone = entry.moved_to == RosterEntry.MovedTo.REMOVED
    return WorkItem(
        due_at=_begin(entry.removal_on),
        reference=f"{entry.operation.title} · {entry.row}",
        stage="screening",
        what=_("Removed before anybody asked: tell the consulate")
        if gone
        else _("Removal is planned: see the person first"),
        why=non_removal().words.in_language(get_language() or "en"),
        address=reverse("screening:line", args=[entry.pk]),
        escalated=escalates(entry.removal_on, on=today),
    )


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
            due_at=_begin(first),
            reference=title,
            stage="screening",
            what=ngettext("See %(n)s person again", "See %(n)s people again", number) % {"n": number},
            why=_("from the roster; not reached, or a day was agreed"),
            address=reverse("screening:to_see_again"),
        )


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
