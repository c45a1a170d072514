"""Writing CSV and workbooks that a spreadsheet opens without running anything: what looks like a formula is made plain."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

BYTE_ORDER_MARK = "\ufeff"
"""Written first, so that Excel takes the file for UTF-8."""

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NOT_IN_WORKBOOKS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BEGINS_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def plain_cell(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would reckon it."""
    return f"'{text}" if text.lstrip(" ")[:1] in _BEGINS_FORMULA and text.strip() else text


def csv_lines(rows: Iterable[Sequence[object]], *, mark: bool = True) -> Iterator[str]:
    """Each row as one CSV text, every cell plain. The first begins with the mark of UTF-8."""
    line = _Line()
    writer = csv.writer(line)
    for number, row in enumerate(rows):
        writer.writerow([plain_cell(str(cell)) for cell in row])
        yield (BYTE_ORDER_MARK if mark and not number else "") + line.text


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as an Excel workbook, every cell a text: nothing is reckoned and no leading zero lost."""
    file = io.BytesIO()
    write_book(file, {"Panoh": ([str(cell) for cell in row] for row in rows)})
    return file.getvalue()


def write_book(file: IO[bytes], sheets: Mapping[str, Iterable[Sequence[object]]]) -> None:
    """A workbook written row by row. Whole numbers stay numbers; all else is text that nothing reckons."""
    from openpyxl import Workbook  # here, not above: whoever writes CSV need not load it
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        for row in rows:
            cells = [WriteOnlyCell(sheet, each if type(each) is int else _text(each)) for each in row]
            for cell, each in zip(cells, row, strict=True):
                if type(each) is not int:
                    cell.data_type = "s"
            sheet.append(cells)
    book.save(file)


def _text(value: object) -> str:
    return _NOT_IN_WORKBOOKS.sub("", plain_cell(str(value)))


class _Line:
    """What csv.writer writes to: keeps the last row."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)
