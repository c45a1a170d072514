"""A question as it is kept: its SQL put together once, with the places left open that are filled in at each request.

PostgreSQL is given it as a prepared statement, and plans it once for a connection as well. What is known while it is worded
stands in its text, so that the plan can rest on it (an index that holds open work alone); only who asks and when is sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, partial
from itertools import chain, count
from typing import Any

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Expression, Field, JSONField, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = tuple[Any, ...]
Answer = Callable[[], Iterable[Row]]
KEPT_BY_SERVER = 300
"""Prepared statements a connection keeps: those of some ten roles, in some 50 MB of the server."""
_PLACE = re.compile("%[s%]")


class Left(Expression):
    """A place left open in a question. Moments and days are moved on by periods, as they are everywhere. `once`: under
    this name the same value is made ready once for all that is asked together."""

    def __init__(self, fill: Callable[[Any], Any], output_field: Field[Any, Any], once: Hashable = None) -> None:
        super().__init__(output_field=output_field)
        self.fill, self.once = fill, once

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]

    def filled(self, asked: Any, connection: BaseDatabaseWrapper) -> Any:
        value = self.fill(asked)
        if self.once is None:
            return self.sent(value, connection)
        kept = asked.known.get(self.once)
        if kept is None or kept[0] != value:
            kept = asked.known[self.once] = (value, self.sent(value, connection))
        return kept[1]

    def sent(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """As the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)

    def __add__(self, period: timedelta) -> Left:  # type: ignore[override]  # no sum in SQL: it is reckoned beforehand
        moved = (self.once, period) if self.once else None
        return Left(lambda asked: self.fill(asked) + period, self.output_field, moved)

    def __sub__(self, period: timedelta) -> Left:  # type: ignore[override]  # as above
        return self + -period


class Given:
    """What is sent with a question, in the order of its SQL: what is known already, and places left open."""

    def __init__(self, given: Iterable[Any]) -> None:
        self.given, self._left = tuple(given), dict[Hashable, tuple[Left, list[int]]]()
        for place, each in enumerate(self.given):
            if isinstance(each, Left):
                self._left.setdefault(each.once or place, (each, []))[1].append(place)

    def filled(self, asked: Any, connection: BaseDatabaseWrapper) -> list[Any]:
        values = list(self.given)
        for left, places in self._left.values():
            value = left.filled(asked, connection)
            for place in places:
                values[place] = value
        return values

    def each_once(self, asked: Any, connection: BaseDatabaseWrapper) -> list[Any]:
        """What the places are filled with, as `numbered` has them."""
        return [left.filled(asked, connection) for left, _places in self._left.values()]

    def numbered(self, sql: str) -> str:
        """The SQL with a number for each value instead of a mark for each place; all that is sent must fill places left open."""
        of = {place: each for each, (_left, places) in enumerate(self._left.values(), 1) for place in places}
        number = count()
        return _PLACE.sub(lambda found: "%" if found[0] == "%%" else f"${of[next(number)]}", sql)


@dataclass(frozen=True)
class Prepared:
    sql: str
    given: Given
    anew: bool
    binary: bool
    form: tuple[str, ...]
    """The kinds of its columns."""
    converters: dict[int, tuple[list[Callable[[Any, Any, Any], Any]], Any]]

    def rows(self, asked: Any) -> Iterable[Row]:
        """`asked`: what the places left open are filled from."""
        return self.ask(asked)()

    def ask(self, asked: Any) -> Answer:
        """Sent; the rows come when the answer is called for."""
        connection = connections[DEFAULT_DB_ALIAS]
        if self.anew:
            cursor = connection.cursor()
            cursor.execute(self.sql, self.given.filled(asked, connection))
        else:
            cursor = sent(self, asked, connection, binary=self.binary)

        def answer() -> Iterable[Row]:
            with cursor:
                found = cursor.fetchall()
            return self._converted(found, connection) if self.converters else found

        return answer

    @cached_property
    def numbered(self) -> str:
        return self.given.numbered(self.sql)

    def alike(self) -> Hashable:
        """Questions that are alike can be asked in one statement. None where this one cannot."""
        plain = connections[DEFAULT_DB_ALIAS].vendor == "postgresql" and not self.anew and not self.converters
        return (self.binary, self.form) if plain else None

    def _converted(self, rows: Iterable[Row], connection: BaseDatabaseWrapper) -> Iterator[Row]:
        for row in rows:
            values = list(row)
            for place, (converters, expression) in self.converters.items():
                if values[place] is not None:
                    for convert in converters:
                        values[place] = convert(values[place], expression, connection)
            yield tuple(values)


class AtOnce:
    """Questions that are alike, as one statement: each statement costs more than most answers."""

    def __init__(self, questions: Sequence[Prepared]) -> None:
        parts = (f'(SELECT {place} AS "of", q.* FROM ({each.sql}) q)' for place, each in enumerate(questions))  # noqa: S608 (its own)
        self.sql, self.questions = " UNION ALL ".join(parts), questions
        self.given = Given(chain.from_iterable(each.given.given for each in questions))

    @cached_property
    def numbered(self) -> str:
        return self.given.numbered(self.sql)

    def ask(self, asked: Any) -> list[Answer]:
        connection = connections[DEFAULT_DB_ALIAS]
        cursor = sent(self, asked, connection, binary=self.questions[0].binary)
        found: list[list[Row]] = []

        def answer(place: int) -> Iterable[Row]:
            if not found:
                found.extend([] for _ in self.questions)
                with cursor:
                    for row in cursor.fetchall():
                        found[row[0]].append(row[1:])
            return found[place]

        return [partial(answer, place) for place in range(len(self.questions))]


@contextmanager
def together() -> Iterator[None]:
    """What is asked within is sent at once, and PostgreSQL answers one after the other without being waited for. What it refuses
    comes at the end, as Django names it."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def prepared(found: QuerySet[Any, Any], *, anew: bool = False) -> tuple[Prepared, SQLCompiler] | None:
    """With what says how its rows are laid out. None where nothing can ever be found. `anew`: planned each time, as the
    best way depends on who asks."""
    connection = connections[DEFAULT_DB_ALIAS]
    compiler = found.query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        sql, given = compiler.as_sql()
    except EmptyResultSet:
        return None
    if connection.vendor == "postgresql":
        sql, given = _with_all_that_is_known(sql, given, connection)
    fields = [each[0] for each in compiler.select[: compiler.col_count]]
    form = tuple(str(each.output_field.db_type(connection)).partition("(")[0] for each in fields)
    return Prepared(sql, Given(given), anew, _binary(fields), form, compiler.get_converters(fields)), compiler


def _binary(fields: Iterable[Any]) -> bool:
    """Moments are read far faster so; what is kept as JSON Django reads as text."""
    return not any(isinstance(each.output_field, JSONField) for each in fields)


def _with_all_that_is_known(sql: str, given: Iterable[Any], connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
    """The SQL with every value in it but for the places left open, and those."""
    known, left = iter(given), []
    with connection.cursor() as cursor:

        def written(place: re.Match[str]) -> str:
            if place[0] == "%%":
                return "%%"
            value = next(known)
            if isinstance(value, Left):
                left.append(value)
                return "%s"
            return str(cursor.mogrify("%s", [value])).replace("%", "%%")

        return _PLACE.sub(written, sql), left


def sent(worded: Prepared | AtOnce, asked: Any, connection: BaseDatabaseWrapper, *, binary: bool) -> CursorWrapper:
    """PostgreSQL is given numbered values: psycopg takes a long text with marks apart anew each time. What is sent is not
    written out for whoever listens, so to them it goes with marks."""
    if connection.vendor != "postgresql":
        cursor = connection.cursor()
        cursor.execute(worded.sql, worded.given.filled(asked, connection))
    elif connection.queries_logged:
        cursor = _cursor(connection, psycopg.Cursor, binary=binary)
        cursor.execute(worded.sql, worded.given.filled(asked, connection))
    else:
        cursor = _cursor(connection, psycopg.RawCursor, binary=binary)
        cursor.execute(worded.numbered, worded.given.each_once(asked, connection))
    return cursor


def _cursor(connection: BaseDatabaseWrapper, kind: Callable[[Any], Any], *, binary: bool) -> CursorWrapper:
    connection.ensure_connection()
    connection.connection.prepared_max = KEPT_BY_SERVER
    cursor = kind(connection.connection)
    cursor.format = psycopg.pq.Format(binary)
    return connection._prepare_cursor(cursor)  # type: ignore[attr-defined, no-any-return]  # the way all cursors of Django go
