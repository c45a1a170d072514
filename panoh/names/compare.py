"""Whether two names may be one person's, with every reason: the machine proposes, a person decides.

A score of at least SAME_FROM is proposed as the same name. Nothing is ever merged on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from panoh.names.alignment import Alignment, Match, align
from panoh.names.caps import CAPS
from panoh.names.parts import Part, all_skeletons, joined_cuts, parts

SAME_FROM = 0.85
"""The documented threshold: chosen on the development pairs, where it gave the best recall at precision 0.99."""

Reason = tuple[str, str, str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are; each reason is (part of one, part of the other, what was found, points)."""

    score: float
    same: bool
    reasons: tuple[Reason, ...]


def compare(a: str, b: str) -> Comparison:
    """Compare two names as written, in any scripts and any order of parts."""
    one, other = parts(a), parts(b)
    if not one or not other:
        return Comparison(0.0, False, ((a, b, "nothing to compare", 0.0),))
    best = _judge(align(one, other))
    for cut in _cuts(a, b, one, other) if best.score < 1 else ():
        found = _judge(align(*cut))
        if found.score > best.score:
            best = found
    return best


def _cuts(
    a: str, b: str, one: tuple[Part, ...], other: tuple[Part, ...]
) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """The two names with neighbours read as one word, where that makes a word the other has."""
    yield from ((cut.parts, other) for cut in joined_cuts(a, all_skeletons(b)))
    yield from ((one, cut.parts) for cut in joined_cuts(b, all_skeletons(a)))


def _judge(found: Alignment) -> Comparison:
    counted = _counted(found)
    points = [match.points for match in counted]
    score = 0.5 * sum(points) / len(points) + 0.5 * min(points)
    reasons: list[Reason] = [(m.one.text, m.other.text, m.found, round(m.points, 3)) for m in found.matches]
    for rule, most in CAPS:
        if score > most and (said := rule(found)) is not None:
            reasons.append((*said, most - score))
            score = most
    score = round(max(0.0, min(1.0, score)), 4)
    return Comparison(score, score >= SAME_FROM, tuple(reasons))


def _counted(found: Alignment) -> tuple[Match, ...]:
    """Weak parts (Мирзо, Хон) that found no fellow do not count while two true parts remain."""
    strong = tuple(m for m in found.matches if m.points >= 0.7 or not (m.one.weak or m.other.weak))
    return strong if len(strong) >= 2 else found.matches
