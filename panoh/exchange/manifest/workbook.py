"""An Excel workbook as a table, row by row: the sheet with headings we know, days as days, and nothing odd passed over."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO

from panoh.exchange.manifest.columns import known_heading
from panoh.exchange.manifest.faults import ManifestUnusable, shape_of
from panoh.exchange.manifest.sheet_marks import Marks, marks_of
from panoh.exchange.manifest.table import FileNote, Odd, Record, Table, text_of_value
from panoh.exchange.manifest.unpacking import checked_archive

HEADINGS_WITHIN = 20
"""Above the headings a list may have a title and a date, but no more rows than these."""
_NUMBERS = (int, float)
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))


def workbook_table(file: BinaryIO, wanted: str = "") -> Table:
    """`wanted`: the name of a sheet; without one the first with headings we know is read."""
    from openpyxl import load_workbook  # here, not above: whoever reads CSV need not load it

    archive = checked_archive(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and validations openpyxl does not know
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "reset_dimensions")]
            for sheet in sheets:
                sheet.reset_dimensions()
            chosen, above = _sheet_with_headings(_named(sheets, wanted))
            marks = marks_of(archive.open(chosen._worksheet_path))
    except ManifestUnusable:
        raise
    except Exception:  # a workbook can be broken in any part; openpyxl raises whatever its parser met there
        raise ManifestUnusable("damaged") from None
    notes = [*_of_sheets(sheets, chosen), *_of_marks(marks, above)]
    numeric: set[int] = set()
    return Table("xlsx", _records(chosen, above, marks, numeric), notes, numeric=numeric)


def _named(sheets: Sequence[Any], name: str) -> list[Any]:
    """Large and small letters and spaces around a name do not matter; Excel tells no two sheets apart by them."""
    wanted = name.strip().casefold()
    found = [sheet for sheet in sheets if wanted in {"", sheet.title.strip().casefold()}]
    if sheets and not found:
        raise ManifestUnusable("no_such_sheet", sheet=name.strip(), sheets=", ".join(sheet.title for sheet in sheets))
    return found


def _sheet_with_headings(sheets: Sequence[Any]) -> tuple[Any, int]:
    """The sheet and the row its headings stand in: the first row with a heading we know, else the first filled one."""
    filled: tuple[Any, int] | None = None
    for sheet in sorted(sheets, key=lambda each: each.sheet_state != "visible"):
        for number, cells in enumerate(islice(sheet.iter_rows(values_only=True), HEADINGS_WITHIN), start=1):
            texts = [text_of_value(cell).strip() for cell in cells]
            if any(map(known_heading, texts)):
                return sheet, number
            if filled is None and any(texts):
                filled = sheet, number
    if filled is None:
        raise ManifestUnusable("empty")
    return filled


def _of_sheets(sheets: Sequence[Any], chosen: Any) -> Iterator[FileNote]:
    others = [sheet.title for sheet in sheets if sheet is not chosen]
    if others:
        yield FileNote("other_sheets", {"sheet": chosen.title, "others": ", ".join(others)})
    if chosen.sheet_state != "visible":
        yield FileNote("hidden_sheet", {"sheet": chosen.title})


def _of_marks(marks: Marks, above: int) -> Iterator[FileNote]:
    if above > 1:
        yield FileNote("headings_below", {"row": above})
    rows = [row for row in marks.hidden_rows if row > above]
    if rows:
        yield FileNote("hidden_rows", {"count": len(rows), "first": rows[0]})
    if marks.hidden_columns:
        yield FileNote("hidden_columns", {"columns": ", ".join(marks.hidden_columns[:20])})


def _records(sheet: Any, above: int, marks: Marks, numeric: set[int]) -> Iterator[Record]:
    """Rows from the headings on, as wide as these; what lies beyond them only where it is filled."""
    number = above
    try:
        rows = enumerate(sheet.iter_rows(min_row=above, values_only=True), start=above)
        _, first = next(rows)
        headings = _without_end(tuple(text_of_value(cell) for cell in first))
        yield Record(above, headings)
        width, spread = len(headings), marks.spread()
        for number, cells in rows:
            texts = [text_of_value(cell) for cell in cells]
            numeric.update(place for place, cell in enumerate(cells) if type(cell) in _NUMBERS)
            texts += [""] * (width - len(texts))
            odd = _odd_cells(number, texts, marks)
            odd.update(spread.into(number, texts))
            yield Record(number, (*texts[:width], *_without_end(tuple(texts[width:]))), odd)
    except ManifestUnusable:
        raise
    except Exception:  # as above
        raise ManifestUnusable("damaged", row=number + 1) from None


def _odd_cells(number: int, texts: list[str], marks: Marks) -> dict[int, Odd]:
    odd = {
        place: Odd("formula", shape_of(texts[place])) for place in marks.formulas.get(number, ()) if place < len(texts)
    }
    odd.update(
        {place: Odd("error_value", text) for place, text in enumerate(texts) if text[:1] == "#" and text in _ERRORS}
    )
    return odd


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    filled = next((place for place in range(len(cells), 0, -1) if cells[place - 1]), 0)
    return tuple(chain(cells[:filled]))
