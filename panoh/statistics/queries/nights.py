"""How full the country's refuges were, all together: no house, no name, and small numbers marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from panoh.protection.queries.nights import occupancy
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.values import NotAvailable, Reason, Value, counted
from panoh.statistics.rules.wording import Shown, shown


@dataclass(frozen=True)
class NightsRow:
    month: date
    kind: str
    taken: Value
    kept: Value
    free: Value

    @property
    def shown(self) -> Iterator[Shown]:
        return map(shown, (self.taken, self.kept, self.free))


@dataclass(frozen=True)
class TurnedRow:
    month: date
    full: Value
    otherwise: Value
    waiting: Value

    @property
    def shown(self) -> Iterator[Shown]:
        return map(shown, (self.full, self.otherwise, self.waiting))


@dataclass(frozen=True)
class NightsPage:
    period: Period
    nights: tuple[NightsRow, ...]
    turned: tuple[TurnedRow, ...]
    years: tuple[int, ...]


def nights_page(viewer: Officer, *, period: Period, today: date) -> NightsPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = occupancy(first=period.first, last=period.last, today=today)
    return NightsPage(
        period,
        tuple(
            NightsRow(each.month, each.kind, counted(each.taken), counted(each.kept), _free(each.free))
            for each in found.nights
        ),
        tuple(
            TurnedRow(each.month, counted(each.full), counted(each.otherwise), counted(each.waiting))
            for each in found.turned
        ),
        tuple(range(today.year, min(today.year - 5, period.year) - 1, -1)),
    )


def _free(nights: int | None) -> Value:
    return NotAvailable(Reason.NO_RECORDS) if nights is None else counted(nights)
