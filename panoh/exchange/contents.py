"""What a sent file says, read once and kept sealed: its rows as they stand, what the columns mean, who can be taken.

A workbook is not opened again for every part of it that is taken, and a row mended by saying what a column means is
read from here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, BinaryIO

from panoh.exchange.manifest import Fault, ManifestUnusable
from panoh.exchange.manifest.birth_dates import order_shown
from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap
from panoh.exchange.manifest.columns import Columns, meant
from panoh.exchange.manifest.reader import manifest_of, open_table
from panoh.exchange.manifest.table import FileNote, Record, Table
from panoh.exchange.packing import pack, unpack
from panoh.instruments.library import screening_instruments
from panoh.screening.rules.roster import RosterRow

MOST_ROWS = 50_000
MOST_SIGNS = 120_000_000
"""What all cells together may hold: packed files can say one long text of everybody."""
ENOUGH_DATES = 3
"""So many dates must show what stands first, and none the contrary, before the unclear ones are read alike."""
ABOUT_COLUMNS = frozenset(("no_columns", "missing_columns", "same_column_twice", "unknown_question"))
"""What an officer can mend here, by saying what a column means."""

NEVER_NUMBERS = frozenset(("document_number", "contact"))

WhichMap = Callable[[Sequence[str]], tuple[ColumnMap, str]]


@dataclass(frozen=True)
class Contents:
    """`bad`: numbers of the rows that cannot be taken. `unusable`: why nothing can be taken before the columns are clear.
    `numeric`: columns with values the file keeps as numbers."""

    kind: str
    headings: tuple[str, ...]
    records: tuple[Record, ...]
    numeric: frozenset[int] = frozenset()
    about_file: tuple[FileNote, ...] = ()
    about_reading: tuple[FileNote, ...] = ()
    column_map: ColumnMap = NO_MAP
    fields: tuple[str, ...] = ()
    people: tuple[RosterRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    bad: frozenset[int] = field(default_factory=frozenset)
    unusable: ManifestUnusable | None = None

    @classmethod
    def of(cls, payload: dict[str, Any]) -> Contents:
        return cls(**unpack(payload))

    def payload(self) -> dict[str, Any]:
        return pack(self)

    @property
    def notes(self) -> tuple[FileNote, ...]:
        return (*self.about_file, *self.about_reading)

    @property
    def left_out(self) -> tuple[str, ...]:
        return Columns(self.fields, self.headings, frozenset()).left_out


def contents_of_file(file: BinaryIO, *, sheet: str = "") -> Contents:
    """Every row of the file. Raises ManifestUnusable for what is no table of people, or too long a one."""
    table = open_table(file, sheet=sheet)
    headings = next(table.records, Record(1, ())).cells
    records = tuple(_at_most(table.records))
    if not records:
        _refuse_headings(headings)
        raise ManifestUnusable("header_only")
    return Contents(table.kind, headings, records, frozenset(table.numeric), tuple(table.notes))


def understood(contents: Contents, column_map: ColumnMap, *, on: date, source: str = "") -> Contents:
    """The same rows under what the columns mean. Raises ManifestUnusable where no saying of columns would help."""
    column_map, notes = _with_date_order(contents, column_map)
    if source:
        notes = (FileNote("source_used", {"source": source}), *notes)
    columns = meant(contents.headings, screening_instruments(), column_map)
    notes = (*notes, *_zeros_lost(contents, columns.fields))
    known = replace(contents, about_reading=notes, column_map=column_map, fields=columns.fields)
    try:
        return _read(known, on)
    except ManifestUnusable as unusable:
        if unusable.code not in ABOUT_COLUMNS:
            raise
        return replace(known, unusable=unusable, people=(), faults=(), bad=frozenset())


def _read(known: Contents, on: date) -> Contents:
    table = Table(known.kind, iter((Record(1, known.headings), *known.records)))
    manifest = manifest_of(table, on=on, instruments=screening_instruments(), column_map=known.column_map)
    people: list[RosterRow] = []
    faults: list[Fault] = []
    bad: set[int] = set()
    for line in manifest.lines:
        faults += line.faults
        if line.person is None:
            bad.add(line.number)
        else:
            people.append(line.person)
    return replace(known, people=tuple(people), faults=tuple(faults), bad=frozenset(bad), unusable=None)


def _at_most(records: Iterator[Record]) -> Iterator[Record]:
    people = signs = 0
    for record in records:
        signs += sum(map(len, record.cells))
        if signs > MOST_SIGNS:
            raise ManifestUnusable("too_large_unpacked", megabytes=signs // 1_000_000)
        if any(cell.strip() for cell in record.cells):
            people += 1
            if people > MOST_ROWS:
                raise ManifestUnusable("too_many_rows", most=MOST_ROWS)
            yield record


def _refuse_headings(headings: tuple[str, ...]) -> None:
    """A file of one line only is refused for its headings first, where they are none."""
    manifest_of(Table("csv", iter((Record(1, headings),))), on=date.min, instruments=screening_instruments())


def _zeros_lost(contents: Contents, fields: Sequence[str]) -> Iterator[FileNote]:
    """A paper or a telephone that is kept as a number has lost the zeros it began with, and nobody sees it."""
    places = [place for place, name in enumerate(fields) if name in NEVER_NUMBERS and place in contents.numeric]
    if places:
        yield FileNote("zeros_lost", {"columns": ", ".join(contents.headings[place] for place in places)})


def _with_date_order(contents: Contents, column_map: ColumnMap) -> tuple[ColumnMap, tuple[FileNote, ...]]:
    """Where the sender's order is not known and the column of births shows one, and never the other, it is taken."""
    fields = meant(contents.headings, screening_instruments(), column_map).fields
    if column_map.dates or "birth_date" not in fields:
        return column_map, ()
    place = fields.index("birth_date")
    shown = Counter(order_shown(each.cells[place]) for each in contents.records if place < len(each.cells))
    day, month = shown["day"], shown["month"]
    if day >= ENOUGH_DATES and not month:
        return replace(column_map, dates="day"), (FileNote("dates_day_first", {"clear": day}),)
    if month >= ENOUGH_DATES and not day:
        return replace(column_map, dates="month"), (FileNote("dates_month_first", {"clear": month}),)
    return column_map, ()
