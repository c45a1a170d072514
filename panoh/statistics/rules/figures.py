"""A figure with its breakdowns: every person stands in exactly one row of each, so that the rows add up to the total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from panoh.registry.rules.age import age_group
from panoh.statistics.rules.periods import Caveat, Period
from panoh.statistics.rules.values import Counted, NotAvailable, Value, counted, total

UNKNOWN = "unknown"

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "form": ("labour", "sexual", "other", UNKNOWN),
    "sex": ("female", "male", "other", UNKNOWN),
    "age_group": ("0-8", "9-17", "18-23", "24-30", "31-47", "48+", UNKNOWN),
    "nationality_group": ("own", "foreign", UNKNOWN),
}


@dataclass(frozen=True)
class Cell:
    """So many persons who look the same to a figure. Coarse facts only; nothing here names or points at anyone."""

    persons: int
    form: str
    sex: str
    born_from: int | None
    born_to: int | None
    age_in_doubt: bool
    nationality: str
    region: str


@dataclass(frozen=True)
class Part:
    key: str
    value: Value


@dataclass(frozen=True)
class Breakdown:
    """The same persons by one property. What is not known has a row of its own and is never spread over the others."""

    dimension: str
    parts: tuple[Part, ...]

    def value(self, key: str) -> Value | None:
        return next((part.value for part in self.parts if part.key == key), None)


@dataclass(frozen=True)
class Figure:
    """One definition counted for one period. `edition`: the number of the edition it was frozen in; 0 counted anew."""

    definition: str
    version: str
    period: Period
    counting_unit: str
    value: Value
    breakdowns: tuple[Breakdown, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    edition: int = 0

    def __post_init__(self) -> None:
        if isinstance(self.value, NotAvailable) and self.breakdowns:
            raise ValueError(f"{self.definition}: what is not available has no breakdown")
        for breakdown in self.breakdowns:
            if total(part.value for part in breakdown.parts) != self.value:
                raise ValueError(f"{self.definition}: the parts by {breakdown.dimension} do not add up to the total")

    def breakdown(self, dimension: str) -> Breakdown | None:
        return next((each for each in self.breakdowns if each.dimension == dimension), None)


def tally(cells: Sequence[Cell]) -> Counted:
    """All persons in the cells."""
    return counted(sum(cell.persons for cell in cells))


def break_down(
    cells: Iterable[Cell], dimension: str, *, own_nationality: str, regions: tuple[str, ...], on: date
) -> Breakdown:
    """One row per category, in fixed order, also where nobody was counted; a code nobody foresaw gets a row at the end.

    `on` lies in the year for which ages are reckoned: the one in which the period begins.
    """
    people: Counter[str] = Counter()
    for cell in cells:
        people[category(cell, dimension, own_nationality, on)] += cell.persons
    listed = CATEGORIES.get(dimension) or (*regions, UNKNOWN)
    keys = (*listed, *sorted(set(people) - set(listed)))
    return Breakdown(dimension, tuple(Part(key, counted(people[key])) for key in keys))


def category(cell: Cell, dimension: str, own_nationality: str, on: date) -> str:
    """The row of a breakdown in which persons like this stand."""
    if dimension == "age_group":
        # An age in doubt is not known: the person may be a child, and no adult band may hide one.
        known = None if cell.age_in_doubt else cell.born_from
        return age_group(on=on, born_from=known, born_to=cell.born_to)
    if dimension == "nationality_group":
        if not cell.nationality:
            return UNKNOWN
        return "own" if cell.nationality == own_nationality else "foreign"
    return {"form": cell.form, "sex": cell.sex, "region": cell.region}[dimension] or UNKNOWN
