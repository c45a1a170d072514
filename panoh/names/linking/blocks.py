"""Which rows are held against each other at all: those that share a paper, or sounds of a name with birth or place."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from panoh.names.linking.rows import Columns, Numbers

MOST_TOGETHER, MOST_BY_NAME_ALONE = 80, 6
"""A key that more rows share than these is no lead: other keys of the same rows are rarer."""
_ROW_BITS = 32
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def pairs(rows: Columns) -> tuple[Numbers, Numbers]:
    """Every two rows that share a key, once, the earlier first."""
    found = np.empty(0, dtype=np.int64)
    for key, of, most in _keys(rows):
        found = np.union1d(found, _sharing(key, of, most))
    return found >> _ROW_BITS, found & ((1 << _ROW_BITS) - 1)


def _keys(rows: Columns) -> Iterator[tuple[Numbers, Numbers, int]]:
    """(key, row, most together) by kind of key: a paper; a sound with the day; two sounds with the year, with the day of the
    year, with the place; for whoever says no birth, two rare sounds and all sounds of a name."""
    carried = np.flatnonzero(rows.document)
    yield rows.document[carried], carried, MOST_TOGETHER
    day = (rows.year * 13 + rows.month) * 32 + rows.day
    known = rows.day[rows.of] > 0
    yield (rows.sound << 24 | day[rows.of])[known], rows.of[known], MOST_TOGETHER
    two, of = _two_sounds(rows)
    for what, usable in (
        (rows.year, rows.year > 0),
        (4096 + rows.month * 32 + rows.day, rows.day > 0),
        (8192 + rows.place, (rows.place > 0) & (rows.place < 8192)),
    ):
        kept = usable[of]
        yield (two << 14 | what[of])[kept], of[kept], MOST_TOGETHER
    yield two, of, MOST_BY_NAME_ALONE
    yield (*_all_sounds(rows), MOST_TOGETHER)


def _two_sounds(rows: Columns) -> tuple[Numbers, Numbers]:
    """Every two sounds of different parts of a name, whatever their order."""
    made, of = [], []
    for step in range(1, len(rows.of)):
        same = rows.of[step:] == rows.of[:-step]
        if not same.any():
            break
        near = np.flatnonzero(same & (rows.part[step:] != rows.part[:-step]))
        one, other = rows.sound[near], rows.sound[near + step]
        made.append(np.minimum(one, other) << 24 | np.maximum(one, other))
        of.append(rows.of[near])
    nothing = np.empty(0, dtype=np.int64)
    return np.concatenate([nothing, *made]), np.concatenate([nothing, *of])


def _all_sounds(rows: Columns) -> tuple[Numbers, Numbers]:
    """The sounds of a whole name of three parts and more, in any order: for rows that say no birth."""
    first = np.ones(len(rows.of), dtype=bool)
    first[1:] = (rows.of[1:] != rows.of[:-1]) | (rows.part[1:] != rows.part[:-1])
    mixed = rows.sound[first].astype(np.uint64) * _SPREAD
    mixed ^= mixed >> np.uint64(29)
    summed = np.zeros(len(rows), dtype=np.uint64)
    np.add.at(summed, rows.of[first], mixed * _SPREAD)
    parts = np.bincount(rows.of[first], minlength=len(rows))
    whole = np.flatnonzero(parts >= 3)
    return summed[whole].astype(np.int64), whole


def _sharing(key: Numbers, of: Numbers, most: int) -> Numbers:
    """The pairs within each group of rows with one key, as one number each."""
    order = np.lexsort((of, key))
    key, of = key[order], of[order]
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = (key[1:] != key[:-1]) | (of[1:] != of[:-1])
    key, of = key[fresh], of[fresh]
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])) if len(key) else key
    sizes = np.diff(np.append(starts, len(key)))
    left = np.repeat(np.append(starts, len(key))[1:], sizes) - np.arange(len(key)) - 1
    left[np.repeat(sizes, sizes) > most] = 0
    one = np.repeat(np.arange(len(key)), left)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(left) - left, left)
    return np.unique(of[one] << _ROW_BITS | of[other])
