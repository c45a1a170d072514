"""A fresh key laid over every digest by which no person is found: rows of lists, places of detention, marks, devices, codes.

What most of these were made from is not kept, so none is made anew: the digest on record is digested once more under a
key that was never stolen. A look-up goes the same way and asks for the digest in every form (`vault.blind_forms`).
1. The key is in the ring: whatever is written from then on is under it.
2. It is laid over everything on record, part by part; what is done is not done twice.
3. It is walked once more for what an act wrote that had read the ring before. Then the turn is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet

from panoh.registry import ledger, vault
from panoh.registry.key_ring import KeyRing, ring

AT_ONCE = 5000


def begin_layer(*, at: datetime) -> str:
    """A fresh layer, or the one of a turn that was broken off; its name."""
    keys = ring()
    if not keys.layers or keys.laid == list(keys.layers)[-1]:
        _save(keys.with_next_layer(), "begin_index_layer", at=at)
    return list(ring().layers)[-1]


def lay_over() -> Iterator[int]:
    """Everything that is not under the newest layer yet; gives how many records are done after each part.

    What is looked for under a lock is done under it, one roster, case or order at a time. The rest is one part, since two
    of its records may be held against each other: a victim and a suspect in one place are noticed at any moment.
    """
    done = _the_rest()
    yield done
    for kind in keyed_models():
        if within := _within(kind):
            for holder in list(_behind(kind).order_by(within).values_list(within, flat=True).distinct()):
                done += _one(kind, within, holder)
                yield done


def finish_layer(*, at: datetime) -> None:
    if ring().layers:
        _save(ring().all_laid(), "finish_index_layer", at=at)


def keyed_models() -> list[type[Model]]:
    """Every kind of record with such digests."""
    return [kind for kind in apps.get_models() if getattr(kind, "KEYED", ())]


@transaction.atomic
def _the_rest() -> int:
    return sum(_lay(kind, _behind(kind)) for kind in keyed_models() if not _within(kind))


@transaction.atomic
def _one(kind: type[Model], within: str, holder: Any) -> int:
    held = kind._meta.get_field(within).related_model
    assert isinstance(held, type)
    assert issubclass(held, Model)
    held._default_manager.select_for_update(no_key=True, of=("self",)).get(pk=holder)  # as an act takes it
    return _lay(kind, _behind(kind).filter(**{within: holder}))


def _lay(kind: type[Model], rows: QuerySet[Model]) -> int:
    names, done = kind.KEYED, 0  # type: ignore[attr-defined]  # only such kinds come here
    told: QuerySet[Model, Any] = rows.order_by("pk").values_list("pk", *names)
    part = list(told[:AT_ONCE])
    while part:
        for place, name in enumerate(names, start=1):
            _write(kind, name, [(row[0], row[place]) for row in part if row[place]])
        done += len(part)
        part = list(told.filter(pk__gt=part[-1][0])[:AT_ONCE])
    return done


def _write(kind: type[Model], name: str, stood: list[tuple[Any, Any]]) -> None:
    """Only where it still stands: what an act changed meanwhile, it wrote under the newest layer. Lists stand under a lock."""
    for pk, digests in stood:
        if isinstance(digests, list):
            kind._default_manager.filter(pk=pk).update(**{name: [_newest(each) for each in digests]})
    column, quoted = kind._meta.pk, connection.ops.quote_name
    rows = [(_newest(one), column.get_db_prep_value(pk, connection), one) for pk, one in stood if isinstance(one, str)]
    table, field = quoted(kind._meta.db_table), quoted(name)
    update = f"UPDATE {table} SET {field} = %s WHERE id = %s AND {field} = %s"  # noqa: S608  # our own tables' names
    with connection.cursor() as cursor:
        if rows:
            cursor.executemany(update, rows)


def _behind(kind: type[Model]) -> QuerySet[Model]:
    """Those with a digest the newest layer is not over. A list of digests goes with the one beside it."""
    missing = Q(pk__in=())
    for name in kind.KEYED:  # type: ignore[attr-defined]  # only such kinds come here
        if kind._meta.get_field(name).get_internal_type() == "CharField":
            missing |= ~Q(**{name: ""}) & ~Q(**{f"{name}__startswith": vault.newest_tag()})
    return kind._default_manager.filter(missing)


def _within(kind: type[Model]) -> str:
    return getattr(kind, "KEYED_WITHIN", "")


def _newest(digest: str) -> str:
    return vault.forms_from(digest)[-1]


def _save(turned: KeyRing, act: str, *, at: datetime) -> None:
    turned.save(Path(settings.KEY_RING_FILE))
    with transaction.atomic():
        ledger.write(act=act, by=None, at=at, layers=list(turned.layers))
