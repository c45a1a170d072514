"""From planes to the columns that are written: true or false, a number, one word of several, or any number of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Any

import numpy as np
import pyarrow as pa

from panoh.screening.rules.columns.planes import Numbers, Plane, any_of, nobody, number_of

WORD = pa.dictionary(pa.int16(), pa.string())
_WRITTEN_AHEAD = 8
"""Up to so many words every set of them is written into the dictionary beforehand: 256 entries."""


def flag(plane: Plane, people: int) -> pa.Array[Any]:
    """The plane itself: this is how Arrow keeps true and false."""
    return pa.Array.from_buffers(pa.bool_(), people, [None, pa.py_buffer(plane.data)])


def word(planes: Mapping[str, Plane], people: int) -> pa.Array[Any]:
    """The one word that holds for each person."""
    words = list(planes)
    places = [
        any_of([nobody(people), *(plane for number, plane in enumerate(planes.values()) if number >> place & 1)])
        for place in range((len(words) - 1).bit_length())
    ]
    return _written(number_of(places, people), words)


def words(planes: Mapping[str, Plane], people: int) -> pa.Array[Any]:
    """Every word that holds for each person, in their order, with spaces between."""
    held = number_of(list(planes.values()), people)
    if len(planes) <= _WRITTEN_AHEAD:
        return _written(held, _every_set(tuple(planes)))
    sets, places = np.unique(held, return_inverse=True)
    return _written(places, [_set(tuple(planes), int(each)) for each in sets])


@lru_cache
def _every_set(words: tuple[str, ...]) -> list[str]:
    return [_set(words, number) for number in range(2 ** len(words))]


def _set(words: tuple[str, ...], number: int) -> str:
    return " ".join(compress(words, (number >> place & 1 for place in range(len(words)))))


def _written(places: Numbers | np.ndarray[Any, Any], words: Sequence[str]) -> pa.Array[Any]:
    return pa.DictionaryArray.from_arrays(places.astype(np.int16), pa.array(words, pa.string()))
