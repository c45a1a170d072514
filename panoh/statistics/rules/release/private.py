"""The private release: singles, pairs and triples looked at in turn under one budget, then records that agree with them.

A triple is looked at only where its three pairs are printed, and everything after the looking is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.belief import FAR, NEAR, Belief, Measured, believe
from panoh.statistics.rules.release.chains import Counted, Crowd
from panoh.statistics.rules.release.combinations import Cells, Floats, Held, Ints, Records, held
from panoh.statistics.rules.release.likely import Known, likely_triples
from panoh.statistics.rules.release.measuring import Noisy, added, bound_for, measured, weighing
from panoh.statistics.rules.release.printing import LEAST, Printed, printed, renamed
from panoh.statistics.rules.release.records import invented
from panoh.statistics.rules.release.shares import Shares, shares_for
from panoh.statistics.rules.release.weights import by_size, evened

_CROWD, _SWEEPS, _KEPT_SWEEPS = 20_000, 16, 6
_ALL_BUT_FEW, _MOST_PERSONS = 0.95, 0.8
_PROMISING, _WORTH_A_LOOK = 0.05, 3.0


@dataclass(frozen=True)
class PrivateRelease:
    persons: int
    tables: dict[int, Printed]
    records: Records


def private_release(
    records: Records, columns: Sequence[Ints], rho: float, noisy: Noisy, chance: np.random.Generator
) -> PrivateRelease:
    """`chance` draws the invented records; it makes no noise and needs to be no secret."""
    looking = Looking(records, columns, rho, noisy)
    looking.at_persons()
    looking.at_singles()
    looking.at_pairs()
    if not len(looking.tables[2].cells):
        crowd = Records(looking.of, np.zeros((0, len(looking.columns)), np.int64), np.zeros(0, np.int64))
        looking.tables[3] = printed(Cells(3, looking.of, np.zeros(0, np.int64)), Belief.empty())
    else:
        crowd = _crowd(looking, chance)
        looking.at_triples(crowd)
    names, of = looking.names, records.of
    found = invented(crowd, looking.tables, looking.persons)
    tables = {size: renamed(table, names, of) for size, table in looking.tables.items()}
    back = np.append(names, of)
    return PrivateRelease(looking.persons, tables, Records(of, back[found.values], found.times))


def _crowd(looking: Looking, chance: np.random.Generator) -> Records:
    like = Counted(float(looking.persons), looking.known.singles, looking.known.pairs)
    crowd = Crowd(like, looking.columns, _CROWD, chance)
    values = np.concatenate([each.copy() for each in crowd.sweeps(_SWEEPS)][-_KEPT_SWEEPS:])
    return Records.sorted_by_length(values, np.ones(len(values), np.int64), looking.of)


class Looking:
    """The records, the one way to noisy answers, and what has been found so far."""

    def __init__(self, records: Records, columns: Sequence[Ints], rho: float, noisy: Noisy) -> None:
        self._records, self._rho, self._noisy = records, rho, noisy
        self._shares: Shares = shares_for(rho)
        self.names: Ints = np.arange(records.of)
        self.tables: dict[int, Printed] = {}
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
        belief = self._believed(cells, self.persons / (size + 1), seen, np.full(self.of, float(self.persons)))
        self.tables[1] = printed(cells, belief)
        self._keep(self.tables[1].cells.keys)

    def _keep(self, shown: Ints) -> None:
        """Values that are not printed are out from here on; the others are numbered anew."""
        anew = np.full(self.of + 1, -1)
        anew[shown] = np.arange(len(shown))
        self.names, of = shown, len(shown)
        columns = [anew[members][anew[members] >= 0] for members in self.columns]
        self._records = Records.sorted_by_length(anew[self._records.values], self._records.times, of)
        self.tables[1] = Printed(Cells(1, of, np.arange(of)), self.tables[1].count, self.tables[1].error)
        self._settle([members for members in columns if len(members)])

    def at_pairs(self) -> None:
        one, two = np.triu_indices(self.of, 1)
        apart = self._column[one] != self._column[two]
        one, two = one[apart], two[apart]
        single = self.tables[1].count.astype(float)
        expected, most = single[one] * single[two] / self.persons, np.minimum(single[one], single[two]) * 1.2
        cells = Cells(2, self.of, one * self.of + two)
        self.tables[2] = printed(cells, self._pairs_believed(cells, expected, most) if len(cells) else Belief.empty())
        self._know(single)

    def _pairs_believed(self, cells: Cells, expected: Floats, most: Floats) -> Belief:
        least, (first, second) = self._shares.least_pairs, self._shares.pairs
        seen = self._pairs_seen(cells, by_size(expected, least[0]), first)
        belief = self._believed(cells, expected, seen, most)
        again = np.nonzero(belief.enough > _PROMISING)[0]
        if not len(again):
            return belief
        weights = by_size(belief.centre[again], least[1])
        found = self._pairs_seen(Cells(2, self.of, cells.keys[again]), weights, second)
        return self._believed(cells, expected, seen.joined(found.among(again, len(cells))), most)

    def _know(self, single: Floats) -> None:
        pairs = np.zeros((self.of, self.of))
        one, two = self.tables[2].cells.values()
        pairs[one, two] = pairs[two, one] = self.tables[2].count
        self.known = Known(self.persons, single, pairs)

    def _pairs_seen(self, cells: Cells, weights: Floats, share: float) -> Measured:
        holding, times = held(self._records, cells), self._records.times
        bound = bound_for(holding, times, weights, _ALL_BUT_FEW, self._rho * self._shares.bounds, self._noisy)
        return measured(holding, times, weighing(weights, bound), self._rho * share, self._noisy)

    def at_triples(self, crowd: Records) -> None:
        cells, expected, most = likely_triples(crowd, self.known)
        mine, theirs = held(self._records, cells), held(crowd, cells)
        least, (first, second) = self._shares.least_triples, self._shares.triples
        belief = Belief.empty()
        if len(cells):
            seen = self._triples_seen(
                mine, theirs, evened(expected, np.ones(len(cells)), theirs, least=least[0]), first
            )
            belief = self._believed(cells, expected, seen, most)
            wanted = np.sqrt(np.minimum(1.0, belief.enough * _WORTH_A_LOOK)) * (belief.enough >= _PROMISING)
            if wanted.any():
                weights = evened(belief.centre, wanted, theirs, least=least[1])
                seen = seen.joined(self._triples_seen(mine, theirs, weights, second))
            belief = self._believed(cells, expected, seen, most)
        self.tables[3] = printed(cells, belief)

    def _triples_seen(self, mine: Held, theirs: Held, weights: Floats, share: float) -> Measured:
        """The bound comes from the invented crowd; so does what the bound takes away from each cell, which is put back."""
        bound = float(np.sqrt(np.quantile(theirs.per_record(weights**2), _MOST_PERSONS)))
        given = weighing(weights, bound or float(weights.max()))
        seen = measured(mine, self._records.times, given, self._rho * share, self._noisy)
        kept = (theirs.per_cell(added(theirs, given)) + 2) / (theirs.per_cell(np.ones(theirs.records)) + 2)
        return Measured(seen.count / kept, seen.deviation / kept)

    def _believed(self, cells: Cells, expected: Floats, seen: Measured, most: Floats) -> Belief:
        kinds = np.sum([self._many[values] for values in cells.values()], axis=0)
        above = NEAR if cells.size == 3 else FAR
        return believe(expected, seen, kinds, most=most, least=LEAST, above=above)
