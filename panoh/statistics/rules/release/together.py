"""All noisy counts at once: the crowd is weighed until it agrees with them, so that each count is told of by all others.

Combinations of the same persons have counts that go together: a hundred triples of one kind of case are a hundred noisy looks
at one number. The crowd of invented records knows which go together. What it holds of a combination, less what the
combination's own noisy count has pulled, is about what all the others say; where many others pull the same records, too much
is taken away, which is the safer side: noise that speaks twice was worse. It works on noisy counts only, so it costs no budget.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.belief import Measured
from panoh.statistics.rules.release.combinations import Floats, Held

_ROUNDS = 16
_BOLDLY = 1.5  # from 2 on it would swing
_SURE_ENOUGH = 0.8  # knowing a count better than this share of it gives it no more to say
_ITSELF = 1.0  # how much a record resists, in counts that are sure
_LOWEST, _HIGHEST, _MOST_AT_ONCE = -0.7, 1.5, 1.0


@dataclass(frozen=True)
class Together:
    often: Floats
    """How many persons each record of the crowd stands for."""
    apart: Floats
    """Persons expected in each cell by all counts but its own."""


def together(crowd: Held, seen: Measured, persons: float) -> Together:
    """`seen`: of the cells of `crowd`."""
    often = np.full(crowd.records, persons / max(crowd.records, 1))
    own, holds = np.zeros(crowd.cells), crowd.per_cell(often)
    for _ in range(_ROUNDS):
        whole = np.maximum(holds, 1e-9)
        known = (whole / seen.deviation) ** 2
        force = known / (1 + known * _SURE_ENOUGH**2)
        pull = np.clip((seen.count - holds) / whole, _LOWEST, _HIGHEST) * force
        resist = crowd.per_record(force) + _ITSELF
        often = often * np.exp(_BOLDLY * np.clip(crowd.per_record(pull) / resist, -_MOST_AT_ONCE, _MOST_AT_ONCE))
        holds = crowd.per_cell(often)
        own += _BOLDLY * pull * crowd.per_cell(often / resist) / np.maximum(holds, 1e-9)
    return Together(often, holds * np.exp(-own))
