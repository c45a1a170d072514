"""The figures of a folder of columns: every part counted by itself, here in threads or on Apache Spark, and added up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from panoh.exchange.case_columns.folder import Contents, read_contents
from panoh.exchange.case_columns.on_workers import Counts, FolderCounter, added_up
from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition
from panoh.statistics.rules.columns.codes import Classes, cells, classes
from panoh.statistics.rules.columns.counting import Asked, PartCounter
from panoh.statistics.rules.counting import RULES, Land, broken_down, caveats_of, counted_by
from panoh.statistics.rules.figures import Cell, Figure, tally
from panoh.statistics.rules.periods import Caveat, Period

Engine = Callable[[FolderCounter], Counts]
"""Counts every part of the folder and adds them up."""


def in_process(workers: int | None = None) -> Engine:
    """Numpy and Arrow let other threads run while they work."""

    def counted(counter: FolderCounter) -> Counts:
        with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            return added_up(pool.map(counter, counter.parts))

    return counted


@dataclass(frozen=True)
class _Counted:
    """A figure that can be counted, by this version of its definition."""

    by: Definition
    period: Period
    caveats: tuple[Caveat, ...]

    def figure(self, found: Sequence[Cell], land: Land) -> Figure:
        parts = broken_down(self.by, found, land, self.period)
        return Figure(
            self.by.id, self.by.version, self.period, self.by.counting_unit, tally(found), parts, self.caveats
        )


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
        wanted = [self._asked(each, period) for each in definitions if each.rule in RULES for period in periods]
        counted = [each for each in wanted if isinstance(each, _Counted)]
        classes = {each.period.year: self._classes(each.period) for each in counted}
        counts = self._counts([Asked(each.by.rule, each.period) for each in counted], classes, engine)
        found = iter(
            [
                cells(each, classes[one.period.year], self.contents.codes)
                for each, one in zip(counts, counted, strict=True)
            ]
        )
        return tuple(each if isinstance(each, Figure) else each.figure(next(found), self.land) for each in wanted)

    def _asked(self, definition: Definition, period: Period) -> Figure | _Counted:
        since, today = self.contents.since, self.contents.day
        by = counted_by(definition, period, since=since, today=today)
        if isinstance(by, Figure):
            return by
        return _Counted(by, period, caveats_of(definition, period, since=since, today=today))

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
