"""Countries and years side by side: one column each, one row for each thing counted, every cell what its sources say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from panoh.assessment.rules.series import TIER, Accepted, Cell, cell


@dataclass(frozen=True)
class Column:
    country: str
    year: int


@dataclass(frozen=True)
class CompareRow:
    """`sample`: one of its facts, for what the row is called."""

    sample: Accepted
    cells: tuple[Cell, ...]


def compare(facts: Iterable[Accepted], columns: Sequence[Column]) -> tuple[CompareRow, ...]:
    """Rows that have something in a column at least; what others do not have is missing there, and never zero. Tiers are
    no numbers and have a row of their own."""
    grouped: dict[tuple[object, ...], dict[Column, list[Accepted]]] = {}
    wanted = set(columns)
    for each in facts:
        said = each.values
        if said.measure == TIER or said.year is None or Column(each.country, said.year) not in wanted:
            continue
        row = grouped.setdefault((said.measure, said.breakdown, said.actor), {})
        row.setdefault(Column(each.country, said.year), []).append(each)
    return tuple(
        CompareRow(next(iter(row.values()))[0], tuple(cell(row.get(column, ())) for column in columns))
        for _, row in sorted(grouped.items(), key=lambda pair: str(pair[0]))
    )
