"""The first page of figures for a post: the year month by month, what waits, what does not reconcile. Nothing personal, so
that an address of it can be shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.models import Edition
from panoh.statistics.queries.checks import checks
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.definitions import definition_for, definitions_for
from panoh.statistics.queries.editions import figure_as_it_stands, frozen_of
from panoh.statistics.queries.figures import records_from, today, zone
from panoh.statistics.queries.nights import NightsRow, nights_page
from panoh.statistics.queries.sheet import YEARS_IN_A_CHART
from panoh.statistics.queries.times import Waiting, time_figures, waiting
from panoh.statistics.rules import charts
from panoh.statistics.rules.boards import Board, board_of
from panoh.statistics.rules.charts import Chart
from panoh.statistics.rules.checks import Weight
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import MONTHS, Period, PeriodKind
from panoh.statistics.rules.tiles import Tiles, lay_out
from panoh.statistics.rules.times import TimeFigure


@dataclass(frozen=True)
class Dashboard:
    """Parts the post does not need are not asked for and empty."""

    year: int
    years: tuple[int, ...]
    board: Board
    definition: Definition
    definitions: tuple[Definition, ...]
    months: Chart | None
    over_years: Chart | None
    regions: Tiles | None
    waiting: tuple[Waiting, ...]
    times: tuple[TimeFigure, ...]
    nights: tuple[NightsRow, ...]
    unsigned: tuple[Edition, ...]
    wrong: int | None


def dashboard_for(viewer: Officer, *, year: int, asked: str, now: datetime) -> Dashboard:
    access.require(viewer, access.Act.SEE_FIGURES)
    board, since, on = board_of(viewer.role), records_from(), today(now)
    first, parts = since.year if since else on.year, set(board.parts)
    drawn = _Drawn(definition_for(viewer, asked or board.figure), year, since, on)
    span = Span(drawn.whole, zone(), on)
    return Dashboard(
        year=year,
        years=tuple(range(on.year, min(first, year) - 1, -1)),
        board=board,
        definition=drawn.definition,
        definitions=definitions_for(viewer),
        months=drawn.months() if "months" in parts else None,
        over_years=drawn.years(first) if "years" in parts else None,
        regions=drawn.regions() if "regions" in parts else None,
        waiting=tuple(waiting(min(span.end, now), since=since)) if "waiting" in parts else (),
        times=time_figures(span) if "times" in parts else (),
        nights=nights_page(viewer, period=drawn.whole, today=on).nights if "nights" in parts else (),
        unsigned=tuple(Edition.objects.filter(signature=None).order_by("pk")) if "editions" in parts else (),
        wrong=_wrong(year, now) if "checks" in parts else None,
    )


def _wrong(year: int, now: datetime) -> int:
    return sum(not each.holds and each.weight is Weight.MISTAKE for each in checks(year, now=now))


@dataclass
class _Drawn:
    """One definition, counted for as many periods as are drawn."""

    definition: Definition
    year: int
    since: date | None
    on: date

    @property
    def whole(self) -> Period:
        return Period(PeriodKind.CALENDAR_YEAR, self.year)

    def months(self) -> Chart:
        return charts.of_own("months", self._counted(Period(each, self.year) for each in MONTHS))

    def years(self, first: int) -> Chart:
        shown = range(max(first, self.year - YEARS_IN_A_CHART + 1), self.year + 1)
        return charts.of_own("years", self._counted(Period(PeriodKind.CALENDAR_YEAR, each) for each in shown))

    def regions(self) -> Tiles | None:
        regions = [each for each in countries.divisions(settings.COUNTRY) if not each.parent]
        return next((lay_out(total, regions) for total in self._counted([self.whole])), None)

    def _counted(self, periods: Iterable[Period]) -> list[Figure]:
        """Those that have begun; what was frozen as it was frozen."""
        kept = frozen_of(range(self.year - YEARS_IN_A_CHART, self.year + 1))
        begun = [each for each in periods if each.first <= self.on]
        return [figure_as_it_stands(self.definition, each, kept, since=self.since, on=self.on) for each in begun]
