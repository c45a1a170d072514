"""The records behind the lines of a list, read by their keys: put into SQL once, as the questions are that find them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from panoh.registry.laid_out import Keys, Records, at_once, laid_out, places_for
from panoh.registry.prepared import Prepared, Row, prepared

Rows = Callable[[], QuerySet[Any]]


def by_key(rows: Rows, keys: Sequence[Any]) -> dict[Any, Any]:
    """The records of these keys that are still there."""
    vendor = _vendor()
    found = (each for some in at_once(keys) for each in _records_of(rows, len(some), vendor).read(Keys(some)))
    return {each.pk: each for each in found}


def columns_of(rows: Rows, way: str, columns: tuple[str, ...], keys: Sequence[Any]) -> list[Row]:
    """These columns of the records that lead by `way` to one of these keys."""
    worded = ((_columns_of(rows, way, columns, len(some), _vendor()), some) for some in at_once(keys))
    return [row for each, some in worded for row in each.rows(Keys(some))]


def everything(rows: Rows) -> list[Any]:
    """All the records of a short list."""
    return _all_records(rows, _vendor()).read(Keys())


@cache
def _records_of(rows: Rows, places: int, _vendor: str) -> Records:
    wanted = rows().order_by()
    return _laid_out(wanted.filter(pk__in=places_for(wanted.model._meta.pk, places)))


@cache
def _all_records(rows: Rows, _vendor: str) -> Records:
    return _laid_out(rows())


@cache
def _columns_of(rows: Rows, way: str, columns: tuple[str, ...], places: int, _vendor: str) -> Prepared:
    wanted = rows()
    keys = places_for(wanted.model._meta.get_field(way).target_field, places)
    return _worded(wanted.filter(**{f"{way}__pk__in": keys}).values_list(*columns))


def _worded(wanted: QuerySet[Any, Any]) -> Prepared:
    worded = prepared(wanted)
    assert worded, "there are places, so something can be found"
    return worded[0]


def _laid_out(wanted: QuerySet[Any]) -> Records:
    found = laid_out(wanted)
    assert found, "as above"
    return found


def _vendor() -> str:
    return connections[DEFAULT_DB_ALIAS].vendor
