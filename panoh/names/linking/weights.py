"""What two names say, in bits: a rare name shared says much, a common one little, a name that differs speaks against."""

from __future__ import annotations

from functools import lru_cache
from math import log2

import numpy as np

from panoh.names.compare import Comparison
from panoh.names.linking.facts import Bits
from panoh.names.linking.rows import Columns
from panoh.names.parts import part_of
from panoh.names.points import SAME_PART_FROM

DIFFERENT_TO = 0.4
DIFFERENT_PART, HELD_DOWN, MOST_OF_A_PART = -12.0, -5.0, 10.0
"""Our own weights (provisional). `HELD_DOWN`: the comparison says why it may be another person (`panoh.names.caps`)."""


class Rarity:
    """How many bits it says that two rows of this list share a part of a name."""

    def __init__(self, rows: Columns) -> None:
        self._columns = rows
        self._borne = np.bincount(rows.sound, minlength=len(rows.sounds) + 1)
        self._rows, self._sounds = max(2, len(rows)), rows.sounds
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, word: str) -> float:
        borne = [self._borne[self._sounds[each]] for each in part_of(word).skeletons if each in self._sounds]
        return min(MOST_OF_A_PART, log2(self._rows / max(1, max(borne, default=1))))

    def most(self) -> Bits:
        """For each row how many bits its whole name says to one that is quite the same."""
        of, part = self._columns.of, self._columns.part
        if not len(of):
            return np.zeros(len(self._columns))
        starts = np.flatnonzero(np.append(True, (of[1:] != of[:-1]) | (part[1:] != part[:-1])))
        commonest = np.maximum.reduceat(self._borne[self._columns.sound], starts)
        each = np.minimum(MOST_OF_A_PART, np.log2(self._rows / np.maximum(1, commonest)))
        return np.bincount(of[starts], weights=each, minlength=len(self._columns)).astype(np.float64)

    def bits(self, found: Comparison) -> float:
        """Each pair of parts by its likeness; what the comparison held down stays down."""
        return sum(self._reason(one, points) if one else HELD_DOWN for one, _, _, points in found.reasons)

    def _reason(self, word: str, points: float) -> float:
        """All of the rarity for the same sounds, less for nearly the same, and down to `DIFFERENT_PART` and less for
        another name: twins share everything else."""
        if points >= SAME_PART_FROM:
            return self.of(word) * (1 - 2 * (1 - points))
        share = (points - DIFFERENT_TO) / (SAME_PART_FROM - DIFFERENT_TO)
        return max(0.0, share) * self.of(word) * (1 - 2 * (1 - SAME_PART_FROM)) + (1 - share) * DIFFERENT_PART
