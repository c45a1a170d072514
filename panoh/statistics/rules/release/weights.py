"""How exactly each combination is looked at. Small counts need small noise, and few persons stand in them; so a person's
limited share is spent where it helps most, and nobody of the invented crowd spends much more of it than another."""

from __future__ import annotations

import numpy as np

from panoh.statistics.rules.release.combinations import Floats, Held

_SMALLER_NOISE = 2 / 3  # the least sum of proportional errors under a bound on the average person
_ROUNDS = 12
_USUAL = 0.9
_STEADY = 3.0


def by_size(expected: Floats, least: float) -> Floats:
    weights: Floats = np.maximum(expected, least) ** -_SMALLER_NOISE
    return weights


def evened(expected: Floats, wanted: Floats, crowd: Held, *, least: float) -> Floats:
    """Cells of persons with many cells weigh less. `wanted`: 0 to 1, how much a cell is worth looking at."""
    price, holders = np.ones(crowd.records), crowd.per_cell(np.ones(crowd.records)) + _STEADY
    weights = by_size(expected, least) * wanted
    for _ in range(_ROUNDS):
        load = crowd.per_record(weights**2)
        usual = max(float(np.quantile(load, _USUAL)), 1e-12)
        price = np.maximum(price * np.sqrt(load / usual), 1e-2)
        mean = (crowd.per_cell(price) + _STEADY * price.mean()) / holders
        weights = by_size(expected, least) * np.maximum(mean, 1e-2) ** (-1 / 3) * wanted
    return weights
