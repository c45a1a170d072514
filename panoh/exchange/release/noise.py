"""The one source of noise: OpenDP's discrete Gaussian, and its conversion from zero-concentrated to approximate privacy.

Neighbouring files: one person's row more or less. No noise of our own is ever drawn.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from panoh.exchange.release.refusal import NotReleased
from panoh.statistics.rules.release.combinations import Floats, Ints

_AT_ONCE = 4096
_HALVINGS = 60


def require_opendp() -> Any:
    """OpenDP, ready. Raises NotReleased, saying how to install what is missing."""
    try:
        import opendp.prelude as dp
    except ImportError:
        raise NotReleased(
            "OpenDP, which makes the noise, is not installed; it is an extra. Run `make .venv/.release`, or "
            "`pip install 'panoh[release]'`. Without it only the safe tables can be made: --only safe."
        ) from None
    dp.enable_features("contrib")
    return dp


def _gaussian(dp: Any, scale: float) -> Any:
    return dp.m.make_gaussian(dp.vector_domain(dp.atom_domain(T="i64")), dp.l2_distance(T="f64"), scale=scale)


def epsilon_of(rho: float, delta: float) -> float:
    """What a mechanism of this much zero-concentrated privacy costs, by OpenDP's conversion."""
    dp = require_opendp()
    mechanism = dp.c.make_zCDP_to_approxDP(_gaussian(dp, 1.0))
    return float(mechanism.map(math.sqrt(2 * rho)).epsilon(delta))


def rho_for(epsilon: float, delta: float) -> float:
    """The most that costs no more than `epsilon` at `delta`."""
    enough, too_much = 0.0, epsilon + 1.0
    while epsilon_of(too_much, delta) <= epsilon:
        enough, too_much = too_much, too_much * 2
    for _ in range(_HALVINGS):
        middle = (enough + too_much) / 2
        if epsilon_of(middle, delta) <= epsilon:
            enough = middle
        else:
            too_much = middle
    return enough


class Purse:
    """So much to spend in one release. Every answer takes its part, as OpenDP reckons it, and nothing is answered on credit."""

    def __init__(self, rho: float) -> None:
        self._dp, self._rho, self.spent = require_opendp(), rho, 0.0

    def noisy(self, sums: Ints, moved: float, rho: float) -> tuple[Floats, float]:
        """`moved`: how far one person moves the sums (Euclidean). → noisy sums, scale of the noise."""
        scale = moved / math.sqrt(2 * rho) * (1 + 1e-9)
        mechanism = _gaussian(self._dp, scale)
        cost = float(mechanism.map(moved))
        if self.spent + cost > self._rho:
            raise NotReleased("The budget of this release would be overspent; a mistake in the program.", paid=True)
        self.spent += cost
        parts = [sums[first : first + _AT_ONCE].tolist() for first in range(0, len(sums), _AT_ONCE)]
        with ThreadPoolExecutor(max_workers=2) as pool:  # each number's noise is drawn by itself, so parts may be
            found = list(pool.map(mechanism, parts))
        return np.array([number for part in found for number in part], np.float64), scale
