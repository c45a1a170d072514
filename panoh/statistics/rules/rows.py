"""Rows of tables: a figure by one property, for two periods or two counts of one period, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.comparison import Change, compare
from panoh.statistics.rules.figures import Figure, Part
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Value


@dataclass(frozen=True)
class Row:
    """One row of a table. The total has no dimension and no key."""

    dimension: str
    key: str
    name: Words
    this: Value
    before: Value
    broken: bool = False
    """The two were counted by different versions of the definition."""

    @property
    def shown(self) -> tuple[wording.Shown, wording.Shown]:
        """The period before, then this one: as the eye compares them."""
        return wording.shown(self.before), wording.shown(self.this)

    @property
    def change(self) -> Change:
        return BROKEN if self.broken else compare(self.this, self.before)


BROKEN = Change(
    None,
    None,
    Words(
        "cannot be compared: the definition changed",
        "сравнить нельзя: определение изменилось",
        "муқоиса кардан мумкин нест: таъриф тағйир ёфт",
    ),
)


@dataclass(frozen=True)
class Table:
    dimension: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> Words:
        return wording.DIMENSIONS[self.dimension]


def tables(this: Figure, before: Figure, regions: Mapping[str, Words]) -> tuple[Table, ...]:
    """The breakdowns of both periods row by row. A row one of them lacks was counted there and had nobody; a figure that
    is not available lacks them all, and says so in each."""
    found = []
    for breakdown in this.breakdowns or before.breakdowns:
        keys = dict.fromkeys(part.key for figure in (this, before) for part in _parts(figure, breakdown.dimension))
        rows = (
            Row(
                breakdown.dimension,
                key,
                wording.category(breakdown.dimension, key, regions),
                _value(this, breakdown.dimension, key),
                _value(before, breakdown.dimension, key),
                this.version != before.version,
            )
            for key in keys
        )
        found.append(Table(breakdown.dimension, tuple(rows)))
    return tuple(found)


def _parts(figure: Figure, dimension: str) -> tuple[Part, ...]:
    breakdown = figure.breakdown(dimension)
    return breakdown.parts if breakdown else ()


def _value(figure: Figure, dimension: str, key: str) -> Value:
    if isinstance(figure.value, NotAvailable):
        return figure.value
    breakdown = figure.breakdown(dimension)
    return (breakdown and breakdown.value(key)) or NoneCounted()
