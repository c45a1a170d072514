"""Questions asked at every request: put into SQL once for a role, and from then on only filled in with who asks, and when.

Wording a question (rights, joins, conditions) costs more than its answer, and depends on the role alone: it is worded for a
stand-in that has a role and nothing else, at a moment that is not known yet, so that no person and no day can stay in it.
Kept is the wording. Officer, post, rights of the desk and every record are read anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, DateTimeField, Expression, Field, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from panoh.registry.models import Officer
from panoh.registry.moment import at_moment, moment

T = TypeVar("T")
Row = tuple[Any, ...]
Found = Callable[..., QuerySet[Any, Any]]


@dataclass(frozen=True)
class Asked:
    """Who asks, and when."""

    viewer: Officer
    now: datetime


class Left(Expression):
    """A place left open in a question. Moments and days are moved on by periods, as they are everywhere."""

    def __init__(self, fill: Callable[[Asked], Any], output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.fill = fill

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]

    def filled(self, asked: Asked, connection: BaseDatabaseWrapper) -> Any:
        return self.output_field.get_db_prep_value(self.fill(asked), connection)

    def __add__(self, period: timedelta) -> Left:  # type: ignore[override]  # no sum in SQL: it is reckoned beforehand
        return Left(lambda asked: self.fill(asked) + period, self.output_field)

    def __sub__(self, period: timedelta) -> Left:  # type: ignore[override]  # as above
        return self + -period


class _DeskOfReader(Left):
    def __init__(self) -> None:
        super().__init__(lambda asked: asked.viewer.desk.pk, BigIntegerField())

    @property
    def pk(self) -> Left:
        return self


class Reader(Left):
    """Stands for any officer in a role, where an officer is compared with."""

    def __init__(self, role: str, is_active: bool) -> None:
        super().__init__(lambda asked: asked.viewer.pk, BigIntegerField())
        self.role, self.is_active, self.desk = role, is_active, _DeskOfReader()

    @property
    def pk(self) -> Left:
        return self


NOW = Left(lambda asked: asked.now, DateTimeField())
THIS_MOMENT = Left(lambda _asked: moment(), DateTimeField())


def reckoned(now: datetime, by: Callable[[datetime], T], kept_as: Field[Any, Any]) -> T:
    """What a rule makes of a moment; in a question that is being worded, once the moment is known."""
    if isinstance(now, Left):
        return cast(T, Left(lambda asked: by(now.fill(asked)), kept_as))
    return by(now)


@dataclass(frozen=True)
class _Worded:
    sql: str
    given: tuple[Any, ...]
    converters: dict[int, tuple[list[Callable[[Any, Any, Any], Any]], Any]]


class Asks(Protocol):
    """Whatever gives rows when it is asked."""

    def answers(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]: ...


class Question:
    """Which rows `found(viewer, now, *on)` finds, of each the columns named, at most so many."""

    def __init__(self, found: Found, *columns: str, most: int) -> None:
        self.found, self.columns, self.most = found, columns, most
        self._worded: dict[Hashable, _Worded | None] = {}
        _asked_before.append(self)

    def answers(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        """`on`: what else the wording depends on, such as the versions of the procedure that cases run under."""
        connection = connections[DEFAULT_DB_ALIAS]
        role, is_active = asked.viewer.role, asked.viewer.is_active
        kept = (connection.vendor, role, is_active, on)
        if kept not in self._worded:
            self._worded[kept] = self._put(cast(Officer, Reader(role, is_active)), on)
        worded = self._worded[kept]
        if worded is None:
            return []
        given = [each.filled(asked, connection) if isinstance(each, Left) else each for each in worded.given]
        with connection.cursor() as cursor:
            cursor.execute(worded.sql, given)
            return list(_read(cursor.fetchall(), worded, connection))

    def directly(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        """The same, worded for this very officer and moment (a test compares the two)."""
        return list(self._rows(asked.viewer, asked.now, on))

    def forget(self) -> None:
        self._worded.clear()

    def _rows(self, viewer: Officer, now: datetime, on: tuple[Hashable, ...]) -> QuerySet[Any, Row]:
        return self.found(viewer, now, *on).values_list(*self.columns)[: self.most]

    def _put(self, reader: Officer, on: tuple[Hashable, ...]) -> _Worded | None:
        """None where a post in this role never finds anything."""
        with at_moment(cast(datetime, THIS_MOMENT)):
            compiler = self._rows(reader, cast(datetime, NOW), on).query.get_compiler(DEFAULT_DB_ALIAS)
            try:
                sql, given = compiler.as_sql()
            except EmptyResultSet:
                return None
        fields = [each[0] for each in compiler.select[: compiler.col_count]]
        return _Worded(sql, tuple(given), compiler.get_converters(fields))


_asked_before: list[Question] = []


def forget_wordings() -> None:
    """Word every question anew (for tests, which change what is asked)."""
    for each in _asked_before:
        each.forget()


def _read(rows: list[Row], worded: _Worded, connection: BaseDatabaseWrapper) -> Iterator[Row]:
    if not worded.converters:
        yield from rows
        return
    for row in rows:
        values = list(row)
        for place, (converters, expression) in worded.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        yield tuple(values)
