"""Plain tables of answers in CSV. What a row says is never repeated in a message: it may be about a person."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.csv

from panoh.exchange.bulk.headings import layout_of
from panoh.exchange.bulk.layout import Layout
from panoh.exchange.bulk.tables import Table, numbered
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.manifest.csv_table import SEPARATORS
from panoh.instruments.kinds.screening import ScreeningInstrument

_BLOCK = 1 << 23
_ANSWER = pa.dictionary(pa.int32(), pa.string())


def open_csv(
    path: Path, instrument: ScreeningInstrument, known: Sequence[ScreeningInstrument], *, id_heading: str = ""
) -> Table:
    """Rows are numbered as a spreadsheet does: the headings are row 1. A blank line is somebody nobody asked: a row
    too many does no harm, a person left out would."""
    separator, headings = _headings(path)
    layout = layout_of(headings, instrument, known, id_heading=id_heading)
    lines = _Lines(separator)
    return Table(layout, numbered(lines.read(path, layout), layout, 2))


class _Lines:
    """Reads in one thread, as only then Arrow knows the number of a row; reckoning has the others."""

    def __init__(self, separator: str) -> None:
        self._separator, self._odd = separator, 0

    def read(self, path: Path, layout: Layout) -> Iterator[pa.RecordBatch]:
        wanted = list(layout.read.values())
        kinds = {**dict.fromkeys(wanted, _ANSWER), layout.id_heading: pa.string()}
        convert = pa.csv.ConvertOptions(include_columns=wanted, column_types=kinds, strings_can_be_null=False)
        parse = pa.csv.ParseOptions(delimiter=self._separator, ignore_empty_lines=False, invalid_row_handler=self._look)
        read = pa.csv.ReadOptions(use_threads=False, block_size=_BLOCK)
        try:
            yield from pa.csv.open_csv(path, read_options=read, parse_options=parse, convert_options=convert)
        except pa.ArrowInvalid:
            raise self._refusal() from None

    def _look(self, row: pa.csv.InvalidRow) -> Literal["error"]:
        self._odd = self._odd or row.number or 0
        return "error"

    def _refusal(self) -> TableUnusable:
        if self._odd:
            return TableUnusable(
                f"row {self._odd:,}: There are more or fewer cells than headings. Compare the row with its neighbours; "
                "often a comma in a text is missing its quotation marks."
            )
        return TableUnusable("This CSV file cannot be read; its text is not UTF-8 or is cut off. Save it as CSV UTF-8.")


def _headings(path: Path) -> tuple[str, list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
    separator = max(SEPARATORS, key=first.count)
    parse = pa.csv.ParseOptions(delimiter=separator)
    return separator, pa.csv.read_csv(io.BytesIO(first.encode()), parse_options=parse).column_names
