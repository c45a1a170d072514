"""What makes a person count: which dated records compete for the person, and which of them the period takes.

One expression of each figure of persons. `queries/counting.py` has the database count by it, `rules/columns` counts by it over
columns of case records in this process or on Apache Spark, and tests hold the two to the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from panoh.instruments.kinds.country import Country, Division
from panoh.instruments.kinds.figure import Definition
from panoh.statistics.rules.figures import Cell, Figure, break_down, tally
from panoh.statistics.rules.periods import Caveat, Period


class Among(StrEnum):
    """Which records compete for a person. The earliest of them gives the person's row in every breakdown."""

    EVER = "ever"
    """All up to the end of the period; the person counts where the very first lies in it."""
    PERIOD = "period"
    """Those of the period."""
    NIGHTS = "nights"
    """Those with a night in the period. A night belongs to the day it begins on; who leaves on the day of coming had none."""


@dataclass(frozen=True)
class Rule:
    record: str
    """The kind of dated record, as `queries/counting.py` finds it in the cases."""
    among: Among
    after: str = ""
    """Only persons with a record of this kind before the period ends."""


RULES: Mapping[str, Rule] = {
    "screened_in_period": Rule("screened", Among.PERIOD),
    "first_presumed_in_period": Rule("presumed", Among.EVER),
    "first_identified_in_period": Rule("identified", Among.EVER),
    "first_referred_in_period": Rule("referred", Among.EVER),
    "assisted_in_period": Rule("assisted", Among.PERIOD, after="presumed"),
    "sheltered_in_period": Rule("sheltered", Among.NIGHTS),
    "penalised_in_period": Rule("penalised", Among.PERIOD),
}


@dataclass(frozen=True)
class Land:
    """What breakdowns need to know of the country: whose nationality is its own, and the codes of its regions."""

    nationality: str
    regions: tuple[str, ...]

    @staticmethod
    def of(country: Country, divisions: Iterable[Division]) -> Land:
        return Land(country.alpha2, tuple(each.code for each in divisions if not each.parent))


def figure_of_persons(
    definition: Definition, period: Period, found: Sequence[Cell], land: Land, caveats: tuple[Caveat, ...]
) -> Figure:
    """The figure with every breakdown of its definition, from the persons counted."""
    on: date = period.first
    breakdowns = tuple(
        break_down(found, dimension, own_nationality=land.nationality, regions=land.regions, on=on)
        for dimension in definition.breakdowns
    )
    return Figure(
        definition.id, definition.version, period, definition.counting_unit, tally(found), breakdowns, caveats
    )
