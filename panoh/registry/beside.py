"""What stands beside one record – the needs, clocks and decisions of a case –, put into SQL once, as lists and records are.

A case page asks some forty such things, and to put one into SQL costs ten times what the database needs to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, ForeignKey, Model, QuerySet

from panoh.registry.asking import THIS_MOMENT, Asked, Reader, forgotten_with_questions
from panoh.registry.laid_out import Records, laid_out
from panoh.registry.looks import read_once
from panoh.registry.models import Officer
from panoh.registry.moment import at_moment, moment
from panoh.registry.prepared import Left

M = TypeVar("M", bound=Model)


class Beside(Generic[M]):
    """What `rows(of, *on)` finds for the record whose key `of` stands for, in its order, each led back to it by `way`.

    Asked for an officer, it is `rows(of, viewer, *on)`, worded once for their role. Nobody's rights are asked here: whoever
    asks has reached the record, or `rows` asks the table.
    """

    def __init__(self, rows: Callable[..., QuerySet[M]], way: str = "case") -> None:
        self.rows, self.way = rows, way
        self._worded: dict[Hashable, tuple[Records | None, ForeignKey[Any, Any] | None]] = {}
        forgotten_with_questions(self)

    def of(self, record: Model, *on: Hashable, viewer: Officer | None = None) -> tuple[M, ...]:
        """`on`: what else the wording depends on."""
        key = (self, record.pk, viewer and viewer.pk, on)
        return read_once(key, lambda: self._read(record, on, viewer))

    def first(self, record: Model, *on: Hashable, viewer: Officer | None = None) -> M | None:
        return next(iter(self.of(record, *on, viewer=viewer)), None)

    def forget(self) -> None:
        self._worded.clear()

    def _read(self, record: Model, on: tuple[Hashable, ...], viewer: Officer | None) -> tuple[M, ...]:
        kept = (connections[DEFAULT_DB_ALIAS].vendor, viewer and (viewer.role, viewer.is_active), on)
        if kept not in self._worded:
            self._worded[kept] = self._put(type(record)._meta.pk, on, viewer)
        worded, way = self._worded[kept]
        found = worded.read(Asked(cast(Officer, viewer), moment(), about=record.pk)) if worded else []
        if way:
            for each in found:
                way.set_cached_value(each, record)
        return tuple(found)

    def _put(self, kept_as: Any, on: tuple[Hashable, ...], viewer: Officer | None) -> Any:
        of = Left(lambda asked: asked.about, kept_as)
        asks = (Reader(viewer.role, viewer.is_active, asks_much=False),) if viewer else ()
        with at_moment(cast(datetime, THIS_MOMENT)):
            rows = self.rows(of, *asks, *on)
            return laid_out(rows), _way(rows, self.way)


def _way(rows: QuerySet[Any], way: str) -> Field[Any, Any] | None:
    """None where it is more than one step, or the row leads to no record by it."""
    return None if "__" in way or not way else rows.model._meta.get_field(way)
