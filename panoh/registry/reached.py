"""One record by its key, for whoever may have it: the question is put into SQL once for a role, as those of lists are.

Every act and every page begins so, and to word what a role reaches costs many times what the database needs to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet, UUIDField

from panoh.registry.asking import THIS_MOMENT, Asked, Reader, forgotten_with_questions
from panoh.registry.laid_out import Records, laid_out
from panoh.registry.models import Officer
from panoh.registry.models.any_of import AnyOf
from panoh.registry.moment import at_moment, moment
from panoh.registry.prepared import Left

M = TypeVar("M", bound=Model)


class Reached(Generic[M]):
    """The record of a key among `rows(viewer, *on)`, with the records beside it that `rows` selects."""

    def __init__(self, rows: Callable[..., QuerySet[M]]) -> None:
        self.rows = rows
        self._worded: dict[Hashable, Records | None] = {}
        forgotten_with_questions(self)

    def of(self, viewer: Officer, key: Any, *on: Hashable) -> M | None:
        """None where there is no such record, or not for this viewer. `on`: what else the wording depends on, as an act."""
        worded = self._worded_for(viewer, on)
        found = worded.read(Asked(viewer, moment(), about=key)) if worded else ()
        return cast("M | None", found[0] if found else None)

    def forget(self) -> None:
        self._worded.clear()

    def _worded_for(self, viewer: Officer, on: tuple[Hashable, ...]) -> Records | None:
        kept = (connections[DEFAULT_DB_ALIAS].vendor, viewer.role, viewer.is_active, on)
        if kept not in self._worded:
            reader = Reader(viewer.role, viewer.is_active, asks_much=False)
            with at_moment(cast(datetime, THIS_MOMENT)):
                self._worded[kept] = laid_out(self.asked(self.rows(cast(Officer, reader), *on)))
        return self._worded[kept]

    def asked(self, rows: QuerySet[M]) -> QuerySet[M]:
        """Those of the rows that are asked for; the key is filled in."""
        return rows.filter(pk=Left(lambda asked: asked.about, rows.model._meta.pk))


class ReachedBy(Reached[M]):
    """The records that lead by `way` to any of some keys."""

    def __init__(self, rows: Callable[..., QuerySet[M]], way: str) -> None:
        super().__init__(rows)
        self.way = way

    def asked(self, rows: QuerySet[M]) -> QuerySet[M]:
        return rows.filter(**{f"{self.way}__pk__any_of": _ANY})

    def of_any(self, viewer: Officer, keys: Sequence[UUID], *on: Hashable) -> list[M]:
        worded = self._worded_for(viewer, on)
        return cast("list[M]", worded.read(Asked(viewer, moment(), keys=keys)) if worded else [])


class _Any(Left):
    def sent(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return AnyOf.given(value, connection)


_ANY = _Any(lambda asked: asked.keys, UUIDField())
