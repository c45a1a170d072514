"""What noisy counts say about the true ones: a prior learned from the noisy counts themselves (empirical Bayes).

All of it works on what was already paid for, so it costs no budget.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.combinations import Cells, Floats, Ints

NEAR, FAR = 2.5, 7.5
"""How far above what is expected a count may lie, as a logarithm: of triples given their pairs, of pairs by chance."""
_BELOW, _STEP = -4.5, 0.2
_MEAN_OF_NORMAL = 0.8  # the mean distance from the middle, in standard deviations
_ROUNDS = 25
_STEPS = np.log([1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 150, 300, 1000])
_BEFORE = 5.0  # combinations' worth of a prior that knows nothing, for groups with few members


@dataclass(frozen=True)
class Measured:
    """Noisy counts with the noise's standard deviation, as both are known publicly."""

    count: Floats
    deviation: Floats

    def joined(self, other: Measured) -> Measured:
        """Two measurements of the same cells, each weighed by how exact it is."""
        mine, theirs = self.deviation**-2.0, other.deviation**-2.0
        total = mine + theirs
        return Measured((self.count * mine + other.count * theirs) / total, total**-0.5)

    def among(self, places: Ints, cells: int) -> Measured:
        """Of more cells; those not looked at have a noise so great that it says nothing."""
        count, deviation = np.zeros(cells), np.full(cells, 1e12)
        count[places], deviation[places] = self.count, self.deviation
        return Measured(count, deviation)

    def at(self, places: Ints) -> Measured:
        return Measured(self.count[places], self.deviation[places])


@dataclass(frozen=True)
class Looked:
    """Combinations of one size that were looked at."""

    cells: Cells
    expected: Floats
    """Persons, before looking."""
    seen: Measured
    most: Floats
    """No count is above it."""
    possible: Ints
    """Places of those that may have enough persons, so that combinations with more values are looked at."""

    @staticmethod
    def nothing(size: int, of: int) -> Looked:
        none, nowhere = np.zeros(0), np.zeros(0, np.int64)
        return Looked(Cells(size, of, nowhere), none, Measured(none, none), none, nowhere)


@dataclass(frozen=True)
class Belief:
    """Per combination: the best single number, and what may be expected of it."""

    estimate: Floats
    """The number with the least expected proportional error."""
    centre: Floats
    """Geometric mean, for weighing the next measurement."""
    enough: Floats
    """Probability of at least `least` persons."""
    error: Floats
    """Expected proportional error of `estimate`; nobody counts as 1."""

    @staticmethod
    def empty() -> Belief:
        return Belief(*(np.zeros(0) for _ in range(4)))


def believe(expected: Floats, seen: Measured, kinds: Ints, *, most: Floats, least: int, above: float = NEAR) -> Belief:
    """`expected`: before looking; `kinds`: combinations of like make; `most`: no count is above it."""
    ratios = np.exp(np.arange(_BELOW, above + _STEP, _STEP))
    expected = np.maximum(expected, 0.05)
    groups = kinds * (len(_STEPS) + 1) + np.digitize(np.log(expected), _STEPS)
    counts = expected[:, None] * ratios
    counts = np.where(counts < 0.5, 0.0, np.maximum(counts, 1.0))
    counts = np.minimum(counts, np.maximum(most, 1.0)[:, None])
    counts = np.concatenate([counts, np.zeros((len(expected), 1))], axis=1)
    return _summed_up(counts, _posterior(counts, seen, groups, ratios), seen, least)


def _posterior(counts: Floats, seen: Measured, groups: Ints, ratios: Floats) -> Floats:
    away = -(((seen.count[:, None] - counts) / seen.deviation[:, None]) ** 2) / 2
    likely = np.exp(away - away.max(axis=1, keepdims=True))
    at_first = np.exp(-(np.log(ratios) ** 2) / 2)
    start = np.concatenate([at_first / at_first.sum() * 0.8, [0.2]])
    _, group = np.unique(groups, return_inverse=True)
    order = np.argsort(group, kind="stable")
    edges = np.searchsorted(group[order], np.arange(group.max(initial=-1) + 1))
    priors = np.tile(start, (len(edges), 1))
    likely = likely[order]
    for _ in range(_ROUNDS):
        chances = likely * priors[group[order]]
        chances /= chances.sum(axis=1, keepdims=True)
        priors = np.add.reduceat(chances, edges, axis=0) + start * _BEFORE
        priors /= priors.sum(axis=1, keepdims=True)
    chances = likely * priors[group[order]]
    back = np.empty_like(chances)
    back[order] = chances / chances.sum(axis=1, keepdims=True)
    posterior: Floats = back
    return posterior


def _summed_up(counts: Floats, chances: Floats, seen: Measured, least: int) -> Belief:
    shares = np.where(counts > 0, 1 / np.maximum(counts, 1.0), 0.0)
    step = np.maximum(_weighted_median(counts, chances * shares), 1.0)
    missed = (chances * np.abs(step[:, None] - counts) * shares).sum(axis=1)
    half = np.exp(_STEP / 2)  # within its step of the grid, what was seen is all that is known
    estimate = np.clip(seen.count, np.maximum(step / half, 1.0), step * half)
    missed += np.minimum(_MEAN_OF_NORMAL * seen.deviation / estimate, _STEP / 4)
    nobody = (chances * (counts == 0)).sum(axis=1)
    centre = np.exp((chances * np.log(np.maximum(counts, 1.0))).sum(axis=1))
    return Belief(estimate, centre, (chances * (counts >= least)).sum(axis=1), missed + nobody)


def _weighted_median(counts: Floats, weights: Floats) -> Floats:
    order = np.argsort(counts, axis=1)
    ordered = np.take_along_axis(counts, order, axis=1)
    running = np.cumsum(np.take_along_axis(weights, order, axis=1), axis=1)
    place = np.minimum((running < running[:, -1:] / 2).sum(axis=1), counts.shape[1] - 1)
    median: Floats = np.take_along_axis(ordered, place[:, None], axis=1)[:, 0]
    return median
