"""A CSV as a table: the separator is found, and a text cell that is a byte of another encoding is marked odd."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from panoh.exchange.manifest.encoding import text_of
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.manifest.table import NOT_UTF8_MARKS, FileNote, Odd, Record, Table

SEPARATORS = ",;\t"
_MARKED = re.compile(f"[{NOT_UTF8_MARKS}]")


def csv_table(file: BinaryIO, start: bytes, *, only_utf8: bool) -> Table:
    text = text_of(file, start, only_utf8=only_utf8)
    first = next(text.lines)
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(_again(first, text.lines), delimiter=separator, strict=False)
    notes = [FileNote("encoding_taken", {"looks_like": text.taken_for})] if text.taken_for else []
    return Table("csv", _records(reader), notes, separator)


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _records(reader: Iterator[list[str]]) -> Iterator[Record]:
    row = 0
    try:
        for row, cells in enumerate(reader, start=1):
            yield _record(row, cells)
    except csv.Error:
        raise ManifestUnusable("quotation_open", row=row + 1) from None


def _record(row: int, cells: list[str]) -> Record:
    odd = {
        place: Odd("other_encoding") for place, cell in enumerate(cells) if not cell.isascii() and _MARKED.search(cell)
    }
    for place in odd:
        cells[place] = _MARKED.sub("�", cells[place])
    return Record(row, tuple(cells), odd)
