"""Planes: one bit per person, eight people to a byte, so that one machine instruction asks a question of hundreds.

Arrow keeps true and false, and what is missing, in this very form (least significant bit first), so such columns are used
as they lie. Bits past the last person mean nothing and are cut off when a plane is written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Plane = npt.NDArray[np.uint8]
_KINDS = (np.uint8, np.uint16, np.uint32, np.uint64)
Numbers = npt.NDArray[np.unsignedinteger]


def nobody(people: int) -> Plane:
    return np.zeros((people + 7) // 8, np.uint8)


def everybody(people: int) -> Plane:
    return np.full((people + 7) // 8, 255, np.uint8)


def plane_of(flags: npt.NDArray[np.generic]) -> Plane:
    """From one value per person; whatever is not zero counts."""
    return np.packbits(flags.view(np.uint8), bitorder="little")


def plane_in(buffer: pa.Buffer, offset: int, people: int) -> Plane:
    """From an Arrow bitmap, without copying where it begins at a whole byte. A slice may begin anywhere."""
    start, shift = divmod(offset, 8)
    held = np.frombuffer(memoryview(buffer), np.uint8, count=(shift + people + 7) // 8, offset=start)
    if not shift:
        return held
    return np.packbits(np.unpackbits(held, bitorder="little")[shift : shift + people], bitorder="little")


def flags_of(plane: Plane, people: int) -> npt.NDArray[np.uint8]:
    """One value per person, 1 or 0."""
    return np.unpackbits(plane, count=people, bitorder="little")


def any_of(planes: Sequence[Plane]) -> Plane:
    found = planes[0]
    for plane in planes[1:]:
        found = found | plane
    return found


def all_of(planes: Sequence[Plane]) -> Plane:
    found = planes[0]
    for plane in planes[1:]:
        found = found & plane
    return found


def at_least(planes: Iterable[Plane], most: int) -> list[Plane]:
    """Who has at least one, two … `most` of the planes, like a thermometer: each yes pushes the level one up."""
    levels: list[Plane] = []
    for plane in planes:
        rising = plane
        for number, level in enumerate(levels):
            levels[number], rising = level | rising, level & rising
        if len(levels) < most:
            levels.append(rising)
    return levels


def how_many(planes: Iterable[Plane], people: int) -> Numbers:
    """How many of the planes each person has. Added in binary, all people at once, and read out at the end."""
    waiting: list[list[Plane]] = [[]]
    for plane in planes:
        _add(waiting, 0, plane)
    for place in range(64):
        if place < len(waiting) and len(waiting[place]) == 2:
            _add(waiting, place, nobody(people))
    return number_of([held[0] for held in waiting if held], people)


def _add(waiting: list[list[Plane]], place: int, plane: Plane) -> None:
    """Three planes of one place make one of it and one of the next: a full adder."""
    if place == len(waiting):
        waiting.append([])
    held = waiting[place]
    held.append(plane)
    if len(held) == 3:
        one, two, three = held
        differ = one ^ two
        waiting[place] = [differ ^ three]
        _add(waiting, place + 1, (one & two) | (differ & three))


def number_of(places: Sequence[Plane], people: int) -> Numbers:
    """The number whose binary places are the planes, the lowest first."""
    number: Numbers = np.zeros(people, next(kind for kind in _KINDS if np.iinfo(kind).bits >= len(places)))
    for place, plane in enumerate(places):
        number |= flags_of(plane, people).astype(number.dtype, copy=False) << place
    return number
