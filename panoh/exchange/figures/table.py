"""The one table all files are made of: every cell of the data sheet, with the tags of the Humanitarian Exchange Language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from panoh.statistics.rules.sheet import Sheet
from panoh.statistics.rules.table_file import COLUMNS, sheet_rows

HXL = {
    "figure": "#indicator+code",
    "definition_version": "#meta+version",
    "counting_unit": "#indicator+unit",
    "period_start": "#date+start",
    "period_end": "#date+end",
    "breakdown": "#meta+breakdown",
    "row": "#meta+category",
    "value": "#indicator+num",
    "value_kind": "#status+value",
    "reason": "#status+reason",
    "caveats": "#meta+caveat",
    "not_for_publication": "#access+restricted",
}
VALUE = COLUMNS.index("value")


def rows(sheet: Sheet, *, tagged: bool = False) -> Iterator[Sequence[str]]:
    """Heads, the row of tags where it is asked for, and every cell of the sheet."""
    yield COLUMNS
    if tagged:
        yield [HXL[column] for column in COLUMNS]
    yield from sheet_rows(sheet)


def records(sheet: Sheet) -> Iterator[dict[str, str | int | None]]:
    """The same rows by name; a value is a number, or nothing where it is not available."""
    for row in sheet_rows(sheet):
        found: dict[str, str | int | None] = dict(zip(COLUMNS, row, strict=True))
        yield {**found, "value": int(row[VALUE]) if row[VALUE] else None}


def numbered(lines: Iterator[Sequence[str]]) -> Iterator[list[str | int]]:
    """For a workbook: values as numbers, all else as text. The head has none."""
    for row in lines:
        yield [int(each) if at == VALUE and each.isdecimal() else each for at, each in enumerate(row)]
