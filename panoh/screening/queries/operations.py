"""Operations an officer may run, each with how many of its people were reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.operation import OperationKind
from panoh.instruments.kinds.source import Words
from panoh.instruments.operations import operation_kind
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted, OutOfOrder
from panoh.screening.models import Closing, Duty, HandOver, Operation
from panoh.screening.queries.coverage import coverages
from panoh.screening.rules.coverage import Coverage


@dataclass(frozen=True)
class OperationLine:
    """One operation in the list."""

    operation: Operation
    coverage: Coverage
    closed: bool


def operations_for(viewer: Officer) -> QuerySet[Operation]:
    """Operations of the viewer's desk, and those another desk handed over to it, for as long as it is responsible;
    of every desk for the intake desk."""
    reach = access.scope(viewer, access.Act.RUN_OPERATION)
    if reach is access.Scope.NONE:
        return Operation.objects.none()
    if reach is access.Scope.ALL:
        return Operation.objects.all()
    taken_over = Duty.objects.filter(desk=viewer.desk, until_at=None).values("operation")
    return Operation.objects.filter(Q(desk=viewer.desk) | Q(pk__in=taken_over))


def operation_for(viewer: Officer, operation_id: UUID) -> Operation:
    """One operation, or NotPermitted: whether it exists is not told to those who may not see it. `was_closed`: once at
    least, also where it was opened again."""
    was_closed = Exists(Closing.objects.filter(operation=OuterRef("pk")))
    mine = operations_for(viewer).select_related("desk").annotate(was_closed=was_closed)
    found = mine.filter(pk=operation_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such operation, or your post may not work on it."),
            _("Ask the desk that opened it."),
            subject=f"operation:{operation_id}",
        )
    return found


def held_operation(officer: Officer, operation_id: UUID, *, open_only: bool = True) -> Operation:
    """One operation locked until the act is over; refused once it is closed."""
    operation_for(officer, operation_id)
    held = Operation.objects.select_for_update(no_key=True, of=("self",)).select_related("desk").get(pk=operation_id)
    if open_only and closing_of(held) is not None:
        raise OutOfOrder(
            _("This operation is closed."),
            _("Open it again first; everything in it is kept. Anybody can be interviewed all the same."),
            subject=f"operation:{operation_id}",
        )
    return held


def closing_of(operation: Operation) -> Closing | None:
    """How it was closed; None while it is open."""
    return operation.closings.filter(reopened_at=None).select_related("by").first()


def kind_of(operation: Operation) -> OperationKind:
    return operation_kind(operation.kind)


def where_of(operation: Operation) -> tuple[Words, ...]:
    """Region or district, and sector of work, in words."""
    divisions = (each.name for each in countries.divisions(settings.COUNTRY) if each.code == operation.region)
    sectors = (each.name for each in countries.sectors(settings.COUNTRY) if each.key == operation.sector)
    return (*divisions, *sectors)


def responsible(operation: Operation, *, at: datetime | None = None) -> Duty | None:
    """Who is responsible now, or was at a given minute."""
    duties = operation.duties.select_related("officer__post", "desk")
    if at is None:
        return duties.filter(until_at=None).first()
    return duties.filter(from_at__lte=at).exclude(until_at__lte=at).order_by("-from_at").first()


def operations(viewer: Officer, *, now: datetime, most: int = 100) -> tuple[OperationLine, ...]:
    """The latest operations first."""
    shown = list(operations_for(viewer).select_related("desk").order_by("-on", "-opened_at")[:most])
    found = coverages([each.pk for each in shown], now=now)
    closed = set(Closing.objects.filter(operation__in=shown, reopened_at=None).values_list("operation", flat=True))
    return tuple(OperationLine(each, found[each.pk], each.pk in closed) for each in shown)


def offered_to(viewer: Officer) -> QuerySet[HandOver]:
    """Hand-overs that wait for the viewer's answer."""
    if not access.may(viewer, access.Act.RUN_OPERATION):
        return HandOver.objects.none()
    mine = HandOver.objects.filter(state=HandOver.State.OFFERED, to_desk=viewer.desk)
    mine = mine.filter(Q(to_officer=None) | Q(to_officer=viewer)).exclude(by=viewer)
    return mine.select_related("operation", "by", "to_desk").order_by("offered_at")
