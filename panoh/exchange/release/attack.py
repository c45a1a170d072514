"""The attack on what is published: what every hidden cell can be at least and at most, by linear programmes over all that is
printed. It is written apart from what hides cells, and nothing goes out that it can narrow down.

It knows what any reader knows: the published counts and totals, that a hidden cell holds at least one person (none is
always printed as none), and how many persons there are in all. Of figures published time after time it knows more than
a reader: which rows are the same as they were.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from panoh.exchange.release.refusal import NotReleased
from panoh.statistics.rules.publication.protecting import Rounds
from panoh.statistics.rules.release.combinations import Flags, Floats, Ints
from panoh.statistics.rules.release.safe import Crossed
from panoh.statistics.rules.values import SMALL

_LOOKS = 6


def require_highs() -> Any:
    try:
        import highspy
    except ImportError:
        raise NotReleased(
            "HiGHS, which tries to break the tables before anybody else does, is not installed; it is an extra. Run "
            "`make .venv/.release`, or `pip install 'panoh[release]'`."
        ) from None
    return highspy


@dataclass(frozen=True)
class Sums:
    """What is known of the hidden cells: of each line which of them, and what they come to with their signs."""

    cells: Ints
    signs: Floats
    come_to: float


def ranges(table: Crossed) -> tuple[Floats, Floats]:
    """The least and most of each cell, (rows + 1) x (columns + 1) with the totals last; published ones are what they are."""
    return _Table(table).ranges()


def ranges_of_rounds(rounds: Rounds) -> tuple[Floats, Floats]:
    """The same of a table published time after time. Whoever attacks knows which hidden rows are what they were before: such
    a row is one cell in all its rounds."""
    counts, secret = rounds.counts, np.nonzero(rounds.hidden)[0].tolist()
    numbers: dict[tuple[int, int], int] = {}
    lines = [
        [numbers.setdefault(cell, len(numbers)) for cell in zip(secret, line, strict=True)]
        for line in counts[:, secret].tolist()
    ]
    sums = [int(line.sum()) for line in counts[:, secret]]
    total = int(counts.sum(axis=1).max())
    if all(line == lines[0] for line in lines):
        low, high = _of_one_sum(len(numbers), sums[0], total)
    else:
        low, high = _of_many_sums(lines, sums, total, small=[count < SMALL for _row, count in numbers])
    least, most = counts.astype(float), counts.astype(float)
    for (row, count), number in numbers.items():
        same = counts[:, row] == count
        least[same, row], most[same, row] = low[number], high[number]
    return least, most


def _of_one_sum(unknown: int, come_to: int, total: int) -> tuple[Floats, Floats]:
    """Of hidden cells of which nothing but one sum is known each can be all that the others leave it; no programme is needed."""
    least = max(1, come_to - (unknown - 1) * total)
    return np.full(unknown, float(least)), np.full(unknown, float(min(total, come_to - (unknown - 1))))


def _of_many_sums(
    lines: Sequence[Sequence[int]], sums: Sequence[int], total: int, small: Sequence[bool]
) -> tuple[Floats, Floats]:
    known = [
        Sums(np.array(cells, np.int32), np.ones(len(cells)), float(come_to))
        for cells, come_to in zip(lines, sums, strict=True)
    ]
    return _Attack(len(small), known, float(total), np.array(small)).solved()


@contextmanager
def _silence() -> Iterator[None]:
    """HiGHS greets on standard output when it is made, whatever its options say."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class _Attack:
    """`small`: the hidden cells whose range must be known exactly where it is narrow."""

    def __init__(self, unknown: int, lines: Sequence[Sums], total: float, small: Flags) -> None:
        self._unknown, self._lines, self._total, self._small = unknown, lines, total, small

    def solved(self) -> tuple[Floats, Floats]:
        """A cell seen at two values far enough apart in two possible worlds is safe; only the others need programmes of
        their own."""
        unknown = self._unknown
        solver, low, high = self._programme(), np.full(unknown, np.inf), np.full(unknown, -np.inf)
        chance = np.random.default_rng(unknown)  # only which worlds are looked at first
        for _ in range(_LOOKS):
            toward = chance.normal(size=unknown)
            for sign in (1.0, -1.0):
                self._look(solver, sign * toward, low, high)
        for cell in np.nonzero(self._small & (high - low < SMALL))[0]:
            toward = np.zeros(unknown)
            toward[cell] = 1.0
            for sign in (1.0, -1.0):
                if high[cell] - low[cell] < SMALL:
                    self._look(solver, sign * toward, low, high)
        return low, high

    def _look(self, solver: Any, toward: Floats, low: Floats, high: Floats) -> None:
        places = np.arange(len(toward), dtype=np.int32)
        solver.changeColsCost(len(toward), places, toward)
        solver.run()
        if solver.getModelStatus() != require_highs().HighsModelStatus.kOptimal:
            raise NotReleased("The tables contradict each other or have no bound; a mistake in the program.")
        world = np.array(solver.getSolution().col_value)
        np.minimum(low, world, out=low)
        np.maximum(high, world, out=high)

    def _programme(self) -> Any:
        with _silence():
            solver = require_highs().Highs()
        solver.setOptionValue("output_flag", False)
        solver.addVars(self._unknown, np.ones(self._unknown), np.full(self._unknown, self._total))
        for line in self._lines:
            if len(line.cells):
                solver.addRow(line.come_to, line.come_to, len(line.cells), line.cells, line.signs)
        return solver


class _Table:
    """A crossed table with its totals as one grid, and the lines of it that are known to add up."""

    def __init__(self, table: Crossed) -> None:
        counts, rows, columns = table.counts, table.row_totals, table.column_totals
        self._grid = np.zeros((counts.shape[0] + 1, counts.shape[1] + 1), np.int64)
        self._grid[:-1, :-1], self._grid[:-1, -1], self._grid[-1, :-1] = counts, rows, columns
        self._grid[-1, -1] = counts.sum()
        self._hidden = np.zeros(self._grid.shape, bool)
        self._hidden[:-1, :-1], self._hidden[:-1, -1], self._hidden[-1, :-1] = (
            table.hidden, table.row_hidden, table.column_hidden,
        )  # fmt: skip
        self._number = np.full(self._grid.shape, -1)
        self._number[self._hidden] = np.arange(int(self._hidden.sum()))

    def ranges(self) -> tuple[Floats, Floats]:
        least, most = self._grid.astype(float), self._grid.astype(float)
        if self._hidden.any():
            small = self._grid[self._hidden] < SMALL
            attack = _Attack(len(small), list(self._lines()), float(self._grid[-1, -1]), small)
            least[self._hidden], most[self._hidden] = attack.solved()
        return least, most

    def _lines(self) -> Iterator[Sums]:
        for numbers, counts in zip((*self._number, *self._number.T), (*self._grid, *self._grid.T), strict=True):
            yield self._sum(numbers, counts)

    def _sum(self, numbers: Ints, counts: Ints) -> Sums:
        """The cells of a line add up to its total, whichever of them are known."""
        signs = np.append(np.ones(len(counts) - 1), -1.0)
        unknown = numbers >= 0
        return Sums(numbers[unknown].astype(np.int32), signs[unknown], -float((signs * counts)[~unknown].sum()))
