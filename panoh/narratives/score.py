"""Compares facts read with facts written by hand, as VOCABULARY.md says: strict, lenient, and what was missed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Line = Mapping[str, Any]
_UNSCORED = frozenset({"detail", "agency", "topic"})
_TOLERANCE = 0.005
_SILENT = frozenset({"zero", "not_reported"})


@dataclass(frozen=True)
class Tally:
    """How many were right of those read, and how many were found of those written."""

    right: int = 0
    read: int = 0
    found: int = 0
    written: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.written if self.written else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.read + other.read, self.found + other.found, self.written + other.written
        )


@dataclass(frozen=True)
class Score:
    strict: Tally
    lenient: Tally
    silent: Tally
    missed: tuple[Line, ...] = ()
    invented: tuple[Line, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.strict + other.strict, self.lenient + other.lenient, self.silent + other.silent)


def score(read: Sequence[Line], gold: Sequence[Line]) -> Score:
    """The score of one narrative. `missed` and `invented` are the strict ones."""
    strict, pairs = _tally(read, gold, strictly_equal)
    lenient, _ = _tally(read, gold, leniently_equal)
    found = {id(g) for _, g in pairs}
    used = {id(r) for r, _ in pairs}
    silent = [g for g in gold if g["status"] in _SILENT and not g.get("derived")]
    return Score(
        strict=strict,
        lenient=lenient,
        silent=Tally(found=sum(id(g) in found for g in silent), written=len(silent)),
        missed=tuple(g for g in gold if id(g) not in found and not g.get("derived")),
        invented=tuple(r for r in read if id(r) not in used),
    )


def _tally(
    read: Sequence[Line], gold: Sequence[Line], equal: Callable[[Line, Line], bool]
) -> tuple[Tally, list[tuple[Line, Line]]]:
    """Derived facts are left out of recall, and cost no precision when read."""
    pairs: list[tuple[Line, Line]] = []
    free = list(gold)
    for line in read:
        matches = [g for g in free if equal(line, g)]
        if matches:
            best = max(matches, key=lambda g: (not g.get("derived"), strictly_equal(line, g)))
            free = [g for g in free if g is not best]
            pairs.append((line, best))
    plain = [pair for pair in pairs if not pair[1].get("derived")]
    written = sum(not g.get("derived") for g in gold)
    return Tally(len(plain), len(read) - (len(pairs) - len(plain)), len(plain), written), pairs


def leniently_equal(one: Line, other: Line) -> bool:
    return (
        one["measure"] == other["measure"]
        and one["status"] == other["status"]
        and one["year"] == other["year"]
        and _same_value(one["value"], other["value"])
    )


def strictly_equal(one: Line, other: Line) -> bool:
    return (
        leniently_equal(one, other)
        and (one["value"] is None or one["unit"] == other["unit"])
        and one["actor"] == other["actor"]
        and scored_breakdown(one) == scored_breakdown(other)
    )


def scored_breakdown(line: Line) -> dict[str, str]:
    """The keys that count: not the free ones, and of the groups only the complicit officials."""
    return {
        key: value
        for key, value in line["breakdown"].items()
        if key not in _UNSCORED and not (key == "group" and value != "officials")
    }


def _same_value(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))
