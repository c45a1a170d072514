"""Invented records whose single values and pairs are as counted: the model of greatest entropy, kept as a crowd of records.

Each sweep draws every column of every record anew, given its other columns; then the model's weights are moved towards
what was counted. It sees noisy counts only, so it costs no budget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from panoh.statistics.rules.release.combinations import Floats, Ints, Records, keys_of

Scores = NDArray[np.float32]

_NEVER = -12.0
_MOST = 60.0
_AT_FIRST = 0.5  # of the log of how much oftener a pair occurs than by chance; all of it would count some links twice
_STEP_PAIRS, _STEP_SINGLES, _SLOWER = 0.25, 0.2, 0.05
_STEADY = 2.0


@dataclass(frozen=True)
class Counted:
    """What the crowd shall be like. `pairs` is symmetric; 0 is a pair that does not occur."""

    persons: float
    singles: Floats
    pairs: Floats


class Crowd:
    """So many invented records, drawn anew sweep by sweep."""

    def __init__(self, like: Counted, columns: Sequence[Ints], size: int, chance: np.random.Generator) -> None:
        values = len(like.singles)
        self._like, self._columns, self._size, self._chance = like, columns, size, chance
        column = np.empty(values, np.int64)
        for number, members in enumerate(columns):
            column[members] = number
        self._same = column[:, None] == column[None, :]
        self._never = (like.pairs <= 0) & ~self._same
        by_chance = np.outer(like.singles, like.singles) / like.persons
        self._pair = np.zeros((values + 1, values), np.float32)  # the last row: nothing known, nothing said
        self._pair[:-1] = np.where(self._same, 0, np.log((like.pairs + 0.5) / (by_chance + 0.5)) * _AT_FIRST)
        self._single = np.empty(values, np.float32)
        for members in columns:
            unknown = max(0.01, 1 - like.singles[members].sum() / like.persons)
            self._single[members] = np.log(like.singles[members] / like.persons / unknown)
        self._pair[:-1][self._never] = _NEVER
        self.records = np.full((size, len(columns)), values)
        self._score: Scores = np.zeros((size, values), np.float32)

    def sweeps(self, number: int) -> Iterator[Ints]:
        """The records after each sweep; they change with the next."""
        for done in range(number):
            for column in self._chance.permutation(len(self._columns)) if done else range(len(self._columns)):
                self._draw(column)
            self._learn(1 / (1 + done * _SLOWER))
            yield self.records

    def _draw(self, column: int) -> None:
        members = self._columns[column]
        first, end = int(members[0]), int(members[-1]) + 1
        score = np.exp(np.clip(self._score[:, first:end] + self._single[first:end], -_MOST, _MOST))
        running = np.cumsum(score, axis=1, out=score)
        lot = self._chance.random((self._size, 1), dtype=np.float32) * (running[:, -1:] + 1)
        place = (running < lot).sum(axis=1)
        drawn = np.where(place < len(members), first + place, len(self._single))
        self._put(column, drawn)

    def _put(self, column: int, drawn: Ints) -> None:
        changed = np.nonzero(drawn != self.records[:, column])[0]
        if len(changed):
            self._score[changed] += self._pair[drawn[changed]] - self._pair[self.records[changed, column]]
            self.records[changed, column] = drawn[changed]

    def _learn(self, step: float) -> None:
        like, part = self._like, self._size / self._like.persons
        met = self._met()
        missing = np.log((like.pairs * part + _STEADY) / (met + _STEADY))
        missing[self._same] = 0
        self._pair[:-1] += step * _STEP_PAIRS * missing
        self._pair[:-1][self._never] = _NEVER
        singly = np.log((like.singles * part + _STEADY) / (met.diagonal() + _STEADY))
        self._single += (step * _STEP_SINGLES * singly).astype(np.float32)
        self._score[:] = 0
        for column in range(len(self._columns)):
            known = np.nonzero(self.records[:, column] < len(self._single))[0]
            self._score[known] += self._pair[self.records[known, column]]

    def _met(self) -> Floats:
        """How many records hold each pair, and on the diagonal each value."""
        of = len(self._single)
        records = Records.sorted_by_length(self.records, np.ones(self._size, np.int64), of)
        met = np.zeros(of * of)
        for _, part in records.parts():
            if keys := list(keys_of(part, 2, of)):
                met += np.bincount(np.concatenate(keys), minlength=of * of)
        both: Floats = met.reshape(of, of)
        alone = np.bincount(self.records.ravel(), minlength=of + 1)[:of]
        return both + both.T + np.diag(alone)
