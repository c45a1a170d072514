"""Published series put in order: parts told from totals, and several figures for one period left side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.figure import PublishedFigure, ValueKind
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording

# How the table says that a row is contained in another one, such as "women (part of the 20)".
_PART = re.compile(r"\bpart of the \d+")


@dataclass(frozen=True)
class PublishedRow:
    """`part` is contained in another row. `not_alone`: others say something on the same period; neither is the true one
    by itself, and they are neither added nor averaged."""

    figure: PublishedFigure
    part: bool
    not_alone: bool

    @property
    def words(self) -> Words:
        return wording.published(self.figure.value)

    @property
    def period(self) -> tuple[date, date]:
        return self.figure.period_start, self.figure.period_end


@dataclass(frozen=True)
class PublishedSeries:
    key: str
    rows: tuple[PublishedRow, ...]

    @property
    def name(self) -> Words:
        return wording.SERIES[self.key]

    @property
    def side_by_side(self) -> bool:
        return any(row.not_alone for row in self.rows)


def arrange(figures: Iterable[PublishedFigure], key: str) -> PublishedSeries:
    """One series by period, oldest first, a total before its parts."""
    mine = [figure for figure in figures if figure.series == key and figure.value.kind is not ValueKind.TEXT]
    totals = Counter((each.period_start, each.period_end) for each in mine if not _is_part(each))
    rows = (
        PublishedRow(each, _is_part(each), not _is_part(each) and totals[each.period_start, each.period_end] > 1)
        for each in mine
    )
    return PublishedSeries(key, tuple(sorted(rows, key=lambda row: (row.period, row.part, row.figure.id))))


def _is_part(figure: PublishedFigure) -> bool:
    return bool(_PART.search(figure.breakdown))
