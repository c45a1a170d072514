"""What birth, sex, papers and places say of many pairs at once, in bits for and against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from panoh.names.linking.rows import Columns, Numbers

Bits = NDArray[np.float64]

NEVER = -99.0
SAME_DAY, GUESSED_DAY, SWAPPED, ONE_DIFFERS, GUESSED_YEAR, SAME_YEAR = 14.0, 8.0, 10.0, 5.0, 3.0, 4.0
SAME_PAPER, OTHER_PAPER, OTHER_PLACE, OTHER_SEX = 17.0, -1.5, -2.0, -7.0
"""Our own weights, chosen on invented registers of other seeds than the bench measures (provisional)."""


def bits(rows: Columns, one: Numbers, other: Numbers) -> Bits:
    """The sum of what is not the name; `NEVER` where the births rule it out and no paper is shared."""
    papers = _papers(rows, one, other)
    born = _births(rows, one, other)
    born[(born == NEVER) & (papers == SAME_PAPER)] = -3.0
    summed: Bits = born + papers + _places(rows, one, other) + _sexes(rows, one, other)
    return summed


def _births(rows: Columns, one: Numbers, other: Numbers) -> Bits:
    year, month, day = (np.stack([column[one], column[other]]) for column in (rows.year, rows.month, rows.day))
    same_year, same_month, same_day = (column[0] == column[1] for column in (year, month, day))
    alike = same_year.astype(int) + same_month + same_day
    guessed = ((day == 1) & ((month == 1) | (month == 7))).any(axis=0)
    swapped = same_year & (day[0] == month[1]) & (day[1] == month[0])
    by_day = np.select(
        [(alike == 3) & ~guessed, alike == 3, swapped, alike == 2, same_year & guessed],
        [SAME_DAY, GUESSED_DAY, SWAPPED, ONE_DIFFERS, GUESSED_YEAR],
        NEVER,
    )
    by_year = np.where(same_year, SAME_YEAR, np.where(abs(year[0] - year[1]) == 1, 0.0, NEVER))
    found: Bits = np.where((year == 0).any(axis=0), 0.0, np.where((day > 0).all(axis=0), by_day, by_year))
    return found


def _papers(rows: Columns, one: Numbers, other: Numbers) -> Bits:
    mine, theirs = rows.document[one], rows.document[other]
    known = (mine > 0) & (theirs > 0)
    return np.where(known, np.where(mine == theirs, SAME_PAPER, OTHER_PAPER), 0.0)


def _places(rows: Columns, one: Numbers, other: Numbers) -> Bits:
    """The rarer the place, the more it says."""
    mine, theirs = rows.place[one], rows.place[other]
    borne = np.bincount(rows.place, minlength=1)
    rare = np.log2(max(1, len(rows)) / np.maximum(borne[mine], 1))
    known = (mine > 0) & (theirs > 0)
    return np.where(known, np.where(mine == theirs, rare, OTHER_PLACE), 0.0)


def _sexes(rows: Columns, one: Numbers, other: Numbers) -> Bits:
    mine, theirs = rows.sex[one], rows.sex[other]
    known = (mine > 0) & (theirs > 0)
    return np.where(known, np.where(mine == theirs, 1.0, OTHER_SEX), 0.0)
