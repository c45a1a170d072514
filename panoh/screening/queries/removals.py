"""Who is to be removed from the country before anybody asked, or although there are signs: told to whoever can act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.instruments.operations import non_removal
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Officer
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem
from panoh.screening.models import Duty, Finding, Operation, RosterEntry
from panoh.screening.queries.two_steps import first_steps
from panoh.screening.rules.coverage import DONE, JOINED
from panoh.screening.rules.removal import AHEAD, escalates

SHOWN = 50
_Status = RosterEntry.Status


def removals_ahead(viewer: Officer, *, today: date) -> QuerySet[RosterEntry]:
    """People to be removed, or removed, of whom nobody asked to the end or who show signs, on a short form too. Signs
    count in cases the viewer may read only."""
    on_duty = Duty.objects.filter(desk=viewer.desk, until_at=None).values("operation")
    mine = Operation.objects.filter(Q(desk=viewer.desk) | Q(pk__in=on_duty))
    asked = Finding.objects.filter(screening__case=OuterRef("case"))
    gone = Q(~Exists(asked), status=_Status.MOVED_ON)
    unasked = ~Q(status__in=(*DONE, JOINED)) | Q(status=_Status.NOT_MET) | gone
    read = _signs().filter(screening__case__in=_read(viewer))
    of_case, of_line = (
        read.filter(screening__case=OuterRef("case")),
        read.filter(screening__roster_entry=OuterRef("pk")),
    )
    found = _soon(today).filter(unasked | Q(Exists(of_case)) | Q(Exists(of_line)), operation__in=mine)
    return found.select_related("operation").order_by("removal_on", "row")


def removals_of_cases(viewer: Officer, *, today: date) -> QuerySet[Case]:
    """People with signs whose case the viewer manages, or their desk while nobody does: they run no operation, and
    would not learn of it in time."""
    ours = _read(viewer).filter(Q(manager=viewer) | Q(manager=None, desk=viewer.desk))
    # Read from the few lines with a removal ahead to their cases: the other way round every case of the desk is opened.
    soon = _soon(today).order_by()
    of_soon = Q(pk__in=soon.values("case").union(soon.values("screenings__case")))
    lines = _soon(today).filter(_of(OuterRef("pk"))).order_by("removal_on")
    to_be = ours.filter(of_soon, Exists(_signs().filter(screening__case=OuterRef("pk"))))
    return to_be.annotate(removal_on=Subquery(lines.values("removal_on")[:1])).order_by("removal_on", "pk")


def removal_items_of_cases(found: Sequence[tuple[Case, datetime]], asked: Asked) -> Iterator[WorkItem]:
    today = timezone.localdate(asked.now)
    for case, _due_at in found:
        line = _soon(today).filter(_of(case)).select_related("operation").order_by("removal_on").first()
        if line is not None:
            yield removal_item_of_case(case, line, today)


def removal_item(entry: RosterEntry, today: date) -> WorkItem:
    """For whoever runs the operation: leads to the line."""
    assert entry.removal_on is not None
    gone = entry.moved_to == RosterEntry.MovedTo.REMOVED
    return WorkItem(
        due_at=begin_of(entry.removal_on),
        reference=f"{entry.operation.title} · {entry.row}",
        stage="screening",
        what=_("Removed before anybody asked: tell the consulate")
        if gone
        else _("Removal is planned: see the person first"),
        why=removal_words(),
        address=address_of("screening:line", entry.pk),
        escalated=escalates(entry.removal_on, on=today),
    )


def removal_words() -> str:
    """The rule against removal in the reader's language: every alert of one says the same."""
    return non_removal().words.in_language(get_language() or "en")


def removal_item_of_case(case: Case, entry: RosterEntry, today: date) -> WorkItem:
    """For whoever answers for the case: leads to the case, and says nothing of the operation."""
    address = address_of("case", case.pk)
    return replace(removal_item(entry, today), reference=case.reference, address=address)


def begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _read(viewer: Officer) -> QuerySet[Case]:
    return access.within(Case.objects.all(), viewer, access.Act.READ_SCREENING)


def _of(case: Case | OuterRef) -> Q:
    return Q(case=case) | Q(screenings__case=case)


def _soon(today: date) -> QuerySet[RosterEntry]:
    return RosterEntry.objects.filter(removal_on__range=(today - AHEAD, today + AHEAD))


def _signs() -> QuerySet[Finding]:
    """Findings in whose light a removal is wrong: presumed, or any sign on a short form."""
    return Finding.objects.filter(Q(presumed=True) | Q(screening__instrument__in=first_steps()) & ~Q(positive=[]))
