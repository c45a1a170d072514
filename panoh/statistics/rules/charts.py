"""Bars of our own figures beside published ones, laid out for a page: a gap is drawn as a gap and never as a bar of zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from panoh.instruments.kinds.figure import ValueKind
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Caveat
from panoh.statistics.rules.published import PublishedRow, PublishedSeries
from panoh.statistics.rules.values import NoneCounted, Number

WIDTH, LABELS, BARS, ROW = 440, 152, 160, 28
WIDE, NARROW = 9, 6  # the width of a letter of a value, and of what it holds


class Mark(StrEnum):
    """How a line of the chart is drawn: a bar, the foot of a bar that is none, or an empty dashed box."""

    NUMBER = "number"
    NONE = "none"
    GAP = "gap"


@dataclass(frozen=True)
class Line:
    """One line of the chart and of the table below it. Neither own nor published: a year nobody has a figure for."""

    first: date
    last: date
    mark: Mark
    words: Words
    number: float = 0
    own: Figure | None = None
    published: PublishedRow | None = None
    broken: bool = False
    """Our own figure before this one was counted by another version of the definition."""

    @property
    def part(self) -> bool:
        return self.published is not None and self.published.part

    @property
    def so_far(self) -> bool:
        return self.own is not None and Caveat.SO_FAR in self.own.caveats


@dataclass(frozen=True)
class Bar:
    """A line with its place on the drawing."""

    line: Line
    y: int
    width: int

    @property
    def text_x(self) -> int:
        return LABELS + self.width + 6

    @property
    def note(self) -> str:
        """What a bar holds where several stand for one period, as far as the drawing has room; the table has it whole."""
        row = self.line.published
        if row is None or not row.not_alone:
            return ""
        room = (WIDTH - self.text_x - WIDE * len(row.words.en)) // NARROW - 2
        text = row.figure.breakdown
        return text if len(text) <= room else f"{text[: max(room - 1, 0)].rstrip()}…"

    @property
    def middle(self) -> int:
        return self.y + ROW // 2


@dataclass(frozen=True)
class Chart:
    """`lines` is the table below the drawing: the same periods in the same order, with the parts that have no bar."""

    id: str
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    width: int = WIDTH
    labels: int = LABELS

    @property
    def height(self) -> int:
        return ROW * len(self.bars) + 4

    @property
    def has_own(self) -> bool:
        return any(bar.line.own for bar in self.bars)

    @property
    def has_published(self) -> bool:
        return any(bar.line.mark is Mark.NUMBER and not bar.line.own for bar in self.bars)

    @property
    def has_breaks(self) -> bool:
        return any(bar.line.broken for bar in self.bars)

    @property
    def has_gaps(self) -> bool:
        return any(bar.line.mark is Mark.GAP for bar in self.bars)


def draw(id: str, series: PublishedSeries, own: Sequence[Figure] = ()) -> Chart:  # noqa: A002 - what HTML calls it
    """A chart of every period someone has a figure for, and of the years between that nobody has one for."""
    lines = [_published(row) for row in series.rows] + [_own(figure) for figure in own]
    return lay_out(id, _with_breaks(sorted(lines + _silent_years(lines), key=_place)))


def of_own(id: str, figures: Sequence[Figure]) -> Chart:  # noqa: A002 - what HTML calls it
    """A chart of our own figures alone, in the order given."""
    return lay_out(id, _with_breaks([_own(figure) for figure in figures]))


def lay_out(id: str, lines: Sequence[Line]) -> Chart:  # noqa: A002 - what HTML calls it
    """A bar for each line that is no part of another, in the order given."""
    drawn = [line for line in lines if not line.part]
    longest = max((line.number for line in drawn), default=0) or 1
    bars = (Bar(line, 2 + ROW * at, _width(line, longest)) for at, line in enumerate(drawn))
    return Chart(id, tuple(lines), tuple(bars))


def _with_breaks(lines: Sequence[Line]) -> list[Line]:
    marked, before = [], ""
    for line in lines:
        version = line.own.version if line.own else ""
        marked.append(replace(line, broken=True) if before and version and version != before else line)
        before = version or before
    return marked


def _place(line: Line) -> tuple[date, date, bool, bool, str]:
    """By period; published before own, a total before its parts."""
    return line.first, line.last, line.own is not None, line.part, line.published.figure.id if line.published else ""


def _width(line: Line, longest: float) -> int:
    if line.mark is Mark.NUMBER:
        return max(3, round(BARS * line.number / longest))
    return 24 if line.mark is Mark.GAP else 0


def _published(row: PublishedRow) -> Line:
    value = row.figure.value
    mark = {ValueKind.NUMBER: Mark.NUMBER, ValueKind.NONE: Mark.NONE}.get(value.kind, Mark.GAP)
    return Line(*row.period, mark, row.words, float(value.number or 0), published=row)


def _own(figure: Figure) -> Line:
    mark, number = Mark.GAP, 0
    match figure.value:
        case Number(count):
            mark, number = Mark.NUMBER, count
        case NoneCounted():
            mark = Mark.NONE
    return Line(figure.period.first, figure.period.last, mark, wording.words(figure.value), number, own=figure)


def _silent_years(lines: Sequence[Line]) -> list[Line]:
    """Years between the first and the last figure that no figure touches, one line for each run of them."""
    touched = sorted({year for line in lines for year in range(line.first.year, line.last.year + 1)})
    return [
        Line(date(before + 1, 1, 1), date(after - 1, 12, 31), Mark.GAP, wording.NOT_AVAILABLE)
        for before, after in pairwise(touched)
        if after - before > 1
    ]
