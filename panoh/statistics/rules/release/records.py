"""Invented records that agree with the private tables: candidates, weighed until they add up, then taken whole.

No record holds a combination the tables do not print.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from panoh.statistics.rules.release.combinations import SIZES, Cells, Flags, Floats, Held, Ints, Records, held
from panoh.statistics.rules.release.printing import Printed

_PAIR_WEIGHS = 4.0
_BOLDLY = 1.5
_WEIGHT_OF_SIZE = {0: 800.0, 1: 22.0, 2: 4.0, 3: 1.0}
_STEADY = 0.1
_RAKING = 30


def invented(crowd: Records, tables: Mapping[int, Printed], persons: int) -> Records:
    cells = {size: tables[size].cells for size in SIZES}
    values = _with_bare(_allowed_only(crowd, cells), cells)
    candidates = Records.sorted_by_length(values, np.ones(len(values), np.int64), crowd.of)
    wanted = np.concatenate([tables[size].count for size in SIZES]).astype(float)
    sizes = np.repeat(SIZES, [len(cells[size]) for size in SIZES])
    return _taken(candidates, _weighed(held(candidates, *cells.values()), wanted, sizes, float(persons)))


def _allowed_only(records: Records, printed: Mapping[int, Cells]) -> Ints:
    """The candidates, without the values that stand in most combinations that are not printed, until none is left."""
    rows = []
    for _, part in records.parts():
        kept = np.where(printed[1].numbers(part) > 0, part, records.of)
        rows.append(_widened(_freed(np.sort(kept, axis=1), printed), records))
    nothing = records.values[records.lengths == 0]
    return np.concatenate([nothing, *rows])


def _freed(part: Ints, printed: Mapping[int, Cells]) -> Ints:
    of, length = printed[1].of, part.shape[1]
    places = [place for size in (2, 3) for place in combinations(range(length), size)]
    if not places:
        return part
    bad = np.stack([_forbidden(part[:, list(place)], printed[len(place)]) for place in places], axis=1)
    blame = np.zeros((len(places), length), np.float32)
    for row, place in enumerate(places):
        blame[row, list(place)] = _PAIR_WEIGHS if len(place) == 2 else 1
    kept, busy = np.ones(part.shape, bool), np.nonzero(bad.any(axis=1))[0]
    bad = bad[busy]
    while len(busy):
        worst = (bad.astype(np.float32) @ blame).argmax(axis=1)
        kept[busy, worst] = False
        bad &= blame[:, worst].T == 0
        still = bad.any(axis=1)
        busy, bad = busy[still], bad[still]
    return np.where(kept, part, of)


def _forbidden(values: Ints, printed: Cells) -> Flags:
    key = values[:, 0]
    for place in range(1, values.shape[1]):
        key = key * printed.of + values[:, place]
    whole = (values < printed.of).all(axis=1)
    forbidden: Flags = whole & (printed.numbers(np.where(whole, key, 0)) == 0)
    return forbidden


def _widened(part: Ints, records: Records) -> Ints:
    wide = np.full((len(part), records.values.shape[1]), records.of)
    wide[:, : part.shape[1]] = part
    return wide


def _with_bare(values: Ints, printed: Mapping[int, Cells]) -> Ints:
    """And records of nothing but one combination, for those no candidate holds; and one of which nothing is known."""
    of, rows = printed[1].of, [np.sort(values, axis=1)]
    width = max(values.shape[1], 3)
    candidates = Records.sorted_by_length(values, np.ones(len(values), np.int64), of)
    for cells in printed.values():
        holding = held(candidates, cells)
        missing = holding.per_cell(np.ones(holding.records)) == 0
        bare = np.full((int(missing.sum()), width), of)
        for place, each in enumerate(cells.values()):
            bare[:, place] = each[missing]
        rows.append(bare)
    rows[0] = np.pad(rows[0], ((0, 0), (0, width - values.shape[1])), constant_values=of)
    return np.concatenate([*rows, np.full((1, width), of)])


def _weighed(holding: Held, wanted: Floats, sizes: Ints, persons: float) -> Floats:
    """How often each candidate is taken, so that all cells come near what is wanted (raking, many cells at once)."""
    matters = np.array([_WEIGHT_OF_SIZE[int(size)] for size in range(4)])[sizes] * np.maximum(wanted, 5) ** -0.5
    in_all = _WEIGHT_OF_SIZE[0] * persons**-0.5
    whole = holding.per_record(matters) + in_all
    often = np.full(holding.records, persons / max(holding.records, 1))
    for _ in range(_RAKING):
        pull = matters * np.log((wanted + _STEADY) / (holding.per_cell(often) + _STEADY))
        total = in_all * np.log(persons / max(often.sum(), 1e-9))
        often *= np.exp(_BOLDLY * (holding.per_record(pull) + total) / whole)
    return often


def _taken(records: Records, often: Floats) -> Records:
    """Whole numbers of each candidate; like candidates stand together, so that what one loses by rounding the next gains."""
    order = np.lexsort(records.values.T[::-1])
    ends = np.floor(np.cumsum(often[order]) + 0.5).astype(np.int64)
    times = np.zeros(len(often), np.int64)
    times[order] = np.diff(ends, prepend=0)
    return Records(records.of, records.values[times > 0], times[times > 0])
