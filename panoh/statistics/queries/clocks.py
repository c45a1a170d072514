"""Clocks kept and missed, by kind and by the agency that answers for the case. Nothing here names a person or a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ClockKind
from panoh.registry import access
from panoh.registry.models import Agency, CaseClock, Officer
from panoh.registry.queries.procedures import in_force
from panoh.statistics.rules.clocks import ClockFigure, ClockRow, Run, clock_figures
from panoh.statistics.rules.periods import Period


@dataclass(frozen=True)
class Kept:
    """One limit of the procedure with what became of it."""

    clock: Clock
    row: ClockRow
    by_agency: tuple[tuple[str, ClockRow], ...]


@dataclass(frozen=True)
class ClocksPage:
    period: Period
    lines: tuple[Kept, ...]
    years: tuple[int, ...]


def clocks_kept(viewer: Officer, *, period: Period, now: datetime) -> ClocksPage:
    """Limits that began to run in the period, as they stand now. A guaranteed time or a window is nobody's to miss."""
    access.require(viewer, access.Act.SEE_FIGURES)
    limits = {each.key: each for each in in_force().clocks if each.kind is ClockKind.LIMIT}
    names = {agency.code: str(agency) for agency in Agency.objects.all()}
    found = clock_figures(_runs(period, tuple(limits)), limits, now=now)
    lines = tuple(Kept(limits[each.row.key], each.row, _named(each, names)) for each in found)
    first = CaseClock.objects.order_by("started_at").values_list("started_at", flat=True).first() or now
    return ClocksPage(period, lines, tuple(range(now.year, first.year - 1, -1)))


def _named(figure: ClockFigure, names: dict[str, str]) -> tuple[tuple[str, ClockRow], ...]:
    return tuple((names[row.key], row) for row in figure.by_agency)


def _runs(period: Period, keys: tuple[str, ...]) -> Iterator[Run]:
    zone = countries.calendar(settings.COUNTRY).zone
    start = datetime.combine(period.first, time.min, tzinfo=zone)
    end = datetime.combine(period.last + timedelta(days=1), time.min, tzinfo=zone)
    rows = CaseClock.objects.filter(clock__in=keys, started_at__gte=start, started_at__lt=end)
    fields = ("clock", "case__desk__agency__code", "started_at", "due_at", "stopped_at")
    return (Run(*row) for row in rows.values_list(*fields).iterator(chunk_size=5_000))
