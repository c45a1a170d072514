"""Writing CSV that a spreadsheet opens without running anything: cells that look like formulas are made plain text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Written first, so that Excel takes the file for UTF-8."""

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


class _Line:
    """What csv.writer writes to: keeps the last row."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)
