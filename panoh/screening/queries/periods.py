"""All operations of a period: how many people were announced, met and screened, by when and by whom. Numbers only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.screening.models import Operation, Screening
from panoh.screening.queries.coverage import (
    ORDER,
    Breakdown,
    Interviews,
    Place,
    by_nationality,
    by_sex_and_age,
    coverage_of,
    coverages,
    interviews,
    label_of,
    places,
)
from panoh.screening.queries.operations import operation_for, operations_for
from panoh.screening.queries.reached import Reached, reached
from panoh.screening.rules.coverage import Coverage, together


@dataclass(frozen=True)
class Period:
    """`start` and `end` are both within it. `expected`: people announced, in the operations that said a number."""

    start: date
    end: date
    operations: int
    expected: int
    coverage: Coverage
    places: tuple[Place, ...]
    by_kind: tuple[Breakdown, ...]
    by_desk: tuple[Breakdown, ...]
    by_day: tuple[Breakdown, ...]
    interviews: tuple[Interviews, ...]
    reached: Reached


@dataclass(frozen=True)
class InNumbers:
    """One operation in numbers."""

    operation: Operation
    coverage: Coverage
    places: tuple[Place, ...]
    by_sex_and_age: tuple[Breakdown, ...]
    by_nationality: tuple[Breakdown, ...]
    interviews: tuple[Interviews, ...]
    reached: Reached


def in_numbers(viewer: Officer, operation_id: UUID, *, now: datetime) -> InNumbers:
    operation = operation_for(viewer, operation_id)
    coverage = coverage_of(operation, now=now)
    held = Screening.objects.filter(roster_entry__operation=operation)
    return InNumbers(
        operation=operation,
        coverage=coverage,
        places=places(coverage),
        by_sex_and_age=by_sex_and_age(operation),
        by_nationality=by_nationality(operation),
        interviews=interviews(held, per="hour"),
        reached=reached([operation.pk], today=localdate(now)),
    )


def period(viewer: Officer, *, start: date, end: date, now: datetime) -> Period:
    """Operations the viewer may run whose day lies in the period."""
    access.require(viewer, access.Act.RUN_OPERATION)
    chosen = list(operations_for(viewer).filter(on__range=(start, end)).select_related("desk").order_by("on"))
    found = coverages([each.pk for each in chosen], now=now)
    whole = together(tuple(found.values()))
    held = Screening.objects.filter(roster_entry__operation__in=chosen)

    def by(key: Callable[[Operation], str]) -> tuple[Breakdown, ...]:
        groups: dict[str, list[Coverage]] = {}
        for each in chosen:
            groups.setdefault(key(each), []).append(found[each.pk])
        return tuple(_row(label, together(tuple(group))) for label, group in groups.items())

    return Period(
        start=start,
        end=end,
        operations=len(chosen),
        expected=sum(each.expected or 0 for each in chosen),
        coverage=whole,
        places=places(whole),
        by_kind=by(lambda each: str(each.get_kind_display())),
        by_desk=by(lambda each: str(each.desk)),
        by_day=by(lambda each: each.on.isoformat()),
        interviews=interviews(held, per="day"),
        reached=reached([each.pk for each in chosen], today=localdate(now)),
    )


@act
def numbers_file(*, operation: Operation, by: Officer, at: datetime) -> tuple[tuple[object, ...], ...]:
    """One operation as rows of a file, without names. Small numbers stay inside the service; the file says so."""
    shown = in_numbers(by, operation.pk, now=at)
    rows = (*_rows(_("all"), (_row(_("all"), shown.coverage),)), *_rows(_("sex and age"), shown.by_sex_and_age))
    ledger.write(act="export_numbers", by=by, at=at, subject=f"operation:{operation.pk}")
    return (_headings(), *rows, *_rows(_("nationality"), shown.by_nationality))


@act
def period_file(*, start: date, end: date, by: Officer, at: datetime) -> tuple[tuple[object, ...], ...]:
    """All operations of a period as rows of a file, without names."""
    shown = period(by, start=start, end=end, now=at)
    ledger.write(act="export_numbers", by=by, at=at, subject=f"period:{start}:{end}")
    parts = ((_("kind"), shown.by_kind), (_("desk"), shown.by_desk), (_("day"), shown.by_day))
    rows = tuple(row for name, part in parts for row in _rows(name, part))
    return (_headings(), *_rows(_("all"), (_row(_("all"), shown.coverage),)), *rows)


def _headings() -> tuple[object, ...]:
    return (_("by"), _("group"), *(label_of(str(key)) for key in ORDER), _("on the roster"))


def _rows(name: str, part: tuple[Breakdown, ...]) -> Iterator[tuple[object, ...]]:
    for each in part:
        yield (name, each.label or _("not known"), *each.numbers, each.total)


def _row(label: str, coverage: Coverage) -> Breakdown:
    return Breakdown(label, tuple(coverage.number(str(key)) for key in ORDER))
