"""Records as sets of values, and combinations of one, two or three values counted over them.

Every value of every column has one number; a record is the numbers it has, in rising order. What is not known has no
number and is never counted. A combination is one number too: its values as digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SIZES = (1, 2, 3)
_TABLE_AT_MOST = 1 << 26  # slots of a direct look-up; above it the sorted keys are searched


@dataclass(frozen=True)
class Records:
    """Distinct records, the shortest first: `values` in rising order, then filled up with `of` (no value)."""

    of: int
    values: Ints
    times: Ints
    """How many persons have this record."""

    @staticmethod
    def sorted_by_length(values: Ints, times: Ints, of: int) -> Records:
        """`values`: one row per record, -1 or `of` where nothing is known."""
        ordered = np.sort(np.where(values < 0, of, values), axis=1)
        order = np.argsort((ordered < of).sum(axis=1), kind="stable")
        return Records(of, ordered[order].astype(np.int64), times[order].astype(np.int64))

    @cached_property
    def lengths(self) -> Ints:
        lengths: Ints = (self.values < self.of).sum(axis=1).astype(np.int64)
        return lengths

    @property
    def persons(self) -> int:
        return int(self.times.sum())

    def parts(self) -> Iterator[tuple[slice, Ints]]:
        """Records of one length at a time, without the filling."""
        for length in range(1, int(self.lengths.max(initial=0)) + 1):
            first, end = np.searchsorted(self.lengths, [length, length + 1])
            if first < end:
                yield slice(int(first), int(end)), self.values[first:end, :length]


def keys_of(part: Ints, size: int, of: int) -> Iterator[Ints]:
    """The combinations of `size` values in each record, one array per place of them."""
    for places in combinations(range(part.shape[1]), size):
        key = part[:, places[0]]
        for place in places[1:]:
            key = key * of + part[:, place]
        yield key


def digits(keys: Ints, size: int, of: int) -> tuple[Ints, ...]:
    """The values a combination is made of."""
    return tuple(keys // of**place % of for place in range(size - 1, -1, -1))


@dataclass(frozen=True)
class Cells:
    """Combinations of one size that are looked at. Their place in `keys` is their number; those left out have none."""

    size: int
    of: int
    keys: Ints
    """Rising, each once."""
    _table: list[NDArray[np.int32]] = field(default_factory=list, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.keys)

    def values(self) -> tuple[Ints, ...]:
        return digits(self.keys, self.size, self.of)

    def numbers(self, keys: Ints) -> Ints:
        """1 + the number of each combination; 0 for one that is left out."""
        if self.of**self.size <= _TABLE_AT_MOST:
            if not self._table:
                table = np.zeros(self.of**self.size, np.int32)
                table[self.keys] = np.arange(1, len(self.keys) + 1)
                self._table.append(table)
            return self._table[0][keys].astype(np.int64)
        place = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        return np.where(self.keys[place] == keys, place + 1, 0) if len(self.keys) else np.zeros_like(keys)


@dataclass(frozen=True)
class Held:
    """Which cells each record holds, so that sums over records and over cells are quick."""

    cells: int
    records: int
    parts: tuple[tuple[slice, Ints], ...]
    """Per length of record: cell numbers (from 1; 0 is none), one row per place."""

    def per_record(self, of_cells: Floats) -> Floats:
        """The sum of `of_cells` over the cells of each record."""
        padded, sums = np.concatenate([[0.0], of_cells]), np.zeros(self.records)
        for rows, numbers in self.parts:
            sums[rows] = padded[numbers].sum(axis=0)
        return sums

    def per_cell(self, of_records: Floats) -> Floats:
        """The sum of `of_records` over the records that hold each cell."""
        sums = np.zeros(self.cells + 1)
        for rows, numbers in self.parts:
            weights = np.broadcast_to(of_records[rows], numbers.shape)
            sums += np.bincount(numbers.ravel(), weights=weights.ravel(), minlength=self.cells + 1)
        return sums[1:]


def held(records: Records, *several: Cells) -> Held:
    """The cells of several sizes are numbered through, in the order given."""
    before = np.cumsum([0, *map(len, several)])
    parts = []
    for rows, part in records.parts():
        found = [
            np.where(numbers > 0, numbers + before[which], 0)
            for which, cells in enumerate(several)
            for numbers in (cells.numbers(key) for key in keys_of(part, cells.size, records.of))
        ]
        if found:
            parts.append((rows, np.stack(found)))
    return Held(int(before[-1]), len(records.values), tuple(parts))


def counted(records: Records, size: int) -> tuple[Cells, Ints]:
    """Every combination that occurs, with how many persons have it."""
    keys: list[Ints] = []
    times: list[Ints] = []
    for rows, part in records.parts():
        for key in keys_of(part, size, records.of):
            keys.append(key)
            times.append(records.times[rows])
    if not keys:
        return Cells(size, records.of, np.zeros(0, np.int64)), np.zeros(0, np.int64)
    every, place = np.unique(np.concatenate(keys), return_inverse=True)
    sums = np.bincount(place, weights=np.concatenate(times), minlength=len(every))
    return Cells(size, records.of, every), np.rint(sums).astype(np.int64)
