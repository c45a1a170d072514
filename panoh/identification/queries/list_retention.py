"""People on the lists of closed operations who led to no case: whose names are kept beyond their time, and whose erasing
waits for a second officer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from panoh.identification.models import ListRetention
from panoh.identification.models.retention import WAITS_FOR_SECOND
from panoh.identification.queries.retention import period, years_before
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.screening.models import Closing, Joining, Operation, RosterEntry, RosterMatch, Screening
from panoh.screening.queries.lines import with_joined

SHOWN = 100


@dataclass(frozen=True)
class ListOver:
    """`names`: how many lines still name somebody who led to no case."""

    operation: Operation
    closed_at: datetime
    names: int


@dataclass(frozen=True)
class ListsPage:
    """`over`: closed so long that somebody decides. `asked`: erasing waits for a second officer."""

    over: tuple[ListOver, ...]
    asked: tuple[ListRetention, ...]


def lists_page(viewer: Officer, *, now: datetime) -> ListsPage:
    access.require(viewer, access.Act.KEEP_OR_ERASE)
    return ListsPage(lists_over(on=timezone.localdate(now)), tuple(lists_asked()[:SHOWN]))


def lists_over(*, on: date, shown: int = SHOWN) -> tuple[ListOver, ...]:
    """Those on which somebody decides. The oldest first."""
    found = list(beyond_their_time(on=on)[:shown])
    names = Counter(operation for _line, operation in left_in({each.pk for each in found}))
    return tuple(ListOver(each, each.closed_at, names[each.pk]) for each in found if names[each.pk])


def beyond_their_time(*, on: date) -> QuerySet[Operation]:
    """Closed longer than names on lists are kept; nobody decided to keep them, nobody asked to erase them."""
    over = closed_operations().filter(closed_at__date__lte=years_before(on, period().list_years_after_closing))
    decided = ListRetention.objects.filter(Q(keep_until__gt=on) | WAITS_FOR_SECOND)
    named = Exists(_named().filter(operation=OuterRef("pk")))
    return over.filter(named).exclude(pk__in=decided.values("operation")).order_by("closed_at", "pk")


def closed_operations() -> QuerySet[Operation]:
    """With the moment each was closed."""
    closed = Operation.objects.filter(closings__in=Closing.objects.filter(reopened_at=None))
    return closed.annotate(closed_at=F("closings__at")).select_related("desk__agency")


def closed_operations_for(viewer: Officer) -> QuerySet[Operation]:
    return closed_operations() if access.may(viewer, access.Act.KEEP_OR_ERASE) else Operation.objects.none()


def left_in(operations: Collection[UUID]) -> list[tuple[UUID, UUID]]:
    """Lines that name somebody who led to no case, each with its operation. Who was joined to somebody of a case stays with
    them, and is forgotten with them."""
    standing = Joining.objects.filter(undone_at=None, kept__operation__in=operations).values("kept")
    of_a_case = with_joined(RosterEntry.objects.filter(~_led_nowhere(), pk__in=standing).values_list("pk", flat=True))
    found = _named().filter(operation__in=operations).order_by("pk").values_list("pk", "operation")
    return [each for each in found if each[0] not in of_a_case]


def lists_asked_of(viewer: Officer) -> QuerySet[ListRetention]:
    return lists_asked() if access.may(viewer, access.Act.KEEP_OR_ERASE) else ListRetention.objects.none()


def lists_asked() -> QuerySet[ListRetention]:
    """Erasing that waits for the second officer."""
    waiting = ListRetention.objects.filter(WAITS_FOR_SECOND)
    return waiting.select_related("operation__desk__agency", "by__post__desk__agency").order_by("at", "pk")


def _named() -> QuerySet[RosterEntry]:
    return RosterEntry.objects.filter(_led_nowhere(), sealed_key__isnull=False)


def _led_nowhere() -> Q:
    """No case came of it, no interview is open, and nobody found on record who it was."""
    interviews = Screening.objects.filter(roster_entry=OuterRef("pk"))
    same = RosterMatch.objects.filter(entry=OuterRef("pk"), state=RosterMatch.State.SAME)
    going_on = interviews.filter(Q(case__isnull=False) | Q(outcome=Screening.Outcome.OPEN))
    return Q(case=None) & ~Q(Exists(going_on)) & ~Q(Exists(same))
