"""Pairs of rows that may be one person, with the bits that speak for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log2
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from panoh.names.compare import compare
from panoh.names.linking import blocks, facts
from panoh.names.linking.rows import Columns, Numbers, Row, columns
from panoh.names.linking.weights import Rarity

CERTAIN = 2.0
"""Bits above the least that makes the same person likelier than not among all pairs of the list."""
MOST_A_NAME_SAYS = 20.0
"""Where birth, paper and place leave more than these bits open, no name closes the gap and none is compared; nor where they
leave more open than the parts of this name say together, however alike the two are."""
WORTH_SHARING, BATCH = 20_000, 2_000
"""Pairs below which another process costs more than it saves, and how many a process takes at a time."""


class Link(NamedTuple):
    """Two places in the list, and by how many bits more speaks for one person than for two."""

    one: int
    other: int
    bits: float


def link(rows: Sequence[Row], *, hands: int = 1) -> list[Link]:
    """Every pair that is likelier one person than two. It proposes; a person decides. `hands`: how many processes compare names,
    more than one only where no thread runs beside."""
    table = columns(rows)
    one, other = blocks.pairs(table)
    known = facts.bits(table, one, other)
    asked = log2(max(2, len(rows))) + CERTAIN
    rarity = Rarity(table)
    open_still = known + np.minimum(MOST_A_NAME_SAYS, rarity.most()[one]) > asked
    pairs = (one[open_still], other[open_still], (known - asked)[open_still])
    if hands == 1 or len(pairs[0]) < WORTH_SHARING:
        return list(_weighed(table, rarity, *pairs))
    return _weighed_at_once(table, rarity, pairs, hands)


def _weighed(table: Columns, rarity: Rarity, one: Numbers, other: Numbers, known: facts.Bits) -> Iterator[Link]:
    names = table.names
    for mine, theirs, bits in zip(one.tolist(), other.tolist(), known.tolist(), strict=True):
        found = bits + rarity.bits(compare(names[mine], names[theirs]))
        if found > 0:
            yield Link(mine, theirs, round(found, 2))


Pairs = tuple[Numbers, Numbers, facts.Bits]
_work: list[tuple[Columns, Rarity, Pairs]] = []
"""What a forked child finds: the whole list, which no pipe has to carry."""


def _weighed_at_once(table: Columns, rarity: Rarity, pairs: Pairs, hands: int) -> list[Link]:
    starts = range(0, len(pairs[0]), BATCH)
    _work.append((table, rarity, pairs))
    try:
        with ProcessPoolExecutor(hands, mp_context=get_context("fork")) as pool:
            return [link for found in pool.map(_batch, starts) for link in found]
    finally:
        _work.clear()


def _batch(start: int) -> list[Link]:
    table, rarity, pairs = _work[-1]
    one, other, known = pairs
    some = slice(start, start + BATCH)
    return list(_weighed(table, rarity, one[some], other[some], known[some]))
