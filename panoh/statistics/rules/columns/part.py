"""Some thousands of persons as columns, without names: how each looks to a figure, and their dated records of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

OPEN = np.iinfo(np.int32).max
"""The day on which what is not over ended."""
_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1970, as Arrow keeps a date."""
    return (day - _EPOCH).days


@dataclass(frozen=True)
class Dated:
    """Records of one kind in the order person, moment, number; days are those of the country's clock."""

    person: Ints
    """The place of the person in the part; rises."""
    day: Ints
    form: Ints
    """The place of the form of exploitation among `Codes.forms`; so the region."""
    region: Ints
    until: Ints | None = None
    """The day it ended, of what lasts; `OPEN` while it does."""

    @cached_property
    def earliest(self) -> Flags:
        """Each person's first record."""
        return _first_of(self.person)

    def first_days(self, persons: int) -> Ints:
        """The day of each person's first record, `OPEN` where there is none."""
        days: Ints = np.full(persons, OPEN, np.int32)
        days[self.person[self.earliest]] = self.day[self.earliest]
        return days

    def earliest_among(self, taken: Flags) -> Ints:
        """The places of each person's first record among those taken."""
        places: Ints = np.flatnonzero(taken)
        found: Ints = places[_first_of(self.person[places])]
        return found


@dataclass(frozen=True)
class Part:
    """Every record of a person stands in the same part, so parts are counted by themselves and added up."""

    looks: Ints
    """How each person looks: a place in `Codes.looks`."""
    dated: Mapping[str, Dated]


def _first_of(person: Ints) -> Flags:
    first = np.ones(len(person), bool)
    np.not_equal(person[1:], person[:-1], out=first[1:])
    return first
