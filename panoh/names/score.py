"""Measures the comparison on pairs whose answer is known: recall, precision, and every miss by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from panoh.names.compare import compare
from panoh.names.keys import keys

YES = frozenset({"1", "true", "yes", "same", "y", "t", "да", "ҳа"})
NO = frozenset({"0", "false", "no", "different", "n", "f", "нет", "не"})


class PairsUnreadable(ValueError):
    """The file of pairs cannot be used. The message says what to change."""


@dataclass(frozen=True, slots=True)
class Pair:
    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """One pair with what the comparison said and whether the two share a search key."""

    pair: Pair
    score: float
    said_same: bool
    share_key: bool

    @property
    def is_right(self) -> bool:
        return self.said_same == self.pair.same


@dataclass(frozen=True, slots=True)
class Score:
    """Recall: of the same, how many were found. Precision: of those called same, how many are."""

    verdicts: tuple[Verdict, ...]

    @property
    def same(self) -> int:
        return sum(verdict.pair.same for verdict in self.verdicts)

    @property
    def found(self) -> int:
        return sum(verdict.pair.same and verdict.said_same for verdict in self.verdicts)

    @property
    def recall(self) -> float | None:
        return _share(self.found, self.same)

    @property
    def precision(self) -> float | None:
        return _share(self.found, sum(verdict.said_same for verdict in self.verdicts))

    @property
    def f1(self) -> float | None:
        recall, precision = self.recall, self.precision
        if not recall or not precision:
            return None
        return 2 * recall * precision / (recall + precision)

    @property
    def key_recall(self) -> float | None:
        """Of the same, how many share a search key at all."""
        return _share(sum(verdict.pair.same and verdict.share_key for verdict in self.verdicts), self.same)

    @property
    def misses(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if not verdict.is_right)


def read_pairs(lines: Iterable[str]) -> tuple[Pair, ...]:
    """Pairs from CSV text with the columns a, b and same; other columns are left alone."""
    rows = csv.DictReader(lines)
    missing = {"a", "b", "same"} - set(rows.fieldnames or ())
    if missing:
        raise PairsUnreadable(f"the first line must name the columns a, b, same; missing: {', '.join(sorted(missing))}")
    return tuple(_pair(row, rows.line_num) for row in rows)


def score(pairs: Iterable[Pair]) -> Score:
    """Compare every pair and count."""
    return Score(tuple(_verdict(pair) for pair in pairs))


def _pair(row: dict[str, str | None], line: int) -> Pair:
    a, b, same = row["a"], row["b"], (row["same"] or "").strip().lower()
    if not a or not b:
        raise PairsUnreadable(f"line {line}: both a and b must hold a name")
    if same not in YES | NO:
        raise PairsUnreadable(f"line {line}: same must be yes or no (or 1, 0, true, false), not {same!r}")
    return Pair(a, b, same in YES)


def _verdict(pair: Pair) -> Verdict:
    found = compare(pair.a, pair.b)
    return Verdict(pair, found.score, found.same, not keys(pair.a).isdisjoint(keys(pair.b)))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
