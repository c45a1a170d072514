"""Operations an officer may run, each with how many of its people were reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import Operation, RosterEntry

_Status = RosterEntry.Status


@dataclass(frozen=True)
class Coverage:
    """Where everybody on a roster stands. The six add up to `total`: nobody is counted twice or left out."""

    to_screen: int = 0
    again: int = 0
    second: int = 0
    """A short form recorded signs: a full interview is due."""
    screened: int = 0
    declined: int = 0
    moved_on: int = 0

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Coverage:
        return cls(**{status.value: counts.get(status.value, 0) for status in _Status})

    @property
    def total(self) -> int:
        return self.open + self.screened + self.declined + self.moved_on

    @property
    def open(self) -> int:
        return self.to_screen + self.again + self.second

    @property
    def reached(self) -> int:
        """Asked, whatever they said."""
        return self.screened + self.declined


@dataclass(frozen=True)
class OperationLine:
    """One operation in the list."""

    operation: Operation
    coverage: Coverage


def operations_for(viewer: Officer) -> QuerySet[Operation]:
    """Operations of the viewer's desk; of every desk for the intake desk."""
    reach = access.scope(viewer, access.Act.RUN_OPERATION)
    if reach is access.Scope.NONE:
        return Operation.objects.none()
    return Operation.objects.all() if reach is access.Scope.ALL else Operation.objects.filter(desk=viewer.desk)


def operation_for(viewer: Officer, operation_id: UUID) -> Operation:
    """One operation, or NotPermitted: whether it exists is not told to those who may not see it."""
    found = operations_for(viewer).select_related("desk").filter(pk=operation_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such operation, or your post may not work on it."),
            _("Ask the desk that opened it."),
            subject=f"operation:{operation_id}",
        )
    return found


def operations(viewer: Officer, *, most: int = 100) -> tuple[OperationLine, ...]:
    """The latest operations first."""
    shown = list(operations_for(viewer).select_related("desk").order_by("-on", "-opened_at")[:most])
    counts = _counts(each.pk for each in shown)
    return tuple(OperationLine(each, Coverage.of(counts.get(each.pk, {}))) for each in shown)


def coverage_of(operation: Operation) -> Coverage:
    return Coverage.of(_counts([operation.pk]).get(operation.pk, {}))


def _counts(operations: Iterable[UUID]) -> dict[UUID, dict[str, int]]:
    rows = RosterEntry.objects.filter(operation__in=list(operations)).values_list("operation", "status")
    found: dict[UUID, dict[str, int]] = {}
    for operation, status, number in rows.annotate(number=Count("*")).order_by():
        found.setdefault(operation, {})[status] = number
    return found
