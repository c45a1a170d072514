"""The tier history laid out for a page: the board of all countries, and the bars of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from panoh.assessment.rules import wording
from panoh.assessment.rules.clock import Year
from panoh.assessment.rules.path import named
from panoh.instruments.kinds.source import Source, Words
from panoh.instruments.kinds.tier import Region, ReportCountry, Tier
from panoh.statistics.rules.charts import Chart, Line, Mark, lay_out

UNKNOWN = "unknown"
"""Asked for as a tier: where no placement was seen."""
_STEPS = {Tier.ONE: 1, Tier.TWO: 2, Tier.WATCH_LIST: 3, Tier.THREE: 4}


@dataclass(frozen=True)
class Asked:
    """What the board is narrowed to; an empty word asks for everything."""

    report: int
    region: str = ""
    tier: str = ""


@dataclass(frozen=True)
class Cell:
    """One report on the board. `mark` is the tier's own short sign, ? where it was not seen; where sources do not agree, the
    signs of all of them (`marks`) with a stroke between."""

    mark: str
    name: Words
    marks: tuple[str, ...] = ()

    @classmethod
    def of(cls, year: Year) -> Cell:
        if not year.seen and year.possible != {Tier.NOT_IN_REPORT}:
            return cls("?", named(year))
        marks = tuple("–" if tier is Tier.NOT_IN_REPORT else str(tier) for tier in year.told or year.possible)
        return cls("/".join(marks), named(year), marks)


_BEYOND = Cell("?", wording.NOT_SEEN)


@dataclass(frozen=True)
class BoardRow:
    country: ReportCountry
    cells: tuple[Cell, ...]

    @property
    def newest_first(self) -> tuple[Cell, ...]:
        return self.cells[::-1]


@dataclass(frozen=True)
class Board:
    asked: Asked
    reports: range
    regions: tuple[Region, ...]
    rows: tuple[BoardRow, ...]
    seen: int
    """Placements on the board that were seen."""

    @property
    def newest_first(self) -> range:
        return self.reports[::-1]


@dataclass(frozen=True)
class PlacementRow:
    """One report in the table of one country. `behind`: consecutive years on the watch list before it."""

    year: Year
    name: Words
    behind: Words
    basis: Words | None = None
    source: Source | None = None


def placement_rows(years: Iterable[Year], sources: Mapping[str, Source]) -> tuple[PlacementRow, ...]:
    return tuple(_placement_row(year, sources) for year in years)


def board(
    asked: Asked,
    reckoned: Iterable[tuple[ReportCountry, Sequence[Year]]],
    *,
    reports: range,
    regions: tuple[Region, ...],
) -> Board:
    chosen = [(country, years) for country, years in reckoned if _asked_for(country, years, asked)]
    rows = tuple(BoardRow(country, _cells(years, reports)) for country, years in chosen)
    seen = sum(year.seen for _, years in chosen for year in years)
    return Board(asked, reports, regions, rows, seen)


def bars(country: str, years: Sequence[Year]) -> Chart:
    """One bar a report: the longer, the further from Tier 1. What was not seen or told differently is a gap, what has no tier
    has no bar."""
    return lay_out(f"tiers-{country}", [_line(year) for year in years])


def _asked_for(country: ReportCountry, years: Sequence[Year], asked: Asked) -> bool:
    if asked.region and country.region != asked.region:
        return False
    cell = next((Cell.of(year) for year in years if year.report == asked.report), _BEYOND)
    return asked.tier in {"", *cell.marks} or (asked.tier == UNKNOWN and cell.mark == "?")


def _cells(years: Sequence[Year], reports: range) -> tuple[Cell, ...]:
    """A report that only another country's placement is known of was not seen for this one."""
    return (*map(Cell.of, years), *[_BEYOND] * (len(reports) - len(years)))


def _placement_row(year: Year, sources: Mapping[str, Source]) -> PlacementRow:
    behind = wording.number({count.years for count in year.before})
    if year.placement is None:
        return PlacementRow(year, named(year), behind)
    basis, source = wording.BASES[year.placement.basis], sources[year.placement.source.source]
    return PlacementRow(year, named(year), behind, basis, source)


def _line(year: Year) -> Line:
    first, last = date(year.report, 1, 1), date(year.report, 12, 31)
    if year.contested:
        return Line(first, last, Mark.GAP, wording.tiers(year.told))
    if Cell.of(year).mark == "?":
        return Line(first, last, Mark.GAP, wording.NOT_SEEN)
    tier = year.tier or Tier.NOT_IN_REPORT
    mark = Mark.NUMBER if tier in _STEPS else Mark.NONE
    return Line(first, last, mark, wording.SHORT[tier], _STEPS.get(tier, 0))
