"""Reads a manifest line by line, so that a list of a million people takes no more memory than its repeats need."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import BinaryIO

from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap
from panoh.exchange.manifest.columns import Columns, columns_of
from panoh.exchange.manifest.csv_table import csv_table
from panoh.exchange.manifest.encoding import start_of
from panoh.exchange.manifest.faults import Fault, ManifestUnusable, shape_of
from panoh.exchange.manifest.parquet_table import parquet_table
from panoh.exchange.manifest.rows import RowReader
from panoh.exchange.manifest.table import FileNote, Record, Table
from panoh.exchange.manifest.unpacking import OLD_OR_LOCKED, PACKED, PARQUET, old_or_locked
from panoh.exchange.manifest.workbook import workbook_table
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.roster import RosterRow, likeness


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, numbered as a spreadsheet does (headings are row 1): the person, or None with the faults."""

    number: int
    cells: tuple[str, ...]
    person: RosterRow | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Manifest:
    """An opened list: its kind (csv, xlsx, parquet), what its columns mean, what is to be told of the file as a whole,
    and its lines, which can be walked once."""

    columns: Columns
    separator: str
    lines: Iterator[Line]
    kind: str = "csv"
    notes: Sequence[FileNote] = ()


def open_manifest(
    file: BinaryIO,
    *,
    on: date,
    instruments: Sequence[ScreeningInstrument],
    most_rows: int | None = None,
    column_map: ColumnMap = NO_MAP,
    sheet: str = "",
) -> Manifest:
    """Read the headings. Raises ManifestUnusable, here or while the lines are walked, when the file is no manifest.

    `on`: the day of the list; nobody on it was born later. `column_map`: how its sender's lists are read.
    `sheet`: which of a workbook, where it is not the first with headings we know.
    """
    table = open_table(file, sheet=sheet, only_utf8=True)
    return manifest_of(table, on=on, instruments=instruments, most_rows=most_rows, column_map=column_map)


def manifest_of(
    table: Table,
    *,
    on: date,
    instruments: Sequence[ScreeningInstrument],
    most_rows: int | None = None,
    column_map: ColumnMap = NO_MAP,
) -> Manifest:
    """The lines of a table that is opened, or was kept."""
    headings = next(table.records, Record(1, ()))
    columns = columns_of(headings.cells, instruments, column_map)
    lines = _lines(table.records, RowReader(columns, on, column_map), most_rows)
    return Manifest(columns, table.separator, lines, table.kind, table.notes)


def open_table(file: BinaryIO, *, sheet: str = "", only_utf8: bool = False) -> Table:
    """Told by its first bytes, whatever its name says. Other encodings are read where it is sure which, and told in a
    note: `only_utf8` where nobody reads notes before the list is used. `sheet`: which of a workbook."""
    start = start_of(file)
    if start.startswith((PACKED, PARQUET)):
        whole = _again(file, start)
        return workbook_table(whole, sheet) if start.startswith(PACKED) else parquet_table(whole)
    if start.startswith(OLD_OR_LOCKED):
        raise old_or_locked(start, file)
    return csv_table(file, start, only_utf8=only_utf8)


def _again(file: BinaryIO, start: bytes) -> BinaryIO:
    """From its first byte: what is packed is read from its end, so a pipe is read to its end first."""
    if file.seekable():
        file.seek(0)
        return file
    return io.BytesIO(start + file.read())


def _lines(records: Iterator[Record], rows: RowReader, most_rows: int | None) -> Iterator[Line]:
    repeats, people = _Repeats(rows.columns), 0
    for record in records:
        if not any(cell.strip() for cell in record.cells):
            continue
        people += 1
        if most_rows is not None and people > most_rows:
            raise ManifestUnusable("too_many_rows", most=most_rows)
        person, faults = rows.read(record)
        if person is not None:
            person, faults = repeats.look(person, faults)
        yield Line(record.number, record.cells, person, faults)
    if not people:
        raise ManifestUnusable("header_only")


class _Repeats:
    """Remembers eight bytes per person: enough that two different people are mistaken for one less than once in
    thirty million lists of a million."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._seen: dict[int, int] = {}

    def look(self, person: RosterRow, faults: tuple[Fault, ...]) -> tuple[RosterRow | None, tuple[Fault, ...]]:
        like = likeness(person)
        mark = int.from_bytes(blake2b(like.text.encode(), digest_size=8).digest(), "big")
        earlier = self._seen.setdefault(mark, person.row)
        if earlier == person.row:
            return person, faults
        fault = self._fault(person, earlier, certain=like.certain)
        return (person if fault.is_note else None), (*faults, fault)

    def _fault(self, person: RosterRow, earlier: int, *, certain: bool) -> Fault:
        if person.document:
            return Fault(
                person.row,
                self._columns.heading("document_number"),
                "same_document",
                shape_of(person.document),
                earlier,
            )
        return Fault(person.row, "", "same_person" if certain else "namesake", "", earlier)
