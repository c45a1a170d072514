"""What records say for an item of the answer file, and how small numbers are hidden before it leaves the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from panoh.instruments.kinds.figure import Definition
from panoh.instruments.kinds.questionnaire import Small
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Value


@dataclass(frozen=True)
class Hidden:
    """Counted, and not told: small, or beside a small one that could be reckoned back. None and not available are told."""

    small = True


Cell = Value | Hidden | Words
"""Words where what is found is no number: a sum of money, a day, a document."""
HIDDEN = Words("hidden: a small number", "скрыто: малое число", "пинҳон: рақами хурд")


FACT = "fact."
"""Before the number of the accepted fact a row is told of."""


@dataclass(frozen=True)
class CountRow:
    key: str
    name: Words
    value: Cell

    @property
    def fact(self) -> int | None:
        """The fact whose sentence it leads to, where it is told of one."""
        return int(self.key.removeprefix(FACT)) if self.key.startswith(FACT) else None


@dataclass(frozen=True)
class CountTable:
    """`parts`: its rows exclude each other and add up to the total; without it they do not."""

    name: Words
    rows: tuple[CountRow, ...]
    parts: bool = False


@dataclass(frozen=True)
class Count:
    """One reckoning. `source`: the definition or reckoning it is made by, with its version; `edition`: of frozen figures it
    stands in, 0 where it was counted from the records at the cut-off."""

    source: str
    version: str
    name: Words
    unit: Words
    first: date
    last: date
    value: Cell
    tables: tuple[CountTable, ...] = ()
    caveats: tuple[Words, ...] = ()
    edition: int = 0

    @property
    def missing(self) -> bool:
        return isinstance(self.value, NotAvailable)

    def row(self, key: str) -> Cell | None:
        return next((row.value for table in self.tables for row in table.rows if row.key == key), None)


def count_of(figure: Figure, definition: Definition, regions: Mapping[str, Words]) -> Count:
    """A figure by its definition, with its breakdowns."""
    return Count(
        source=definition.id,
        version=figure.version,
        name=definition.name,
        unit=wording.UNITS[figure.counting_unit],
        first=figure.period.first,
        last=figure.period.last,
        value=figure.value,
        tables=tuple(
            CountTable(
                wording.DIMENSIONS[each.dimension],
                tuple(
                    CountRow(
                        f"{each.dimension}.{part.key}",
                        wording.category(each.dimension, part.key, regions),
                        part.value,
                    )
                    for part in each.parts
                ),
                parts=True,
            )
            for each in figure.breakdowns
        ),
        caveats=tuple(wording.CAVEATS[each] for each in figure.caveats),
        edition=figure.edition,
    )


def protected(count: Count, small: Small) -> Count:
    """As it may leave the house. The total of a protected item is hidden only where the item says so."""
    if small is Small.PUBLIC:
        return count
    tables = tuple(_protected(table) for table in count.tables)
    hide = small is Small.ALL and isinstance(count.value, Number) and count.value.small
    if hide:  # rows would tell the total
        tables = tuple(replace(table, rows=tuple(map(_hidden, table.rows))) for table in tables)
    return replace(count, value=Hidden() if hide else count.value, tables=tables)


def _protected(table: CountTable) -> CountTable:
    """Small rows are hidden; where rows add up to the total, enough others with them (statistics/rules/release/safe.py)."""
    hide = _with_company(table.rows) if table.parts else {row.key for row in table.rows if _is_small(row.value)}
    return replace(table, rows=tuple(_hidden(row) if row.key in hide else row for row in table.rows))


def _with_company(rows: Iterable[CountRow]) -> set[str]:
    import numpy as np  # here, not above: pages that show no answer file need not load it

    from panoh.statistics.rules.release.safe import with_company

    counted = [(row.key, row.value.count if isinstance(row.value, Number) else 0) for row in rows]
    flags = with_company(np.array([many for _key, many in counted], dtype=np.int64))
    return {key for (key, many), hide in zip(counted, flags.tolist(), strict=True) if hide and many}


def _hidden(row: CountRow) -> CountRow:
    return replace(row, value=Hidden()) if isinstance(row.value, Number) else row


def _is_small(value: Cell) -> bool:
    return isinstance(value, Number) and value.small


def in_words(value: Cell) -> Words:
    """A value as it is read."""
    if isinstance(value, Hidden):
        return HIDDEN
    return value if isinstance(value, Words) else wording.words(value)


def known(value: Cell) -> Value | None:
    """What can be compared with another year."""
    return value if isinstance(value, Number | NoneCounted | NotAvailable) else None
