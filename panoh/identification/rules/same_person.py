"""Which record a person of several is counted by: all that are one, over any number of pairs, count as one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def counted_as(pairs: Iterable[tuple[Any, Any]]) -> Mapping[Any, Any]:
    """For each record of a person but one, that one: the least by its key, which any order would do for. `pairs`: keys of two
    records each that are one person's."""
    whole: dict[Any, Any] = {}

    def least(key: Any) -> Any:
        while key in whole:
            key = whole[key]
        return key

    for pair in pairs:
        first, later = sorted(map(least, pair))
        if first != later:
            whole[later] = first
    return {key: least(key) for key in whole}


def linked(start: Any, pairs: Iterable[tuple[Any, Any]]) -> frozenset[Any]:
    """All records that are one with this, over any number of pairs; itself among them."""
    every = [frozenset(pair) for pair in pairs]
    found, before = frozenset({start}), frozenset[Any]()
    while found != before:
        before = found
        found = found.union(*(pair for pair in every if pair & found))
    return found
