"""The looks at the records, one after another under one budget: single values, pairs, triples.

Each look is at what the earlier ones make likely. A triple is looked at only where its three pairs may have enough persons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from panoh.statistics.rules.release.belief import FAR, NEAR, Belief, Looked, Measured, believe
from panoh.statistics.rules.release.combinations import Cells, Floats, Held, Ints, Records, held
from panoh.statistics.rules.release.likely import Known, likely_triples
from panoh.statistics.rules.release.measuring import Noisy, added, bound_for, measured, weighing
from panoh.statistics.rules.release.printing import LEAST, printed
from panoh.statistics.rules.release.shares import Shares, shares_for
from panoh.statistics.rules.release.weights import by_size, evened

_ALL_BUT_FEW, _MOST_PERSONS = 0.95, 0.8
_PROMISING, _WORTH_A_LOOK = 0.05, 3.0
_POSSIBLE = 0.25


class Looking:
    """The records, the one way to noisy answers, and what has been found so far."""

    def __init__(self, records: Records, columns: Sequence[Ints], rho: float, noisy: Noisy) -> None:
        self._records, self._rho, self._noisy = records, rho, noisy
        self._shares: Shares = shares_for(rho)
        self.names: Ints = np.arange(records.of)
        self.looked: dict[int, Looked] = {}
        self.persons = 0
        self._settle(columns)

    def _settle(self, columns: Sequence[Ints]) -> None:
        self.columns, self.of = tuple(columns), self._records.of
        self._column = np.zeros(self.of, np.int64)
        self._many = np.zeros(self.of, np.int64)
        for number, members in enumerate(columns):
            self._column[members], self._many[members] = number, len(members) > 1

    def at_persons(self) -> None:
        found, _ = self._noisy(np.array([self._records.persons]), 1.0, self._rho * self._shares.persons)
        self.persons = max(1, round(float(found[0])))

    def at_singles(self) -> None:
        cells, size = Cells(1, self.of, np.arange(self.of)), np.zeros(self.of)
        for members in self.columns:
            size[members] = len(members)
        weights = np.sqrt(size)  # columns of many values have small counts
        most = float(np.sqrt(sum(weights[members[0]] ** 2 for members in self.columns)))
        given, rho = weighing(weights, most), self._rho * self._shares.singles
        seen = measured(held(self._records, cells), self._records.times, given, rho, self._noisy)
        looked = Looked(cells, self.persons / (size + 1), seen, np.full(self.of, float(self.persons)), cells.keys)
        belief = self.believed(looked)
        shown = printed(cells, belief).cells.keys
        self._singles = np.maximum(np.rint(belief.estimate[shown]), 1)
        self._keep(shown)
        every = np.arange(self.of)
        self.looked[1] = Looked(Cells(1, self.of, every), self._singles, seen.at(shown), looked.most[shown], every)

    def _keep(self, shown: Ints) -> None:
        """Values that are not printed are out from here on; the others are numbered anew."""
        anew = np.full(self.of + 1, -1)
        anew[shown] = np.arange(len(shown))
        self.names, of = shown, len(shown)
        columns = [anew[members][anew[members] >= 0] for members in self.columns]
        self._records = Records.sorted_by_length(anew[self._records.values], self._records.times, of)
        self._settle([members for members in columns if len(members)])

    def at_pairs(self) -> None:
        one, two = np.triu_indices(self.of, 1)
        apart = self._column[one] != self._column[two]
        one, two = one[apart], two[apart]
        single, pairs = self._singles, np.zeros((self.of, self.of))
        self.looked[2] = Looked.nothing(2, self.of)
        if len(one):
            expected, most = single[one] * single[two] / self.persons, np.minimum(single[one], single[two]) * 1.2
            looked, belief = self._at_likely_pairs(Cells(2, self.of, one * self.of + two), expected, most)
            shown = np.isin(looked.cells.keys, printed(looked.cells, belief).cells.keys)
            possible = np.nonzero(shown | (belief.enough > _POSSIBLE))[0]
            self.looked[2] = replace(looked, possible=possible)
            one, two = one[possible], two[possible]
            pairs[one, two] = pairs[two, one] = np.where(shown, belief.estimate, belief.centre)[possible]
        self.known = Known(self.persons, single, pairs)

    def _at_likely_pairs(self, cells: Cells, expected: Floats, most: Floats) -> tuple[Looked, Belief]:
        least, (first, second) = self._shares.least_pairs, self._shares.pairs
        seen = self._pairs_seen(cells, by_size(expected, least[0]), first)
        looked = Looked(cells, expected, seen, most, np.zeros(0, np.int64))
        belief = self.believed(looked)
        again = np.nonzero(belief.enough > _PROMISING)[0]
        if not len(again):
            return looked, belief
        weights = by_size(belief.centre[again], least[1])
        found = self._pairs_seen(Cells(2, self.of, cells.keys[again]), weights, second)
        looked = replace(looked, seen=seen.joined(found.among(again, len(cells))))
        return looked, self.believed(looked)

    def _pairs_seen(self, cells: Cells, weights: Floats, share: float) -> Measured:
        holding, times = held(self._records, cells), self._records.times
        bound = bound_for(holding, times, weights, _ALL_BUT_FEW, self._rho * self._shares.bounds, self._noisy)
        return measured(holding, times, weighing(weights, bound), self._rho * share, self._noisy)

    def at_triples(self, crowd: Records) -> None:
        self.looked[3] = Looked.nothing(3, self.of)
        if not crowd.persons:
            return
        cells, expected, most = likely_triples(crowd, self.known)
        if not len(cells):
            return
        mine, theirs = held(self._records, cells), held(crowd, cells)
        least, (first, second) = self._shares.least_triples, self._shares.triples
        seen = self._triples_seen(mine, theirs, evened(expected, np.ones(len(cells)), theirs, least=least[0]), first)
        looked = Looked(cells, expected, seen, most, np.arange(len(cells)))
        belief = self.believed(looked)
        wanted = np.sqrt(np.minimum(1.0, belief.enough * _WORTH_A_LOOK)) * (belief.enough >= _PROMISING)
        if wanted.any():
            weights = evened(belief.centre, wanted, theirs, least=least[1])
            looked = replace(looked, seen=seen.joined(self._triples_seen(mine, theirs, weights, second)))
        self.looked[3] = looked

    def _triples_seen(self, mine: Held, theirs: Held, weights: Floats, share: float) -> Measured:
        """The bound comes from the invented crowd; so does what the bound takes away from each cell, which is put back."""
        bound = float(np.sqrt(np.quantile(theirs.per_record(weights**2), _MOST_PERSONS)))
        given = weighing(weights, bound or float(weights.max()))
        seen = measured(mine, self._records.times, given, self._rho * share, self._noisy)
        kept = (theirs.per_cell(added(theirs, given)) + 2) / (theirs.per_cell(np.ones(theirs.records)) + 2)
        return Measured(seen.count / kept, seen.deviation / kept)

    def believed(self, looked: Looked) -> Belief:
        cells = looked.cells
        kinds = np.sum([self._many[values] for values in cells.values()], axis=0)
        above = NEAR if cells.size == 3 else FAR
        return believe(looked.expected, looked.seen, kinds, most=looked.most, least=LEAST, above=above)
