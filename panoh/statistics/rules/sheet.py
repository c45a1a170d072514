"""The yearly data sheet: each figure for a period beside the period before, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.figure import Comparison, Definition
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.charts import Chart
from panoh.statistics.rules.editions import Difference, Frozen
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Caveat, Period
from panoh.statistics.rules.published import PublishedSeries
from panoh.statistics.rules.rows import Row, Table


@dataclass(frozen=True)
class Beside:
    """A published series next to one of ours, and why the two are not the same count."""

    series: PublishedSeries
    comparison: Comparison
    chart: Chart


@dataclass(frozen=True)
class Entry:
    """One definition on the sheet."""

    definition: Definition
    this: Figure
    before: Figure
    tables: tuple[Table, ...]
    beside: tuple[Beside, ...]

    @property
    def unit(self) -> Words:
        return wording.UNITS[self.definition.counting_unit]

    @property
    def total(self) -> Row:
        return Row("", "", self.definition.name, self.this.value, self.before.value, self.broken)

    @property
    def broken(self) -> bool:
        return self.this.version != self.before.version

    @property
    def breaks(self) -> tuple[Definition, ...]:
        """Versions that came in after the first day shown: the series breaks there."""
        return self.definition.breaks(self.before.period.first, self.this.period.last)

    def rows(self) -> Iterator[Row]:
        yield self.total
        for table in self.tables:
            yield from table.rows


@dataclass(frozen=True)
class Sheet:
    period: Period
    entries: tuple[Entry, ...]
    others: tuple[tuple[PublishedSeries, Chart], ...]
    records_from: date | None
    today: date
    frozen: tuple[tuple[Frozen, tuple[Difference, ...]], ...] = ()
    """Of the two periods those that were frozen, with what the records say differently today."""

    @property
    def caveats(self) -> tuple[tuple[Period, tuple[Words, ...]], ...]:
        """What to know about the two periods, each said once."""
        found: dict[Period, dict[Caveat, Words]] = {}
        for figure in (figure for entry in self.entries for figure in (entry.before, entry.this)):
            said = found.setdefault(figure.period, {})
            said.update((caveat, wording.CAVEATS[caveat]) for caveat in figure.caveats)
        return tuple((period, tuple(said.values())) for period, said in found.items() if said)

    @property
    def so_far(self) -> bool:
        """The period asked for is not over, the one before is: the change is not yet the year's."""
        return any(Caveat.SO_FAR in entry.this.caveats for entry in self.entries)

    @property
    def years(self) -> tuple[int, ...]:
        """Years to choose from, newest first: those on record, and the one shown."""
        first = self.records_from.year if self.records_from else self.today.year
        return tuple(sorted({*range(first, self.today.year + 1), self.period.year}, reverse=True))
