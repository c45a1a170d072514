"""The data sheet of figures counted elsewhere: of persons only, and without what others publish beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from panoh.instruments.kinds.source import Words
from panoh.instruments.statistics import definition
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.rows import tables
from panoh.statistics.rules.sheet import Entry, Sheet


def sheet(
    found: Iterable[Figure], period: Period, regions: Mapping[str, Words], *, since: date | None, on: date
) -> Sheet:
    """`found` holds each definition for the period and for the one before."""
    by_period: dict[Period, dict[str, Figure]] = {period: {}, period.before: {}}
    for figure in found:
        by_period[figure.period][figure.definition] = figure
    entries = tuple(
        Entry(
            definition(name),
            this,
            by_period[period.before][name],
            tables(this, by_period[period.before][name], regions),
            (),
        )
        for name, this in by_period[period].items()
    )
    return Sheet(period, entries, (), since, on)
