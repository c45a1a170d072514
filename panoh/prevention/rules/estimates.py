"""What a sample says of everybody it was drawn from: a share with its interval, or that it cannot be said.

People at one site answer alike, so an interview more at the same site tells less than one elsewhere. The variance is taken
between sites (ultimate clusters, ratio estimator, strata weighted by how many people they hold); the interval is Wilson's on
the effective number of interviews, widened for few sites by Student's t (Korn and Graubard 1998; Franco and others 2019).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, pi, sqrt, tan

from panoh.prevention.rules.sampling import critical

ASSUMED_EFFECT = 2.0
"""Taken where one site, or sites all alike, cannot tell how much sites differ. Our own proposal, on the safe side."""


@dataclass(frozen=True)
class AtSite:
    """Answers to one question at one site. What was not known is in neither number."""

    stratum: str
    yes: int
    answered: int


@dataclass(frozen=True)
class Estimate:
    """`effect`: how much worse than asking as many people by lot; `assumed`: it could not be seen, and was taken."""

    share: float
    low: float
    high: float
    answered: int
    sites: int
    effect: float
    assumed: bool


def wilson(share: float, number: float, deviations: float) -> tuple[float, float]:
    """Wilson's interval for a share of so many. Never below none or above all, and never of no width."""
    square = deviations**2 / number
    middle = (share + square / 2) / (1 + square)
    reach = deviations / (1 + square) * sqrt(share * (1 - share) / number + square / (4 * number))
    return (max(0.0, middle - reach), min(1.0, middle + reach))


def estimate(found: Iterable[AtSite], *, people: Mapping[str, int], confidence: float = 0.95) -> Estimate | None:
    """None where nobody answered. `people`: by stratum, where all strata are known; else each interview weighs the same."""
    sites = [each for each in found if each.answered]
    if not sites:
        return None
    by_stratum: dict[str, list[AtSite]] = defaultdict(list)
    for each in sites:
        by_stratum[each.stratum].append(each)
    weights = _weights(by_stratum, people)
    share = sum(weights[key] * _share(group) for key, group in by_stratum.items())
    answered = sum(each.answered for each in sites)
    variance = sum(weights[key] ** 2 * _variance(group, share) for key, group in by_stratum.items())
    free = len(sites) - len(by_stratum)
    by_lot = share * (1 - share) / answered
    assumed = free < 1 or not by_lot or not variance
    effect = ASSUMED_EFFECT if assumed else max(1.0, variance / by_lot)
    low, high = wilson(share, answered / effect, student(confidence, free) if free > 0 else critical(confidence))
    return Estimate(share, low, high, answered, len(sites), effect, assumed)


def student(confidence: float, free: int) -> float:
    """The quantile of Student's t, by Hill's algorithm 396 (1970); the library of the language has only the normal one."""
    tail = 1 - confidence
    if free == 1:
        return tan(pi / 2 * (1 - tail))
    if free == 2:  # has a form of its own
        return sqrt(2 / (tail * (2 - tail)) - 2)
    return _hill(tail, free)


def _hill(tail: float, free: int) -> float:
    a = 1 / (free - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * sqrt(a * pi / 2) * free
    y = (d * tail) ** (2 / free)
    if y > 0.05 + a:
        x = -critical(1 - tail)
        y = x**2
        c += 0.3 * (free - 4.5) * (x + 0.6) if free < 5 else 0
        c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
        y = a * y**2
        y = exp(y) - 1 if y > 0.002 else 0.5 * y**2 + y
    else:
        y = ((1 / (((free + 6) / (free * y) - 0.089 * d - 0.822) * (free + 2) * 3) + 0.5 / (free + 4)) * y - 1) * (
            free + 1
        ) / (free + 2) + 1 / y
    return sqrt(free * y)


def _weights(by_stratum: Mapping[str, list[AtSite]], people: Mapping[str, int]) -> dict[str, float]:
    known = all(people.get(key) for key in by_stratum)
    size = {key: people[key] if known else sum(each.answered for each in group) for key, group in by_stratum.items()}
    whole = sum(size.values())
    return {key: many / whole for key, many in size.items()}


def _share(sites: list[AtSite]) -> float:
    return sum(each.yes for each in sites) / sum(each.answered for each in sites)


def _variance(sites: list[AtSite], overall: float) -> float:
    """Between the sites of a stratum. A site alone in its stratum is held against the share of all."""
    alone = len(sites) == 1
    centre, many = (overall, 2) if alone else (_share(sites), len(sites))
    answered = sum(each.answered for each in sites)
    squares = sum((each.yes - centre * each.answered) ** 2 for each in sites)
    return many / (many - 1) * squares / answered**2
