"""One record by its key, for whoever may have it: the question is put into SQL once for a role, as those of lists are.

Every act and every page begins so, and to word what a role reaches costs many times what the database needs to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

from panoh.registry.asking import THIS_MOMENT, Asked, Reader, forgotten_with_questions
from panoh.registry.laid_out import Records, laid_out
from panoh.registry.models import Officer
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
        kept = (connections[DEFAULT_DB_ALIAS].vendor, viewer.role, viewer.is_active, on)
        if kept not in self._worded:
            self._worded[kept] = self._put(Reader(viewer.role, viewer.is_active, asks_much=False), on)
        worded = self._worded[kept]
        found = worded.read(Asked(viewer, moment(), about=key)) if worded else ()
        return cast("M | None", found[0] if found else None)

    def forget(self) -> None:
        self._worded.clear()

    def _put(self, reader: Reader, on: tuple[Hashable, ...]) -> Records | None:
        with at_moment(cast(datetime, THIS_MOMENT)):
            rows = self.rows(cast(Officer, reader), *on)
            return laid_out(rows.filter(pk=Left(lambda asked: asked.about, rows.model._meta.pk)))
