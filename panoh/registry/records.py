"""The records behind the lines of a list, read by their keys: put into SQL once, as the questions are that find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler

from panoh.registry.prepared import Left, Prepared, Row, prepared

Rows = Callable[[], QuerySet[Any]]
AT_ONCE = (4, 20, 101)
"""How many keys a wording has places for."""


def by_key(rows: Rows, keys: Sequence[Any]) -> dict[Any, Any]:
    """The records of these keys that are still there."""
    found = [each for some in _at_once(keys) for each in _records_of(rows, len(some), _vendor()).read(some)]
    if found and (beside := rows()._prefetch_related_lookups):  # type: ignore[attr-defined]  # what comes in reads of its own
        prefetch_related_objects(found, *beside)
    return {each.pk: each for each in found}


def columns_of(rows: Rows, way: str, columns: tuple[str, ...], keys: Sequence[Any]) -> list[Row]:
    """These columns of the records that lead by `way` to one of these keys."""
    return [row for some in _at_once(keys) for row in _columns_of(rows, way, columns, len(some), _vendor()).rows(some)]


def everything(rows: Rows) -> list[Any]:
    """All the records of a short list."""
    return list(_all_records(rows, _vendor()).read(()))


@dataclass(frozen=True)
class Records:
    """Rows put together to records as a query set does it: the model's own columns, and those of records beside it."""

    worded: Prepared
    model: type[Model]
    columns: slice
    names: list[str]
    beside: list[Any]
    added: dict[str, int]

    def read(self, asked: Any) -> Iterator[Model]:
        """`asked`: what the places left open are filled from."""
        for row in self.worded.rows(asked):
            record = self.model.from_db(DEFAULT_DB_ALIAS, self.names, row[self.columns])
            for each in self.beside:
                each.populate(row, record)
            for name, place in self.added.items():
                setattr(record, name, row[place])
            yield record


@cache
def _records_of(rows: Rows, places: int, _vendor: str) -> Records:
    wanted = rows().order_by()
    return laid_out(*_worded(wanted.filter(pk__in=_places(wanted.model._meta.pk, places))))


@cache
def _all_records(rows: Rows, _vendor: str) -> Records:
    return laid_out(*_worded(rows()))


@cache
def _columns_of(rows: Rows, way: str, columns: tuple[str, ...], places: int, _vendor: str) -> Prepared:
    wanted = rows()
    keys = _places(wanted.model._meta.get_field(way).target_field, places)
    return _worded(wanted.filter(**{f"{way}__pk__in": keys}).values_list(*columns))[0]


def laid_out(worded: Prepared, compiler: SQLCompiler) -> Records:
    """How rows of this wording are put together to records."""
    shape, select = compiler.klass_info, compiler.select
    columns = slice(shape["select_fields"][0], shape["select_fields"][-1] + 1)
    names = [each[0].target.attname for each in select[columns]]
    beside = get_related_populators(shape, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # stubs of a later Django
    return Records(worded, shape["model"], columns, names, beside, dict(compiler.annotation_col_map))


def _worded(wanted: QuerySet[Any, Any]) -> tuple[Prepared, SQLCompiler]:
    worded = prepared(wanted)
    assert worded, "there are places, so something can be found"
    return worded


def _at_once(keys: Sequence[Any]) -> Iterator[list[Any]]:
    """As many as a wording has places for; places left over repeat the last key."""
    for start in range(0, len(keys), AT_ONCE[-1]):
        some = keys[start : start + AT_ONCE[-1]]
        yield [*some, *[some[-1]] * (next(each for each in AT_ONCE if each >= len(some)) - len(some))]


def _places(kept_as: Any, number: int) -> list[Left]:
    return [_place(place, kept_as) for place in range(number)]


def _place(place: int, kept_as: Any) -> Left:
    return Left(lambda keys: keys[place], kept_as)


def _vendor() -> str:
    return connections[DEFAULT_DB_ALIAS].vendor
