"""People on the lists of closed operations who led to no case: whose names are kept beyond their time, and whose erasing
waits for a second officer."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from panoh.identification.models import ListRetention
from panoh.identification.models.retention import WAITS_FOR_SECOND
from panoh.identification.queries.retention import period, years_before
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.screening.models import Closing, Joining, Operation, RosterEntry
from panoh.screening.queries.lines import leads_to_lines

SHOWN = 100
JOINED_DEEP = 3
"""So many steps a question follows lines joined to joined ones; the erasing itself follows all."""


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
    rows = led_nowhere(on=on).filter(operation__in=found).order_by().values_list("operation").annotate(Count("pk"))
    names = dict(rows)
    return tuple(ListOver(each, each.closed_at, names[each.pk]) for each in found if each.pk in names)


def beyond_their_time(*, on: date, closed_by: date | None = None) -> QuerySet[Any]:
    """Nobody decided to keep the names, nobody asked to erase them. `closed_by`: as of cases."""
    decided = ListRetention.objects.filter(Q(keep_until__gt=on) | WAITS_FOR_SECOND)
    return (
        closed_too_long(on=on, closed_by=closed_by)
        .exclude(pk__in=decided.values("operation"))
        .order_by("closed_at", "pk")
    )


def closed_too_long(*, on: date, closed_by: date | None = None) -> QuerySet[Any]:
    """Closed longer than names on lists are kept, and with names that led to no case."""
    last = closed_by or years_before(on, period().list_years_after_closing)
    over = closed_operations().filter(closed_at__date__lte=last)
    return over.filter(Exists(led_nowhere(on=on).filter(operation=OuterRef("pk"))))


def closed_operations() -> QuerySet[Any]:
    """Operations, with `closed_at`: the moment each was closed."""
    closed = Operation.objects.filter(closings__in=Closing.objects.filter(reopened_at=None))
    return closed.annotate(closed_at=F("closings__at")).select_related("desk__agency")


def closed_operations_for(viewer: Officer) -> QuerySet[Any]:
    return closed_operations() if access.may(viewer, access.Act.KEEP_OR_ERASE) else Operation.objects.none()


def led_nowhere(*, on: date) -> QuerySet[RosterEntry]:
    """Lines that name somebody of whom no case came, for whom nobody acts any more, and who are not waited for. Who was
    joined to another line goes and stays with that one, and that one with them: both are one person."""
    named = RosterEntry.objects.filter(case=None, sealed_key__isnull=False).exclude(status=RosterEntry.Status.JOINED)
    return named.exclude(kept(on)).exclude(_joined_kept(on, steps=JOINED_DEEP))


def kept(on: date, line: str = "pk") -> Q:
    """Lines whose name stays because of themselves. `line`: the way to the line from another record."""
    way = "" if line == "pk" else f"{line}__"
    waits = Q(**{f"{way}again_on__gte": on}) | Q(**{f"{way}removal_on__gte": on})
    return functools.reduce(operator.or_, _acted_for(line), waits | Q(**{f"{way}case__isnull": False}))


def _joined_kept(on: date, line: str = "pk", *, steps: int) -> Q:
    """A line to which one is joined whose name stays."""
    found = kept(on, "other")
    if steps > 1:
        found |= _joined_kept(on, "other", steps=steps - 1)
    return Q(Exists(Joining.objects.filter(found, kept=OuterRef(line), undone_at=None)))


def waited_for(on: date) -> Q:
    return Q(again_on__gte=on) | Q(removal_on__gte=on)


def _acted_for(line: str) -> Iterator[Q]:
    """Every stage says of its own records when one of them keeps the name of a line (`KEEPS_LINE`)."""
    for relation in leads_to_lines():
        model: Any = relation.related_model
        if model.KEEPS_LINE is not None:
            mine = {relation.field.name: OuterRef(line)}
            yield Q(Exists(model._default_manager.filter(model.KEEPS_LINE, **mine)))


def lists_asked_of(viewer: Officer) -> QuerySet[ListRetention]:
    return lists_asked() if access.may(viewer, access.Act.KEEP_OR_ERASE) else ListRetention.objects.none()


def lists_asked() -> QuerySet[ListRetention]:
    """Erasing that waits for the second officer."""
    waiting = ListRetention.objects.filter(WAITS_FOR_SECOND)
    return waiting.select_related("operation__desk__agency", "by__post__desk__agency").order_by("at", "pk")
