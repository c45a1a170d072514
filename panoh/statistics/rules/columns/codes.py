"""What the numbers in the columns stand for, and the few classes of persons a figure can tell apart.

There are thousands of looks (sex, birth years, nationality) and a hundred classes. Which look is in which class is asked of the
same function that puts a person into a row of a breakdown, once for each look and not for each person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from panoh.statistics.rules.columns.part import Ints
from panoh.statistics.rules.figures import Cell, category

Look = tuple[str, int | None, int | None, bool, str]
"""Sex, birth years from and to, age in doubt, nationality: in the order of a `Cell`."""


@dataclass(frozen=True)
class Codes:
    looks: Sequence[Look]
    forms: Sequence[str]
    regions: Sequence[str]


@dataclass(frozen=True)
class Classes:
    """Looks nobody can tell apart on a day count as one."""

    of_look: Ints
    examples: tuple[Look, ...]
    """A look of each class, which stands for all of it."""


def classes(looks: Sequence[Look], *, own_nationality: str, on: date) -> Classes:
    """The classes of the year in which the day lies."""
    rows: dict[tuple[str, object], str] = {}
    numbers: dict[tuple[str, ...], int] = {}
    of_look, examples = np.zeros(len(looks), np.int32), []
    for place, look in enumerate(looks):
        key = []
        for dimension, seen in (("sex", look[0]), ("age_group", look[1:4]), ("nationality_group", look[4])):
            if (dimension, seen) not in rows:
                person = Cell(0, "", *look, "")
                rows[dimension, seen] = category(person, dimension, own_nationality, on)
            key.append(rows[dimension, seen])
        if tuple(key) not in numbers:
            numbers[tuple(key)] = len(numbers)
            examples.append(look)
        of_look[place] = numbers[tuple(key)]
    return Classes(of_look, tuple(examples))


def cells(counts: Ints, found: Classes, codes: Codes) -> tuple[Cell, ...]:
    """Counts by class, form and region as groups of persons, as the database gives them."""
    shaped = counts.reshape(len(found.examples), len(codes.forms), len(codes.regions))
    return tuple(
        Cell(int(shaped[look, form, region]), codes.forms[form], *found.examples[look], codes.regions[region])
        for look, form, region in np.argwhere(shaped).tolist()
    )
