"""Whether two names may be one person's, with every reason: the machine proposes, a person decides.

A score of at least SAME_FROM is proposed as the same name. Nothing is ever merged on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from panoh.names.distance import likeness
from panoh.names.known import NAMES, known_as
from panoh.names.parts import Part, all_skeletons, joined_cuts, parts, without_courtesy
from panoh.names.sounds import skeleton

SAME_FROM = 0.85
"""The documented threshold: chosen on the development pairs, where it gave the best recall at precision 0.99."""

Reason = tuple[str, str, str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are; each reason is (part of one, part of the other, what was found, points)."""

    score: float
    same: bool
    reasons: tuple[Reason, ...]


class Match(NamedTuple):
    """One part held against another."""

    one: Part
    other: Part
    points: float
    found: str


class Alignment(NamedTuple):
    """Which part of one name was held against which of the other, and what stayed alone."""

    matches: tuple[Match, ...]
    alone_one: tuple[Part, ...]
    alone_other: tuple[Part, ...]


def compare(a: str, b: str) -> Comparison:
    """Compare two names as written, in any scripts and any order of parts."""
    one, other = parts(a), parts(b)
    if not one or not other:
        return Comparison(0.0, False, ((a, b, "nothing to compare", 0.0),))
    best = _judge(_align(one, other))
    for cut in _cuts(a, b, one, other) if best.score < 1 else ():
        found = _judge(_align(*cut))
        if found.score > best.score:
            best = found
    return best


def _cuts(
    a: str, b: str, one: tuple[Part, ...], other: tuple[Part, ...]
) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """The two names with neighbours read as one word, where that makes a word the other has."""
    for cut in joined_cuts(a):
        if not cut.joined.skeletons.isdisjoint(all_skeletons(b)):
            yield cut.parts, other
    for cut in joined_cuts(b):
        if not cut.joined.skeletons.isdisjoint(all_skeletons(a)):
            yield one, cut.parts


def _align(one: tuple[Part, ...], other: tuple[Part, ...]) -> Alignment:
    """Pair the parts, most alike first, until one name is used up."""
    ranked = []
    for row, mine in enumerate(one):
        for column, theirs in enumerate(other):
            points, said = _points(mine, theirs)
            ranked.append((-points, mine.role != theirs.role, abs(row - column), row, column, said))
    ranked.sort()
    rows, columns, matches = set(range(len(one))), set(range(len(other))), []
    for lost, _, _, row, column, said in ranked:
        if row in rows and column in columns:
            rows.discard(row)
            columns.discard(column)
            matches.append(Match(one[row], other[column], -lost, said))
    return Alignment(tuple(matches), tuple(one[row] for row in sorted(rows)), tuple(other[c] for c in sorted(columns)))


@lru_cache(maxsize=262_144)
def _points(one: Part, other: Part) -> tuple[float, str]:
    if one.initial or other.initial:
        return _initial_points(one, other)
    open_vowels = one.open_vowels != other.open_vowels
    best, said = _best(one.stems, other.stems, open_vowels), "the same name"
    if best < 0.99 and "son-ending" in (one.role, other.role):
        # -зод, -фар, -пур may also belong to the name itself (Беҳзод, Музаффар).
        for mine, theirs in ((one.whole, other.stems), (one.stems, other.whole), (one.whole, other.whole)):
            best = max(best, _best(mine, theirs, open_vowels) - 0.01)
    if best < 0.9:
        plain = _best(tuple(map(without_courtesy, one.stems)), tuple(map(without_courtesy, other.stems)), open_vowels)
        both = one.stems[0] != without_courtesy(one.stems[0]) and other.stems[0] != without_courtesy(other.stems[0])
        if not both and plain - 0.05 > best:
            return plain - 0.05, "the same name without a second part"
    if best < 0.99 and _two_known(one, other):
        return min(best, 0.65), "two different names"
    if best < 0.99:
        said = "nearly the same sounds" if best >= SAME_FROM else "different"
    return best, said


def _two_known(one: Part, other: Part) -> bool:
    mine, theirs = one.stems[0], other.stems[0]
    if one.full_alphabet and other.full_alphabet and mine in NAMES and theirs in NAMES:
        # Ҳомид and Ҳамид: о and а are two letters where the alphabet has both.
        return mine.removesuffix("i") != theirs.removesuffix("i")
    return bool(known_as(mine) and known_as(theirs)) and known_as(mine) != known_as(theirs)


def _initial_points(one: Part, other: Part) -> tuple[float, str]:
    mine = {skeleton(each)[:1] for each in one.whole}
    theirs = {skeleton(each)[:1] for each in other.whole}
    if not mine & theirs:
        return 0.0, "another initial"
    return (0.9, "the same initial") if one.initial and other.initial else (0.8, "an initial that fits")


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


Said = tuple[str, str, str]


def _sexes_differ(found: Alignment) -> Said | None:
    one = {m.one.sex for m in found.matches} | {p.sex for p in found.alone_one}
    other = {m.other.sex for m in found.matches} | {p.sex for p in found.alone_other}
    if {frozenset(one - {""}), frozenset(other - {""})} == {frozenset("m"), frozenset("f")}:
        return ("", "", "the endings say a man and a woman")
    return None


def _roles_crossed(found: Alignment) -> Said | None:
    """Карим Раҳимов and Раҳим Каримов: each one's family name is the other's given name."""
    family_to_given = any(m.one.role in ("family", "son-ending") and not m.other.role for m in found.matches)
    given_to_family = any(not m.one.role and m.other.role in ("family", "son-ending") for m in found.matches)
    if family_to_given and given_to_family:
        return ("", "", "family name and given name changed places in form")
    return None


def _father_against_family(found: Alignment) -> Said | None:
    for match in found.matches:
        if {match.one.role, match.other.role} == {"father", "family"}:
            return (match.one.text, match.other.text, "a father's name against a Russian family name")
    return None


def _son_against_father(found: Alignment) -> Said | None:
    """Азамат Кадыров and Кадыров Кубаныч Азаматович: a given name held against a father's, another given name alone."""
    for match, alone in ((m, side) for m in found.matches for side in (found.alone_one, found.alone_other)):
        if {match.one.role, match.other.role} == {"father", ""} and any(not p.role and not p.weak for p in alone):
            return (match.one.text, match.other.text, "a given name against a father's name")
    return None


def _lone_against_full(found: Alignment) -> Said | None:
    if len(found.matches) == 1 and (found.alone_one or found.alone_other):
        return (found.matches[0].one.text, found.matches[0].other.text, "only one part to go by")
    return None


def _only_initials(found: Alignment) -> Said | None:
    if sum(1 for match in found.matches if not (match.one.initial or match.other.initial)) == 0:
        return ("", "", "initials only")
    return None


CAPS: tuple[tuple[Callable[[Alignment], Said | None], float], ...] = (
    (_sexes_differ, 0.6),
    (_roles_crossed, 0.6),
    (_father_against_family, 0.75),
    (_son_against_father, 0.7),
    (_lone_against_full, 0.7),
    (_only_initials, 0.5),
)
"""What holds a score down however alike the sounds are: (what was found, the most the score may then be)."""
