"""Reads a manifest line by line, so that a list of a million people takes no more memory than its repeats need."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import BinaryIO

from panoh.exchange.manifest.columns import Columns, columns_of
from panoh.exchange.manifest.encoding import text_of
from panoh.exchange.manifest.faults import Fault, ManifestUnusable, shape_of
from panoh.exchange.manifest.rows import RowReader
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.roster import RosterRow, likeness

SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, numbered as a spreadsheet does (headings are row 1): the person, or None with the faults."""

    number: int
    cells: tuple[str, ...]
    person: RosterRow | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Manifest:
    """An opened list: what its columns mean, and its lines, which can be walked once."""

    columns: Columns
    separator: str
    lines: Iterator[Line]


def open_manifest(
    file: BinaryIO, *, on: date, instruments: Sequence[ScreeningInstrument], most_rows: int | None = None
) -> Manifest:
    """Read the headings. Raises ManifestUnusable, here or while the lines are walked, when the file is no manifest.

    `on`: the day of the list; nobody on it was born later.
    """
    text = text_of(file)
    first = next(text)
    separator = max(SEPARATORS, key=first.count)
    records = _records(csv.reader(_again(first, text), delimiter=separator, strict=False))
    columns = columns_of(next(records, []), instruments)
    return Manifest(columns, separator, _lines(records, columns, on, most_rows))


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _records(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    row = 0
    try:
        for row, cells in enumerate(reader, start=1):  # noqa: B007 - the row is named when reading breaks off
            yield cells
    except csv.Error:
        raise ManifestUnusable("quotation_open", row=row + 1) from None


def _lines(records: Iterator[list[str]], columns: Columns, on: date, most_rows: int | None) -> Iterator[Line]:
    rows, repeats, people = RowReader(columns, on), _Repeats(columns), 0
    for number, cells in enumerate(records, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        people += 1
        if most_rows is not None and people > most_rows:
            raise ManifestUnusable("too_many_rows", most=most_rows)
        person, faults = rows.read(number, cells)
        if person is not None:
            person, faults = repeats.look(person, faults)
        yield Line(number, tuple(cells), person, faults)
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
