"""The figures of a folder of columns: every part counted by itself, here in threads or on Apache Spark, and added up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from panoh.exchange.figures.folder import Contents, read_contents
from panoh.exchange.figures.on_workers import Counts, FolderCounter, added_up
from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition
from panoh.statistics.rules.columns.codes import Classes, cells, classes
from panoh.statistics.rules.columns.counting import Asked, PartCounter
from panoh.statistics.rules.counting import RULES, Land, figure_of_persons
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, caveats, unavailable
from panoh.statistics.rules.values import NotAvailable, Reason

Engine = Callable[[FolderCounter], Counts]
"""Counts every part of the folder and adds them up."""


def in_process(workers: int | None = None) -> Engine:
    """Numpy and Arrow let other threads run while they work."""

    def counted(counter: FolderCounter) -> Counts:
        with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            return added_up(pool.map(counter, counter.parts))

    return counted


@dataclass(frozen=True)
class Columns:
    """An opened folder."""

    folder: Path
    contents: Contents
    land: Land

    def figures(
        self, definitions: Iterable[Definition], periods: Sequence[Period], engine: Engine
    ) -> tuple[Figure, ...]:
        """Each definition of persons for each period, in the order asked for."""
        wanted = [(each, period) for each in definitions if each.rule in RULES for period in periods]
        counted = [(each, period) for each, period in wanted if not self._missing(each, period)]
        classes = {period.year: self._classes(period) for _each, period in counted}
        counts = iter(self._counts([Asked(each.rule, period) for each, period in counted], classes, engine))
        made = []
        for each, period in wanted:
            if missing := self._missing(each, period):
                made.append(Figure(each.id, each.version, period, each.counting_unit, missing))
            else:
                found = cells(next(counts), classes[period.year], self.contents.codes)
                shown = caveats(period, records_from=self.contents.since, today=self.contents.day)
                made.append(figure_of_persons(each, period, found, self.land, shown))
        return tuple(made)

    def _missing(self, definition: Definition, period: Period) -> NotAvailable | None:
        if period.kind.defined_as not in definition.periods:
            return NotAvailable(Reason.NOT_DEFINED)
        return unavailable(period, records_from=self.contents.since, today=self.contents.day)

    def _classes(self, period: Period) -> Classes:
        return classes(self.contents.looks, own_nationality=self.land.nationality, on=period.first)

    def _counts(self, asked: Sequence[Asked], classes: Mapping[int, Classes], engine: Engine) -> Counts:
        of_look = {year: found.of_look for year, found in classes.items()}
        codes = self.contents.codes
        counter = PartCounter(asked, of_look, len(codes.forms), len(codes.regions), self.contents.day)
        if not self.contents.parts:
            return [counter.nobody(each) for each in asked]
        return engine(FolderCounter(self.folder, self.contents.parts, len(codes.looks), counter))


def opened(folder: Path) -> Columns:
    """Raises TableUnusable where the folder is none, or is damaged."""
    contents = read_contents(folder)
    return Columns(
        folder, contents, Land.of(countries.country(contents.country), countries.divisions(contents.country))
    )
