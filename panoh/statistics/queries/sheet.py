"""The yearly data sheet for a viewer: own figures beside the period before and beside what others publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition, PublishedFigure
from panoh.instruments.kinds.source import Words
from panoh.instruments.statistics import definitions
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.editions import differing, figure_as_it_stands, frozen_of, region_names
from panoh.statistics.queries.figures import figures, records_from, today, zone
from panoh.statistics.queries.times import time_figures
from panoh.statistics.rules.charts import draw
from panoh.statistics.rules.editions import Difference, Frozen
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.published import arrange
from panoh.statistics.rules.rows import tables
from panoh.statistics.rules.sheet import Beside, Entry, Sheet
from panoh.statistics.rules.summary import Sentence, summary

CRIME_SERIES = ("crimes_registered", "investigations", "prosecutions", "convictions")
YEARS_IN_A_CHART = 5


@dataclass(frozen=True)
class Counted:
    """Counts each definition for each period once, however many tables and charts show it. What was frozen and signed is
    taken as it was frozen; what the records say today stands beside it as a difference."""

    since: date | None
    on: date
    figures: dict[tuple[str, Period], Figure]
    frozen: Mapping[Period, Frozen]

    def figure(self, definition: Definition, period: Period) -> Figure:
        key = (definition.id, period)
        if key not in self.figures:
            self.figures[key] = figure_as_it_stands(definition, period, self.frozen, since=self.since, on=self.on)
        return self.figures[key]

    def differences(self, *periods: Period) -> tuple[tuple[Frozen, tuple[Difference, ...]], ...]:
        """Of each period that was frozen, the later one first."""
        kept = filter(None, map(self.frozen.get, periods))
        return tuple((each, differing(each, figures(each.period, since=self.since, on=self.on))) for each in kept)

    def years(self, definition: Definition, last: int) -> tuple[Figure, ...]:
        """The calendar years on record, the newest at most, for a chart."""
        first = max(self.since.year if self.since else self.on.year, last - YEARS_IN_A_CHART + 1)
        periods = (Period(PeriodKind.CALENDAR_YEAR, year) for year in range(first, min(last, self.on.year) + 1))
        return tuple(self.figure(definition, period) for period in periods)


def sheet_for(viewer: Officer, *, period: Period, now: datetime) -> Sheet:
    """The sheet, for posts that may see figures."""
    access.require(viewer, access.Act.SEE_FIGURES)
    return sheet(period=period, now=now)


@dataclass(frozen=True)
class SheetInWords:
    sheet: Sheet
    sentences: tuple[Sentence, ...]


def sheet_in_words(viewer: Officer, *, period: Period, now: datetime) -> SheetInWords:
    """The sheet with what it says in plain words."""
    found = sheet_for(viewer, period=period, now=now)
    return SheetInWords(found, summary(found, time_figures(Span(period, zone(), today(now)))))


def published_for(viewer: Officer) -> tuple[PublishedFigure, ...]:
    """What others publish about the country, for posts that may see figures."""
    access.require(viewer, access.Act.SEE_FIGURES)
    return countries.published_figures(settings.COUNTRY)


def sheet(*, period: Period, now: datetime) -> Sheet:
    """The sheet for whoever runs this installation. It holds no personal data."""
    kept = frozen_of(range(period.year - YEARS_IN_A_CHART, period.year + 1))
    counted = Counted(records_from(), today(now), {}, kept)
    entries = tuple(_entry(counted, definition, period, region_names()) for definition in definitions())
    others = ((key, arrange(countries.published_figures(settings.COUNTRY), key)) for key in CRIME_SERIES)
    drawn = tuple((series, draw(f"chart-{key}", series)) for key, series in others if series.rows)
    frozen = counted.differences(period, period.before)
    return Sheet(period, entries, drawn, counted.since, counted.on, frozen)


def _entry(counted: Counted, definition: Definition, period: Period, regions: Mapping[str, Words]) -> Entry:
    this, before = counted.figure(definition, period), counted.figure(definition, period.before)
    return Entry(definition, this, before, tables(this, before, regions), _beside(counted, definition, period))


def _beside(counted: Counted, definition: Definition, period: Period) -> tuple[Beside, ...]:
    """Each published series the definition may stand beside; our own bars stand in the first, the nearest to it."""
    found = []
    for at, comparison in enumerate(definition.beside):
        series = arrange(countries.published_figures(settings.COUNTRY), comparison.series)
        own = counted.years(definition, period.year) if at == 0 else ()
        if series.rows or own:
            found.append(Beside(series, comparison, draw(f"chart-{definition.id}-{at + 1}", series, own)))
    return tuple(found)
