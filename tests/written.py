"""What is written into the database: noted as it happens, and written again as it was without the acts that made it."""

from __future__ import annotations

from collections.abc import Callable
from re import compile as pattern
from typing import Any

from django.db import connection, transaction


class Written:
    """Stands before the database and notes which tables are written to. What it does not understand it lets nobody pass."""

    READING = pattern(r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT)\b")
    WRITING = pattern(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')

    def __init__(self) -> None:
        self.tables: dict[str, None] = {}

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self.READING.match(sql):
            written = self.WRITING.match(sql)
            assert written, f"neither plainly read nor plainly written: {sql}"
            self.tables[written.group(1)] = None
        return execute(sql, params, many, context)


class AgainAsBefore:
    """Sets up what a test begins with, in tables where nothing stands yet: acts make it the first time in a process, and
    each time after that the rows they left are written, in a statement for each table."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make
        self.statements: list[tuple[str, list[Any]]] = []

    def __call__(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            if self.statements:
                for statement, cells in self.statements:
                    cursor.execute(statement, cells)
            else:
                self._first_time()

    def _first_time(self) -> None:
        written = Written()
        with connection.execute_wrapper(written):
            self.make()
        self.statements = [_as_it_stands(table) for table in written.tables]


def _as_it_stands(table: str) -> tuple[str, list[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = cursor.fetchall()
    row = f"({', '.join(['%s'] * len(rows[0]))})"
    return f'INSERT INTO "{table}" VALUES {", ".join([row] * len(rows))}', [cell for cells in rows for cell in cells]
