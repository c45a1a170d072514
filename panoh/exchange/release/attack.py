"""The attack on the safe tables: what every hidden cell can be at least and at most, by linear programmes over all that is
published. It is written apart from what hides cells, and nothing is released that it can narrow down.

It knows what any reader knows: the published counts and totals, that a hidden cell holds at least one person (none is
always printed as none), and how many persons there are in all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from panoh.exchange.release.refusal import NotReleased
from panoh.statistics.rules.release.combinations import Floats, Ints
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


def ranges(table: Crossed) -> tuple[Floats, Floats]:
    """The least and most of each cell, (rows + 1) x (columns + 1) with the totals last; published ones are what they are."""
    return _Attack(table).ranges()


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
            low, high = self._solved()
            least[self._hidden], most[self._hidden] = low, high
        return least, most

    def _solved(self) -> tuple[Floats, Floats]:
        """A cell seen at two values far enough apart in two possible worlds is safe; only the others need programmes of
        their own."""
        unknown = int(self._hidden.sum())
        solver, low, high = self._programme(), np.full(unknown, np.inf), np.full(unknown, -np.inf)
        chance = np.random.default_rng(unknown)  # only which worlds are looked at first
        for _ in range(_LOOKS):
            toward = chance.normal(size=unknown)
            for sign in (1.0, -1.0):
                self._look(solver, sign * toward, low, high)
        small = self._grid[self._hidden] < SMALL
        for cell in np.nonzero(small & (high - low < SMALL))[0]:
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
        total = float(self._grid[-1, -1])
        with _silence():
            solver = require_highs().Highs()
        solver.setOptionValue("output_flag", False)
        unknown = int(self._hidden.sum())
        solver.addVars(unknown, np.ones(unknown), np.full(unknown, total))
        for line in range(self._grid.shape[0]):
            self._sum(solver, self._number[line], self._grid[line])
        for line in range(self._grid.shape[1]):
            self._sum(solver, self._number[:, line], self._grid[:, line])
        return solver

    def _sum(self, solver: Any, numbers: Ints, counts: Ints) -> None:
        """The cells of a line add up to its total, whichever of them are known."""
        factors = np.append(np.ones(len(counts) - 1), -1.0)
        known = -float((factors * counts)[numbers < 0].sum())
        unknown = numbers >= 0
        if unknown.any():
            places = numbers[unknown].astype(np.int32)
            solver.addRow(known, known, len(places), places, factors[unknown])
