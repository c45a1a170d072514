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
from panoh.statistics.rules.figures import Breakdown, Cell, Figure, break_down
from panoh.statistics.rules.periods import Caveat, Period, caveats, unavailable
from panoh.statistics.rules.values import NotAvailable, Reason


class Among(StrEnum):
    """Which records compete for a person. The earliest of them gives the person's row in every breakdown."""

    EVER = "ever"
    """All up to the end of the period; the person counts where the very first lies in it."""
    PERIOD = "period"
    """Those of the period."""
    NIGHTS = "nights"
    """Those with a night in the period. A night belongs to the day it begins on; who leaves on the day of coming had none."""
    AT_END = "at_end"
    """Those that last on the last day of the period, or today where it is not over: a state on one day."""


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
    "returned_in_period": Rule("returned", Among.PERIOD),
    "held_at_the_end": Rule("held", Among.AT_END),
    "consular_files_in_period": Rule("consular", Among.PERIOD),
}


@dataclass(frozen=True)
class Land:
    """What breakdowns need to know of the country: whose nationality is its own, and the codes of its regions."""

    nationality: str
    regions: tuple[str, ...]

    @staticmethod
    def of(country: Country, divisions: Iterable[Division]) -> Land:
        return Land(country.alpha2, tuple(each.code for each in divisions if not each.parent))


def counted_by(definition: Definition, period: Period, *, since: date | None, today: date) -> Definition | Figure:
    """The version of the definition that is valid at the end of the period, or the figure that says why there is none."""
    by = definition.on(period.last)
    missing = unavailable(period, records_from=since, today=today)
    if by is None or period.kind.defined_as not in by.periods:
        missing = NotAvailable(Reason.NOT_DEFINED)
    if by is None or missing:
        version = (by or definition).version
        return Figure(definition.id, version, period, definition.counting_unit, missing or _UNDEFINED)
    return by


_UNDEFINED = NotAvailable(Reason.NOT_DEFINED)


def caveats_of(definition: Definition, period: Period, *, since: date | None, today: date) -> tuple[Caveat, ...]:
    shown = caveats(period, records_from=since, today=today)
    return (*shown, Caveat.DEFINITION_CHANGED_WITHIN) if definition.breaks(period.first, period.last) else shown


def broken_down(by: Definition, found: Sequence[Cell], land: Land, period: Period) -> tuple[Breakdown, ...]:
    """Every breakdown of the definition, from the persons counted."""
    return tuple(
        break_down(found, dimension, own_nationality=land.nationality, regions=land.regions, on=period.first)
        for dimension in by.breakdowns
    )
