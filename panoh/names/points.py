"""How alike two parts of names are, in points from 0 to 1, with what was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from panoh.names.distance import likeness
from panoh.names.known import NAMES, known_as
from panoh.names.parts import Part, without_article, without_courtesy, without_servant
from panoh.names.sounds import skeleton

SAME_PART_FROM = 0.85

SHORTER: tuple[tuple[Callable[[str], str], float, str], ...] = (
    (without_courtesy, 0.05, "the same name without a second part"),
    (without_article, 0.05, "the same name without the article"),
    (without_servant, 0.21, "the same name without Abdul-"),
)
"""What people leave off in daily use: (how, what it costs, what to say)."""


@lru_cache(maxsize=262_144)
def points(one: Part, other: Part) -> tuple[float, str]:
    """The points of two parts, and the words for the reason."""
    if one.initial or other.initial:
        return _initial_points(one, other)
    open_vowels = one.open_vowels != other.open_vowels
    best, said = _best(one.stems, other.stems, open_vowels), "the same name"
    if best < 0.99 and "son-ending" in (one.role, other.role):
        # -зод, -фар, -пур may also belong to the name itself (Беҳзод, Музаффар).
        for mine, theirs in ((one.whole, other.stems), (one.stems, other.whole), (one.whole, other.whole)):
            best = max(best, _best(mine, theirs, open_vowels) - 0.01)
    if best < 0.9:
        for without, cost, found in SHORTER:
            plain = _shorter(one, other, without, open_vowels) - cost
            if plain > best:
                return plain, found
    if _two_known(one, other, best):
        return min(best, 0.65), "two different names"
    if best < 0.99:
        said = "nearly the same sounds" if best >= SAME_PART_FROM else "different"
    return best, said


def _shorter(one: Part, other: Part, without: Callable[[str], str], open_vowels: bool) -> float:
    """How alike they are when one of them, and only one, loses an addition."""
    mine, theirs = tuple(map(without, one.stems)), tuple(map(without, other.stems))
    if (mine == one.stems) == (theirs == other.stems):
        return 0.0
    return _best(mine, theirs, open_vowels)


def _two_known(one: Part, other: Part, best: float) -> bool:
    """Where some reading of each is the same, only the likeliest ones speak against it: Zafar is no Сафар because Germans write
    their z for ц."""
    if best >= 0.99:
        return _likeliest_are_two(one, other)
    mine, theirs = one.stems[0], other.stems[0]
    if one.full_alphabet and other.full_alphabet and mine in NAMES and theirs in NAMES:
        # Ҳомид and Ҳамид: о and а are two letters where the alphabet has both.
        return mine.removesuffix("i") != theirs.removesuffix("i")
    known, others = _known(one), _known(other)
    return bool(known and others) and known.isdisjoint(others)


def _likeliest_are_two(one: Part, other: Part) -> bool:
    mine, theirs = known_as(one.stems[0]), known_as(other.stems[0])
    return bool(mine and theirs) and mine != theirs


def _known(part: Part) -> frozenset[str]:
    """What the likeliest reading is known as; where that is no name, what the others are: Jasan of Spain is Ҳасан."""
    likeliest = known_as(part.stems[0])
    return frozenset((likeliest,)) if likeliest else frozenset(filter(None, map(known_as, part.stems[1:])))


def _initial_points(one: Part, other: Part) -> tuple[float, str]:
    mine = {skeleton(each)[:1] for each in one.whole}
    theirs = {skeleton(each)[:1] for each in other.whole}
    if not mine & theirs:
        return 0.0, "another initial"
    return (0.9, "the same initial") if one.initial and other.initial else (0.78, "an initial that fits")


def _best(mine: tuple[str, ...], theirs: tuple[str, ...], open_vowels: bool) -> float:
    best = 0.0
    for one in mine:
        for other in theirs:
            if one == other:
                return 1.0
            if _worth_weighing(one, other):
                best = max(best, likeness(one, other, open_vowels))
    return best


@lru_cache(maxsize=262_144)
def _worth_weighing(one: str, other: str) -> bool:
    mine, theirs = skeleton(one), skeleton(other)
    return Levenshtein.distance(mine, theirs) <= max(1, (len(mine) + len(theirs)) // 6)
