"""Public figures as rows: of tables, each with a bar as long as its share, and of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.periods import Caveat
from panoh.statistics.rules.publication.shown import HIDDEN, Hidden, Public, PublicFigure
from panoh.statistics.rules.publication.text import Published
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, kind

COLUMNS = (
    "figure", "definition_version", "counting_unit", "period_start", "period_end", "edition", "breakdown", "row", "persons",
    "value_kind", "reason",
)  # fmt: skip
WHOLE = 100
HIDDEN_WORDS = Words("not shown", "не показано", "нишон дода намешавад")


@dataclass(frozen=True)
class PublicRow:
    name: Words
    value: Public
    most: int
    """The longest bar of the table."""

    @property
    def words(self) -> Words:
        return HIDDEN_WORDS if isinstance(self.value, Hidden) else wording.words(self.value)

    @property
    def why(self) -> Words | None:
        return wording.REASONS[self.value.reason] if isinstance(self.value, NotAvailable) else None

    @property
    def hidden(self) -> bool:
        return isinstance(self.value, Hidden)

    @property
    def number(self) -> bool:
        return isinstance(self.value, Number)

    @property
    def share(self) -> int:
        """How long the bar is, of a hundred."""
        return round(WHOLE * self.value.count / self.most) if isinstance(self.value, Number) and self.most else 0


@dataclass(frozen=True)
class ShownTable:
    name: Words
    edition: int
    rows: tuple[PublicRow, ...]


@dataclass(frozen=True)
class ShownFigure:
    """One figure with everything a page needs; its words are those of the publication."""

    figure: PublicFigure
    name: Words
    counts: Words
    total: PublicRow
    tables: tuple[ShownTable, ...]
    stands: bool
    """Its numbers are those of an edition before this one: it was corrected by too little to be shown."""

    @property
    def unit(self) -> Words:
        return wording.UNITS[self.figure.counting_unit]

    @property
    def nobody(self) -> bool:
        """Counted, and there was nobody: every row of every table says the same, so a page says it once."""
        return isinstance(self.figure.value, NoneCounted)

    @property
    def withheld(self) -> tuple[Words, ...]:
        return tuple(wording.DIMENSIONS[each] for each in self.figure.withheld)

    @property
    def caveats(self) -> tuple[Words, ...]:
        return tuple(wording.CAVEATS[Caveat(each)] for each in self.figure.caveats)


def shown(public: Published, regions: Mapping[str, Words]) -> tuple[ShownFigure, ...]:
    made = []
    for figure in public.figures:
        name, counts = public.words[figure.definition]
        tables = tuple(
            ShownTable(
                wording.DIMENSIONS[each.dimension],
                each.edition,
                bars([(wording.category(each.dimension, key, regions), value) for key, value in each.parts]),
            )
            for each in figure.tables
        )
        [total] = bars([(name, figure.value)])
        made.append(ShownFigure(figure, name, counts, total, tables, figure.edition != public.edition))
    return tuple(made)


def bars(rows: list[tuple[Words, Public]]) -> tuple[PublicRow, ...]:
    most = max((value.count for _name, value in rows if isinstance(value, Number)), default=0)
    return tuple(PublicRow(name, value, most) for name, value in rows)


def file_rows(public: Published) -> Iterator[tuple[object, ...]]:
    """Every number of the publication. Hidden is a word and never a number; what is not available says why."""
    for figure in public.figures:
        head = (figure.definition, figure.version, figure.counting_unit, public.period.first, public.period.last)
        yield (*head, figure.edition, "total", "total", *_cells(figure.value))
        for table in figure.tables:
            for key, value in table.parts:
                yield (*head, table.edition, table.dimension, key, *_cells(value))


def _cells(value: Public) -> tuple[object, object, object]:
    if isinstance(value, Hidden):
        return "", HIDDEN, ""
    if isinstance(value, NotAvailable):
        return "", kind(value), value.reason.value
    return (value.count if isinstance(value, Number) else 0), kind(value), ""
