"""Which triples are worth looking at, and how many persons are expected in each, from the noisy counts so far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.combinations import Cells, Floats, Ints, Records, counted

_LEAST_ALONE, _LEAST_MET = 1.5, 2.0
_TRUST = 4.0  # how many met in the crowd weigh as much as what the pairs alone say


@dataclass(frozen=True)
class Known:
    """Private counts so far. `pairs` is symmetric; besides those that are printed it holds those that may have enough persons
    to be, as they are estimated. Any other pair is 0."""

    persons: int
    singles: Floats
    pairs: Floats


def likely_triples(crowd: Records, known: Known) -> tuple[Cells, Floats, Floats]:
    """Cells, persons expected in each, and the most there can be. Only triples whose three pairs may each have enough persons."""
    met, times = counted(crowd, 3)
    part = known.persons / crowd.persons
    keys = np.union1d(_under_possible_pairs(known), met.keys[times * part >= _LEAST_MET])
    least = _least_pair(Cells(3, crowd.of, keys), known)
    cells, most = Cells(3, crowd.of, keys[least > 0]), least[least > 0]
    alone = np.minimum(np.maximum(_by_pairs(cells, known), 0.3), most)
    numbers, seen = cells.numbers(met.keys), np.zeros(len(cells))
    seen[numbers[numbers > 0] - 1] = times[numbers > 0]
    return cells, (seen * part * seen + alone * _TRUST) / (seen + _TRUST), most * 1.2 + 5


def _least_pair(cells: Cells, known: Known) -> Floats:
    one, two, three = cells.values()
    least: Floats = np.minimum(known.pairs[one, two], np.minimum(known.pairs[two, three], known.pairs[one, three]))
    return least


def _by_pairs(cells: Cells, known: Known) -> Floats:
    """Kirkwood's approximation: as if the three pairs had no further link."""
    one, two, three = cells.values()
    pairs = known.pairs[one, two] * known.pairs[two, three] * known.pairs[one, three]
    singles = known.singles[one] * known.singles[two] * known.singles[three]
    expected: Floats = known.persons * pairs / singles
    return expected


def _under_possible_pairs(known: Known) -> Ints:
    found, of = [np.zeros(0, np.int64)], len(known.singles)
    for one in range(of):
        near = np.nonzero(known.pairs[one] > 0)[0]
        near = near[near > one]
        sides, across = known.pairs[one, near], known.pairs[np.ix_(near, near)]
        alone = known.persons * np.outer(sides, sides) * across
        alone /= known.singles[one] * np.outer(known.singles[near], known.singles[near])
        least = np.minimum(np.minimum(alone, np.minimum.outer(sides, sides)), across)
        two, three = np.nonzero(np.triu(least, 1) >= _LEAST_ALONE)
        found.append((one * of + near[two]) * of + near[three])
    return np.concatenate(found)
