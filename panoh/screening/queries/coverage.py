"""How many people of an operation, or of all operations of a period, were reached. Numbers only: no name is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from panoh.registry.models import Sex
from panoh.registry.rules.age import MAJORITY, age
from panoh.screening.models import Operation, RosterEntry, Screening
from panoh.screening.rules.coverage import DONE, JOINED, NOW, Coverage

_Status = RosterEntry.Status
ORDER = (_Status.TO_SCREEN, NOW, *(each for each in _Status if each not in {*DONE, _Status.TO_SCREEN, JOINED}), *DONE)
"""Every place of a roster in the order pages show it; a new status is shown without a change here."""


@dataclass(frozen=True)
class Place:
    """One place of a roster with its number. `part`: of a thousand, for the bar, beginning at `start`."""

    key: str
    label: str
    number: int
    start: int
    part: int


@dataclass(frozen=True)
class Breakdown:
    """One row of a table: a group, and where its people stand in the order of ORDER."""

    label: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.numbers)


@dataclass(frozen=True)
class Interviews:
    """Interviews finished by one officer within one hour (or on one day)."""

    officer: str
    when: datetime
    number: int


def coverages(operations: Collection[UUID], *, now: datetime) -> dict[UUID, Coverage]:
    """Where everybody stands, for several operations: three small questions to the index, whatever their size."""
    lines = RosterEntry.objects.filter(operation__in=operations)
    by_status = _tally(lines)
    claimed = _tally(lines.filter(claimed_until__gt=now))
    later = _tally(lines.filter(status=_Status.AGAIN, again_on__isnull=False).exclude(claimed_until__gt=now))
    return {each: Coverage.of(by_status[each], claimed[each], later=later[each].total()) for each in operations}


def coverage_of(operation: Operation, *, now: datetime) -> Coverage:
    return coverages([operation.pk], now=now)[operation.pk]


def places(coverage: Coverage) -> tuple[Place, ...]:
    """Every place with its piece of the bar; the pieces add up to a thousand."""
    shown, start, before = [], 0, 0
    for key in ORDER:
        before += coverage.number(key)
        end = round(1000 * before / coverage.total) if coverage.total else 0
        shown.append(Place(str(key), label_of(str(key)), coverage.number(key), start, end - start))
        start = end
    return tuple(shown)


def label_of(place: str) -> str:
    return _("being screened now") if place == NOW else str(_Status(place).label)


def by_sex_and_age(operation: Operation) -> tuple[Breakdown, ...]:
    """Papers give years only here; whoever could be a child is shown so."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for status, sex, born_from, born_to, number in _grouped(operation, "status", "sex", "born_from", "born_to"):
        key = (str(Sex(sex).label), _age(operation.on, born_from, born_to))
        found.setdefault(key, Counter())[status] += number
    return tuple(_row(" · ".join(key), found[key]) for key in sorted(found))


def by_nationality(operation: Operation) -> tuple[Breakdown, ...]:
    found: dict[str, Counter[str]] = {}
    for status, nationality, number in _grouped(operation, "status", "nationality"):
        found.setdefault(nationality, Counter())[status] += number
    return tuple(_row(each, found[each]) for each in sorted(found, key=lambda key: (-found[key].total(), key)))


def interviews(of: QuerySet[Screening], *, per: str) -> tuple[Interviews, ...]:
    """Finished interviews by officer and hour or day (`per`). Whoever declined is linked to nobody and not counted."""
    rows = of.filter(finished_at__isnull=False).values_list("started_by__name", "finished_at")
    counted = Counter((name, _begins(at, per)) for name, at in rows if at)
    ordered = sorted(counted.items(), key=lambda each: (each[0][1], each[0][0]))
    return tuple(Interviews(name, when, number) for (name, when), number in ordered)


def _begins(at: datetime, per: str) -> datetime:
    whole = localtime(at).replace(minute=0, second=0, microsecond=0)
    return whole if per == "hour" else whole.replace(hour=0)


def _grouped(operation: Operation, *fields: str) -> list[tuple[Any, ...]]:
    lines = RosterEntry.objects.filter(operation=operation).exclude(status=JOINED)
    return list(lines.values_list(*fields).annotate(number=Count("*")).order_by())


def _tally(lines: QuerySet[RosterEntry]) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = _Tallies()
    rows = lines.values_list("operation", "status").annotate(number=Count("*")).order_by()
    for operation, status, number in rows:
        found[operation][status] = number
    return found


class _Tallies(dict[UUID, Counter[str]]):
    def __missing__(self, key: UUID) -> Counter[str]:
        self[key] = Counter()
        return self[key]


def _row(label: str, counted: Counter[str]) -> Breakdown:
    return Breakdown(label, tuple(counted[str(key)] for key in ORDER))


def _age(on: date, born_from: int | None, born_to: int | None) -> str:
    if born_from is None or born_to is None:
        return _("age not known")
    if age(date(born_to, 12, 31), on) >= MAJORITY:
        return _("adult")
    return _("child") if age(date(born_from, 1, 1), on) < MAJORITY else _("perhaps a child")
