"""Whoever has the database has no name: no row of any table, with something written at every stage, holds a mark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from tests.journeys import ways

pytestmark = pytest.mark.django_db
MARKS = (*ways.WHO_SHE_IS, *ways.SAID, ways.ADDRESS, ways.WORDS, ways.REASONS, ways.LABEL, ways.NOTE)


def cells() -> Iterator[tuple[str, bytes]]:
    """As they lie in the database: SQLite keeps what is JSON with its letters escaped, PostgreSQL as they are."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # a name the database gave
            for row in cursor.fetchall():
                yield from ((table, _bytes(cell)) for cell in row if cell is not None)


def _bytes(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def written(mark: str) -> tuple[bytes, ...]:
    """A mark in every way it could lie there."""
    return tuple(mark.encode(each) for each in ("utf-8", "utf-16-le", "unicode_escape", "cp1251", "koi8_t"))


def test_no_row_names_her_or_says_what_she_said(world):
    found = {(table, mark) for table, cell in cells() for mark in MARKS if any(form in cell for form in written(mark))}

    assert found == set()


def test_the_search_finds_what_lies_there_plainly(world):
    """Otherwise the test above would pass on an empty database."""
    tables = {table for table, cell in cells() if b"DEMO 632" in cell}

    assert tables == {"panoh_operation"}
    assert len({table for table, _cell in cells()}) > 100
