"""Reads a list for linking from CSV text."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from panoh.names.linking.rows import Row

NAMES = ("name", "family", "given", "father")
BESIDES = ("birth_date", "sex", "document", "place")


class RowsUnreadable(ValueError):
    """The list cannot be used. The message says what to change."""


def read_rows(lines: Iterable[str]) -> tuple[Row, ...]:
    """Rows with the columns `name`, or its parts, and whatever of `BESIDES` there is; other columns are left alone. A birth
    date is a day as 1991-04-03 or a year."""
    rows = csv.DictReader(lines)
    if not set(NAMES) & set(rows.fieldnames or ()):
        raise RowsUnreadable(f"the first line must name the column name, or some of {', '.join(NAMES[1:])}")
    return tuple(_row(row) for row in rows)


def _row(row: dict[str, str | None]) -> Row:
    name = " ".join(filter(None, (row.get(column) for column in NAMES)))
    return Row(name, *(row.get(column) or "" for column in BESIDES))
