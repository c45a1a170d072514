"""A list as columns: what linking needs of each row, as numbers that can be held against each other at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from panoh.names.document import number_key
from panoh.names.parts import parts

Numbers = NDArray[np.int64]
MOST_PARTS = 5


class Row(NamedTuple):
    """One row of a list; what is not known is empty. `born`: a day, or a year alone."""

    name: str
    born: str = ""
    sex: str = ""
    document: str = ""
    place: str = ""


@dataclass(frozen=True)
class Columns:
    """0 stands for what a row does not say. `of`, `part`, `sound`: one entry for each skeleton of each part of a name."""

    names: tuple[str, ...]
    year: Numbers
    month: Numbers
    day: Numbers
    sex: Numbers
    document: Numbers
    place: Numbers
    of: Numbers
    part: Numbers
    sound: Numbers
    sounds: dict[str, int]

    def __len__(self) -> int:
        return len(self.names)


def columns(rows: Sequence[Row]) -> Columns:
    """Read every name once; equal words become equal numbers."""
    born = np.array([_born(row.born) for row in rows], dtype=np.int64).reshape(len(rows), 3)
    sounds: dict[str, int] = {}
    flat = np.fromiter((each for entry in _sounds(rows, sounds) for each in entry), dtype=np.int64)
    entries = flat.reshape(-1, 3)
    return Columns(
        names=tuple(row.name for row in rows),
        year=born[:, 0],
        month=born[:, 1],
        day=born[:, 2],
        sex=_numbered(row.sex for row in rows),
        document=_numbered(number_key(row.document) for row in rows),
        place=_numbered(row.place.casefold().strip() for row in rows),
        of=entries[:, 0],
        part=entries[:, 1],
        sound=entries[:, 2],
        sounds=sounds,
    )


def _sounds(rows: Sequence[Row], sounds: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    for number, row in enumerate(rows):
        for place, part in enumerate(parts(row.name)[:MOST_PARTS]):
            for skeleton in (
                () if part.initial else sorted(part.skeletons)
            ):  # the same list gives the same pairs each time
                yield number, place, sounds.setdefault(skeleton, len(sounds) + 1)


def _numbered(values: Iterable[str]) -> Numbers:
    known = {"": 0}
    return np.fromiter((known.setdefault(value, len(known)) for value in values), dtype=np.int64)


def _born(text: str) -> tuple[int, int, int]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return (int(text), 0, 0) if len(text) == 4 and text.isdecimal() else (0, 0, 0)
    return day.year, day.month, day.day
