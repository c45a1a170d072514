"""One private look at many counts: each combination has a weight, each person a limit to what it adds, the noise one scale.

A person adds to each of its combinations the weight of that combination. Whoever would add more than `bound` in all
(root of the sum of squares) adds less to each. So no person's coming or going moves the answers by more than `bound`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.belief import Measured
from panoh.statistics.rules.release.combinations import Floats, Held, Ints

Noisy = Callable[[Ints, float, float], tuple[Floats, float]]
"""(true sums, how far one person moves them, share of the budget) → (noisy sums, scale of the noise). The one way to the
records; whoever passes it in keeps the account."""

_FINEST = 1 << 20  # weights are whole numbers up to this, so that sums are exact
_BOUNDS = 2.0 ** np.arange(-6, 26, 0.25)
_FEW = 12


class MovesTooMuch(AssertionError):
    """A person would move the answers by more than the bound says: a mistake in the program. Nothing is released."""


@dataclass(frozen=True)
class Weighing:
    """Whole weights of the cells, and the bound for what one person adds."""

    weights: Ints
    bound: int


def weighing(weights: Floats, bound: float) -> Weighing:
    finest = _FINEST / weights.max()
    return Weighing(np.maximum(np.rint(weights * finest), 0).astype(np.int64), max(1, int(np.ceil(bound * finest))))


def added(held: Held, weighing: Weighing) -> Floats:
    """What share of its weights each record adds: 1, or less where it would add more than the bound."""
    square = held.per_record(weighing.weights.astype(float) ** 2)
    return np.minimum(1.0, weighing.bound / np.sqrt(np.maximum(square, 1.0)))


def measured(held: Held, times: Ints, given: Weighing, rho: float, noisy: Noisy) -> Measured:
    """Noisy counts of the cells. `times`: persons per record."""
    sums = np.zeros(held.cells + 1, np.int64)
    share = added(held, given)
    padded = np.concatenate([[0], given.weights])
    for rows, numbers in held.parts:
        adds = np.floor(padded[numbers] * share[rows]).astype(np.int64)
        if len(adds) and (adds.astype(float) ** 2).sum(axis=0).max() > float(given.bound) ** 2 * (1 + 1e-9):
            raise MovesTooMuch
        sums += _added_up(numbers, adds * times[rows], held.cells + 1)
    found, scale = noisy(sums[1:], given.bound * (1 + 1e-9), rho)
    weights = np.maximum(given.weights, 1e-3)
    return Measured(found / weights, scale / weights)


def _added_up(numbers: Ints, adds: Ints, slots: int) -> Ints:
    """Exact: halves of each sum stay far below what a float holds whole."""
    low, high = adds & 0xFFFFF, adds >> 20
    flat = numbers.ravel()
    sums = [np.bincount(flat, weights=part.ravel(), minlength=slots) for part in (high, low)]
    whole: Ints = (sums[0].astype(np.int64) << 20) + sums[1].astype(np.int64)
    return whole


def bound_for(held: Held, times: Ints, weights: Floats, share: float, rho: float, noisy: Noisy) -> float:
    """About how much the given share of persons add at most, found privately: each person is in one step of a histogram."""
    loads = np.sqrt(held.per_record(weights**2))
    lowest = weights[weights > 0].min()
    steps = np.minimum(np.searchsorted(_BOUNDS * lowest, loads), len(_BOUNDS) - 1)
    sums = np.bincount(steps, weights=times, minlength=len(_BOUNDS)).astype(np.int64)
    found, scale = noisy(sums, 1.0, rho)
    likely = np.where(found > 2 * scale, found, 0)
    running = np.cumsum(likely)
    if running[-1] <= 0:
        return float(np.sqrt(_FEW) * weights.max())
    return float(_BOUNDS[np.searchsorted(running, share * running[-1])] * lowest)
