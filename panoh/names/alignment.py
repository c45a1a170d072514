"""Pairs the parts of two names: which was held against which, and what stayed alone."""

from __future__ import annotations

from typing import NamedTuple

from panoh.names.parts import Part
from panoh.names.points import points


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


def align(one: tuple[Part, ...], other: tuple[Part, ...]) -> Alignment:
    """Pair the parts, most alike first, until one name is used up."""
    ranked = []
    for row, mine in enumerate(one):
        for column, theirs in enumerate(other):
            alike, said = points(mine, theirs)
            ranked.append((-alike, mine.role != theirs.role, abs(row - column), row, column, said))
    ranked.sort()
    rows, columns, matches = set(range(len(one))), set(range(len(other))), []
    for lost, _, _, row, column, said in ranked:
        if row in rows and column in columns:
            rows.discard(row)
            columns.discard(column)
            matches.append(Match(one[row], other[column], -lost, said))
    return Alignment(tuple(matches), tuple(one[row] for row in sorted(rows)), tuple(other[c] for c in sorted(columns)))
