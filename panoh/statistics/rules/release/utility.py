"""How useful a private release is, told from the private numbers alone: holding it against the records would tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.combinations import SIZES, Cells, Floats, Ints, counted
from panoh.statistics.rules.release.private import PrivateRelease

TOO_WRONG = 0.35
"""Counts of single values that err by more than this on average are no use."""
_ENOUGH_COLUMNS = 0.5


@dataclass(frozen=True)
class OfSize:
    size: int
    printed: int
    error: float
    """Expected proportional error of a printed count, on average."""
    records_differ: float
    """How far the invented records' own counts lie from the printed ones, on average and in proportion."""


@dataclass(frozen=True)
class Utility:
    persons: int
    sizes: tuple[OfSize, ...]
    columns: int
    columns_shown: int
    """Columns of which at least one value is printed."""

    @property
    def why_not(self) -> tuple[str, ...]:
        """Why the private part is no use; nothing where it is."""
        reasons = []
        if self.columns_shown < self.columns * _ENOUGH_COLUMNS:
            reasons.append(f"only {self.columns_shown} of {self.columns} columns show any value")
        if self.sizes[0].printed and self.sizes[0].error > TOO_WRONG:
            reasons.append(f"counts of single values are expected to err by {self.sizes[0].error:.0%} on average")
        return tuple(reasons)


def utility(release: PrivateRelease, columns: Sequence[Ints]) -> Utility:
    shown = set(release.tables[1].cells.keys.tolist())
    with_any = sum(bool(shown & set(members.tolist())) for members in columns)
    return Utility(release.persons, tuple(_of_size(release, size) for size in SIZES), len(columns), with_any)


def _of_size(release: PrivateRelease, size: int) -> OfSize:
    table = release.tables[size]
    if not len(table.cells):
        return OfSize(size, 0, 0.0, 0.0)
    differ = np.abs(_among(table.cells, *counted(release.records, size)) - table.count) / table.count
    return OfSize(size, len(table.cells), float(table.error.mean()), float(differ.mean()))


def _among(cells: Cells, found: Cells, times: Ints) -> Floats:
    counts, numbers = np.zeros(len(cells)), cells.numbers(found.keys)
    counts[numbers[numbers > 0] - 1] = times[numbers > 0]
    return counts
