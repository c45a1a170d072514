"""How many to visit or interview for a wanted margin of error, how they are spread over strata, and who is drawn by lot.

Cochran's formula with the finite-population correction, times a design effect where people are met in groups. A draw is
ordered by a digest of seed and key, so that anybody can draw it again, on any machine, years later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, sqrt
from statistics import NormalDist

LEAST_OF_A_STRATUM = 2
"""Of one site nobody can tell how sites of its kind differ."""
EVEN = 0.5
"""The share that asks for the largest sample: taken where nobody knows it."""


class Method(StrEnum):
    PROPORTIONAL = "proportional"
    NEYMAN = "neyman"


class PlanUnclear(ValueError):
    """What was given does not make a sample. `part`: which of it."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True)
class Stratum:
    """`population`: how many there are. `deviation`: how much they differ, where an earlier survey tells."""

    key: str
    population: int
    deviation: float | None = None


@dataclass(frozen=True)
class Wanted:
    """`margin` and `confidence` as parts of one; `share`: what is expected; `effect`: how much is lost by asking people in
    groups (1: nothing)."""

    margin: float
    confidence: float
    share: float = EVEN
    effect: float = 1.0


def critical(confidence: float) -> float:
    """So many standard errors to each side."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def sample_size(population: int, wanted: Wanted) -> int:
    """Never more than there are, and of a handful all."""
    _hold(wanted, population)
    without = critical(wanted.confidence) ** 2 * wanted.share * (1 - wanted.share) / wanted.margin**2 * wanted.effect
    return min(population, ceil(round(without / (1 + (without - 1) / population), 9)))


def margin_of(population: int, size: int, wanted: Wanted) -> float:
    """The margin a sample of this size has after all. None is left where everybody is asked."""
    spread = wanted.share * (1 - wanted.share) * wanted.effect / size
    left = (population - size) / (population - 1) if population > 1 else 0.0
    return critical(wanted.confidence) * sqrt(spread * left)


def allocate(size: int, strata: Sequence[Stratum], method: Method) -> dict[str, int]:
    """How many of each stratum: as it is large (proportional), or as large and as mixed (Neyman, where that is known).
    At least two of each, or all of it; never more than there are."""
    there = [each for each in strata if each.population]
    if method is Method.NEYMAN and any(each.deviation is None for each in there):
        raise PlanUnclear("deviation")
    weights = {each.key: each.population * (each.deviation or 0 if method is Method.NEYMAN else 1.0) for each in there}
    if not there or not any(weights.values()):
        raise PlanUnclear("strata")
    most = {each.key: each.population for each in there}
    least = {key: min(LEAST_OF_A_STRATUM, many) for key, many in most.items()}
    spread = _spread(max(size, sum(least.values())), weights, least, most)
    return {each.key: spread.get(each.key, 0) for each in strata}


def draw(keys: Iterable[str], many: int, seed: str) -> tuple[str, ...]:
    """So many of these by lot, in the order drawn. The order in which they are given changes nothing."""
    lots = sorted(set(keys), key=lambda key: hashlib.sha256(f"{seed}\x1f{key}".encode()).digest())
    return tuple(lots[:many])


def draw_strata(frame: Mapping[str, Iterable[str]], many: Mapping[str, int], seed: str) -> dict[str, tuple[str, ...]]:
    return {key: draw(keys, many.get(key, 0), f"{seed}/{key}") for key, keys in frame.items()}


def _hold(wanted: Wanted, population: int) -> None:
    fits = {
        "margin": 0 < wanted.margin < 1,
        "confidence": 0 < wanted.confidence < 1,
        "share": 0 < wanted.share < 1,
        "effect": wanted.effect >= 1,
        "population": population > 0,
    }
    for part, well in fits.items():
        if not well:
            raise PlanUnclear(part)


def _spread(size: int, weights: dict[str, float], least: dict[str, int], most: dict[str, int]) -> dict[str, int]:
    """By largest remainder between each one's bounds: whoever is over a bound is set to it, and the rest spread again."""
    kept: dict[str, int] = {}
    open_to = dict(weights)
    left = min(size, sum(most.values()))
    while open_to:
        exact = _shares(left, open_to)
        over = {key: most[key] for key, share in exact.items() if share > most[key]}
        under = {key: least[key] for key, share in exact.items() if share < least[key]}
        bound = over or under
        if not bound:
            return kept | _rounded(exact, left)
        kept |= bound
        left = max(0, left - sum(bound.values()))
        open_to = {key: weight for key, weight in open_to.items() if key not in bound}
    return kept


def _shares(left: int, weights: dict[str, float]) -> dict[str, float]:
    whole = sum(weights.values())
    return {key: left * weight / whole if whole else 0.0 for key, weight in weights.items()}


def _rounded(exact: dict[str, float], total: int) -> dict[str, int]:
    made = {key: floor(share + 1e-9) for key, share in exact.items()}
    by_remainder = sorted(exact, key=lambda key: (made[key] - exact[key], key))
    for key in by_remainder[: total - sum(made.values())]:
        made[key] += 1
    return made
