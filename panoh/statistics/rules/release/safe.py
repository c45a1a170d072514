"""Safe tables: exact counts of every column by itself and crossed by one other, small cells hidden, and enough others with
them that nobody can reckon them back from the totals.

The tables hang together like a star: each shares with the others the totals of the one column and nothing else. So all that
can be learned from all of them together can be learned from the totals they share (tables on a tree have no further
constraint), and a linear programme over each crossed table with its totals is the whole attack.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from panoh.statistics.rules.release.combinations import Flags, Floats, Ints, Records
from panoh.statistics.rules.values import SMALL

_ROUNDS = 60


@dataclass(frozen=True)
class Crossed:
    """One table: `rows` of a column by `columns` of the crossing one; the last of each is not known. Totals stand beside."""

    column: int
    counts: Ints
    hidden: Flags
    row_hidden: Flags
    """Of the totals of the column."""
    column_hidden: Flags
    """Of the totals of the crossing column; the same in every table."""

    @property
    def row_totals(self) -> Ints:
        totals: Ints = self.counts.sum(axis=1)
        return totals

    @property
    def column_totals(self) -> Ints:
        totals: Ints = self.counts.sum(axis=0)
        return totals


Ranges = Callable[[Crossed], tuple[Floats, Floats]]
"""The attack: the least and most each cell can be, body first then totals of the rows, as (rows + 1) x (columns + 1)."""


@dataclass(frozen=True)
class SafeTables:
    crossing: int
    crossing_counts: Ints
    crossing_hidden: Flags
    tables: tuple[Crossed, ...]
    given_up: tuple[int, ...]
    """Columns whose crossed table could not be made safe; it is left out."""

    @property
    def shown(self) -> float:
        """Of the persons in the crossed tables, the share that stands in cells that are not hidden."""
        persons = sum(int(each.counts.sum()) for each in self.tables)
        return sum(int(each.counts[~each.hidden].sum()) for each in self.tables) / max(persons, 1)


def small(counts: Ints) -> Flags:
    flags: Flags = (counts > 0) & (counts < SMALL)
    return flags


def too_narrow(table: Crossed, ranges: tuple[Floats, Floats]) -> Flags:
    """Small hidden cells that can be reckoned back to within fewer than `SMALL` persons."""
    least, most = ranges
    narrow = np.zeros(least.shape, bool)
    narrow[:-1, :-1] = table.hidden & small(table.counts)
    narrow[:-1, -1] = table.row_hidden & small(table.row_totals)
    narrow &= most - least < SMALL
    return narrow


def crossed(records: Records, columns: Sequence[Ints], column: int, by: int) -> Ints:
    """The table of two columns, each with one more place for not known."""
    shape = (len(columns[column]) + 1, len(columns[by]) + 1)
    places = [_place(records, columns[each]) for each in (column, by)]
    sums = np.bincount(places[0] * shape[1] + places[1], weights=records.times, minlength=shape[0] * shape[1])
    return np.rint(sums).astype(np.int64).reshape(shape)


def _place(records: Records, members: Ints) -> Ints:
    of_column = (records.values >= members[0]) & (records.values <= members[-1])
    place = np.where(of_column, records.values - members[0], 0).sum(axis=1)
    return np.where(of_column.any(axis=1), place, len(members))


def safe_tables(records: Records, columns: Sequence[Ints], by: int, ranges: Ranges) -> SafeTables:
    """`ranges` is the attack that must fail; it is written apart from what is here."""
    totals = crossed(records, columns, by, by).sum(axis=0)
    hidden = with_company(totals)
    tables, given_up = [], []
    for column in range(len(columns)):
        if column == by:
            continue
        table = _made_safe(crossed(records, columns, column, by), column, hidden, ranges)
        if table is None:
            given_up.append(column)
        else:
            tables.append(table)
    return SafeTables(by, totals, hidden, tuple(tables), tuple(given_up))


def with_company(totals: Ints, also: Flags | None = None) -> Flags:
    """Small totals, and the least others with them until together they hide at least twice as many as a small one."""
    hidden = small(totals)
    if also is not None:
        hidden |= also
    if not hidden.any():
        return hidden
    order = [place for place in np.argsort(totals, kind="stable") if totals[place] > 0 and not hidden[place]]
    for place in order:
        if (hidden.sum() > 1) and totals[hidden].sum() - hidden.sum() >= 2 * SMALL:
            break
        hidden[place] = True
    return hidden


def _made_safe(counts: Ints, column: int, column_hidden: Flags, ranges: Ranges) -> Crossed | None:
    table = Crossed(column, counts, small(counts), with_company(counts.sum(axis=1)), column_hidden)
    if (table.row_hidden & small(table.row_totals)).any() and not _others(table):
        return None
    table = replace(table, hidden=table.hidden | _of_hidden_totals(table))
    for _ in range(_ROUNDS):
        narrow = too_narrow(table, ranges(table))
        if not narrow.any():
            return table
        more = _with_more_hidden(table, narrow)
        if (more.hidden == table.hidden).all() and (more.row_hidden == table.row_hidden).all():
            return None
        table = more
    return None


def _others(table: Crossed) -> bool:
    return int((table.row_totals > 0).sum()) > 1


def _of_hidden_totals(table: Crossed) -> Flags:
    """In a row or column whose total is hidden at least one cell is, or the total could be added up."""
    hidden = table.hidden.copy()
    for row in np.nonzero(table.row_hidden & ~(table.hidden.any(axis=1)))[0]:
        hidden[row] |= table.counts[row] == table.counts[row].max()
    for place in np.nonzero(table.column_hidden & ~(hidden.any(axis=0)))[0]:
        hidden[:, place] |= table.counts[:, place] == table.counts[:, place].max()
    flags: Flags = hidden & (table.counts > 0)
    return flags


def _with_more_hidden(table: Crossed, narrow: Flags) -> Crossed:
    """Where a row has so few persons that no cell of it can be hidden among the others, its total is hidden too."""
    few = np.asarray(narrow.any(axis=1))[:-1] & (table.row_totals < 2 * SMALL) & ~table.row_hidden
    if few.any():
        return replace(table, row_hidden=with_company(table.row_totals, table.row_hidden | few))
    return replace(table, hidden=_more_hidden(table, narrow))


def _more_hidden(table: Crossed, narrow: Flags) -> Flags:
    """For each cell that is not safe the cheapest ring of four cells is hidden, or what is left of its row and column."""
    hidden = table.hidden.copy()
    cost = np.where(hidden, 0.0, np.where(table.counts > 0, table.counts.astype(float), np.inf))
    for row, place in np.argwhere(narrow):
        if place == hidden.shape[1]:
            ring = [(row, int(np.argmin(np.where(hidden[row], np.inf, cost[row]))))]
        else:
            ring = _ring(cost, table.counts, int(row), int(place), hidden)
        for each in ring:
            if np.isfinite(cost[each]):
                hidden[each], cost[each] = True, 0.0
    return hidden


def _ring(cost: Floats, counts: Ints, row: int, place: int, hidden: Flags) -> list[tuple[int, int]]:
    """Rows and columns that can take what the cell might be more or less; of those the ring that hides least."""
    together: Floats = cost[:, [place]] + cost[[row], :] + cost
    give = np.minimum(counts[:, [place]], np.minimum(counts[[row], :], counts))
    already = hidden[:, [place]] & hidden[[row], :] & hidden
    together = np.where((give <= SMALL) & ~already, together + 1e6, together)
    together = np.where(already, np.inf, together)
    together[row, :] = np.inf
    together[:, place] = np.inf
    other, across = divmod(int(np.argmin(together)), together.shape[1])
    if not np.isfinite(together[other, across]):
        return [(int(each), place) for each in np.nonzero(counts[:, place] > 0)[0]]
    return [(other, place), (row, across), (other, across)]
