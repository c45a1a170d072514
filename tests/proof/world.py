"""A small installation in which a story happens: its officers, its clock, and every record of it at one moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import sha256
from random import Random
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from panoh.protection.actions import PlaceGiven, open_shelter
from panoh.registry.key_ring import ring
from panoh.registry.models import Agency, Case, Desk, Installation, LedgerEntry, LedgerHead, Officer, Post
from tests.cast import Cast, hire
from tests.identification.panels import sits_at
from tests.written import AgainAsBefore, Written

STANDING = (Agency, Desk, Post, Officer, Installation, LedgerEntry, LedgerHead)
"""Set up before the story and not changed by it; the ledger has promises of its own."""

MORE_POSTS = {
    "dilbar": "guardian",
    "sino": "migration_authority",
    "latofat": "consular_officer",
}
ON_THE_PANEL = {"lola": "panel_health.formal_decider"}
"""A third member, of a third agency."""
PLACES = (
    PlaceGiven("1", 1, "women"),
    PlaceGiven("2", 1, "men"),
    PlaceGiven("3", 1, "girls"),
    PlaceGiven("4", 1, "family"),
    PlaceGiven("4", 2, "family"),
)

Row = Mapping[str, Any]


@dataclass
class World:
    """Who acts in the story, when it is, and the pages that officers opened earlier and may still act on."""

    cast: Cast
    now: datetime
    records: Records
    pages: list[Case] = field(default_factory=list)
    at_work_on: Case | None = None

    def case(self, dice: Random) -> Case | None:
        """The case somebody is at work on; else any as it stands now, or as it stood when somebody opened its page."""
        if self.at_work_on is not None:
            return self.at_work_on
        if self.pages and dice.random() < 0.12:
            return dice.choice(self.pages)
        found = Case.objects.select_related("person", "desk", "manager").order_by("opened_at", "reference")
        cases = list(found)
        return dice.choice(cases) if cases else None

    def officers(self) -> dict[str, Officer]:
        return self.cast.officers


@dataclass(frozen=True)
class Records:
    """Every record but the standing ones and the ledger's, by the name of its kind and its key.

    `raw` is what the database gave, by which it is seen at once in which kinds anything changed.
    """

    kinds: Mapping[str, Mapping[object, Row]]
    raw: Mapping[str, list[tuple[Any, ...]]]

    @classmethod
    def taken(cls, earlier: Records | None = None, *, written: Collection[str] | None = None) -> Records:
        """As they stand now; where it is known which tables were written to since, only those are read again."""
        kinds, raw = (dict(earlier.kinds), dict(earlier.raw)) if earlier else ({}, {})
        for model in told_of():
            name = model.__name__
            if earlier and written is not None and model._meta.db_table not in written:
                continue
            now = _raw(model)
            if raw.get(name) != now:
                kinds[name], raw[name] = _rows(model), now
        return cls(kinds, raw)

    def of(self, model: type[Model]) -> Iterable[Row]:
        return self.kinds[model.__name__].values()

    def one(self, model: type[Model], key: object) -> Row:
        return self.kinds[model.__name__][key]

    def digest(self) -> str:
        """The same for the same records, whoever reads them."""
        return sha256(repr(sorted(self.raw.items())).encode()).hexdigest()

    def changed(self, earlier: Records) -> tuple[str, ...]:
        """The kinds of record of which anything is new, different or gone."""
        return tuple(
            name for name, rows in self.kinds.items() if rows is not earlier.kinds[name] and rows != earlier.kinds[name]
        )


@cache
def told_of() -> tuple[type[Model], ...]:
    return tuple(model for model in apps.get_app_config("panoh").get_models() if model not in STANDING)


@contextmanager
def standing_since(earlier: Records) -> Iterator[Callable[[], Records]]:
    """Inside, each call gives the records as they stand: of all there were, only tables written to since are read again."""
    written = Written()
    with connection.execute_wrapper(written):
        yield lambda: Records.taken(earlier, written=written.tables)


def founded(*, at: datetime, earlier: Records | None = None) -> World:
    """Everyone in their post and a shelter with five beds: set up once in a database, and every story begins there.
    `earlier`: the records as they stand, for whoever has read them already."""
    if not Installation.objects.exists():
        _set_up(at, ring().ledger)()
    officers = Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username")
    return World(Cast(officers), at, earlier or Records.taken())


@cache
def _set_up(at: datetime, sealed_with: bytes) -> AgainAsBefore:
    return AgainAsBefore(lambda: _sets_up(at=at))


def _sets_up(*, at: datetime) -> None:
    cast = hire(at=at)
    for name, role in MORE_POSTS.items():
        post = Post.objects.filter(role=role).order_by("pk")[0]
        Officer.objects.create(post=post, username=name, name=name.title(), password="!")
    for name, code in ON_THE_PANEL.items():
        sits_at(code, name)
    open_shelter(desk=cast.shahlo.desk, code="river", address="by the river", places=PLACES, by=cast.shahlo, at=at)


def _raw(model: type[Model]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY 1")
        return [tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row) for row in cursor]


def _rows(model: type[Model]) -> dict[object, Row]:
    return {row[model._meta.pk.attname]: row for row in model._default_manager.values()}
