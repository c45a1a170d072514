"""Pairs of rows that may be one person, with the bits that speak for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

import numpy as np

from panoh.names.compare import compare
from panoh.names.linking import blocks, facts
from panoh.names.linking.rows import Columns, Numbers, Row, columns
from panoh.names.linking.weights import Rarity

CERTAIN = 2.0
"""Bits above the least that makes the same person likelier than not among all pairs of the list."""
MOST_A_NAME_SAYS = 20.0
"""Where birth, paper and place leave more than these bits open, no name closes the gap and none is compared."""


class Link(NamedTuple):
    """Two places in the list, and by how many bits more speaks for one person than for two."""

    one: int
    other: int
    bits: float


def link(rows: Sequence[Row]) -> list[Link]:
    """Every pair that is likelier one person than two. It proposes; a person decides."""
    table = columns(rows)
    one, other = blocks.pairs(table)
    known = facts.bits(table, one, other)
    asked = log2(max(2, len(rows))) + CERTAIN
    open_still = known > asked - MOST_A_NAME_SAYS
    return list(_weighed(table, one[open_still], other[open_still], (known - asked)[open_still]))


def _weighed(table: Columns, one: Numbers, other: Numbers, known: facts.Bits) -> Iterator[Link]:
    rarity = Rarity(table)
    names = table.names
    for mine, theirs, bits in zip(one.tolist(), other.tolist(), np.asarray(known).tolist(), strict=True):
        found = bits + rarity.bits(compare(names[mine], names[theirs]))
        if found > 0:
            yield Link(mine, theirs, round(found, 2))
