"""Turning the master key while everybody works: a fresh one for all that is written, then old data keys wrapped anew.

Payloads are not touched. A row is changed only if its data key is still the one that was read, so an act that saves the
same record meanwhile is never overwritten; what it wrote under the old master key is found by the next walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from panoh.registry import ledger, vault
from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.key_ring import ring
from panoh.registry.models import SealedRecord

BATCH = 1000


def turn_master_key(*, at: datetime) -> str:
    """Make a fresh master key the current one; every process seals with it from its next act. Gives its name."""
    turned = ring().with_new_master()
    turned.save(Path(settings.KEY_RING_FILE))
    with transaction.atomic():
        ledger.write(act="turn_master_key", by=None, at=at, key=turned.current)
    return turned.current


def rewrap_everything(*, at: datetime) -> Iterator[int]:
    """Wrap every data key under the current master key; gives how many are done after each part.

    Each part is whole. It may be broken off and begun again at any time: what is done is not done twice.
    """
    done = 0
    for kind in sealed_models():
        for part in _in_parts(kind):
            done += _rewrap(kind, part)
            yield done
    with transaction.atomic():
        ledger.write(act="rewrap_keys", by=None, at=at, key=ring().current, records=done)


def retire_old_masters(*, at: datetime) -> list[str]:
    """Take every master key that wraps nothing any more out of the ring. Gives their names.

    A backup made before the rotation opens only with a copy of the keys of its own time, kept elsewhere.
    """
    used = {vault.master_of(key) for kind in sealed_models() for part in _in_parts(kind) for _, key in part}
    unused = set(ring().masters) - used - {ring().current}
    if unused:
        ring().without(unused).save(Path(settings.KEY_RING_FILE))
        with transaction.atomic():
            ledger.write(act="retire_master_keys", by=None, at=at, keys=sorted(unused))
    return sorted(unused)


def turn_ledger_key(*, at: datetime) -> str:
    """From the next line on the ledger is sealed by a fresh key; the one before seals that line and stays, to prove the rest.

    The ring is written first: what is broken off between the two leaves a key nobody uses, never a line nobody can prove.
    """
    turned, fresh = ring().with_next_segment()
    turned.save(Path(settings.KEY_RING_FILE))
    with transaction.atomic():
        ledger.begin_segment(fresh, at=at)
    ring().sealing_with(fresh).save(Path(settings.KEY_RING_FILE))
    return fresh


def _in_parts(kind: type[SealedRecord]) -> Iterator[list[tuple[UUID, bytes]]]:
    """(id, wrapped data key) of every record that has one, in the order of their ids."""
    rows = kind._default_manager.exclude(sealed_key=None).order_by("pk").values_list("pk", "sealed_key")
    part = [(pk, bytes(key)) for pk, key in rows[:BATCH] if key]
    while part:
        yield part
        part = [(pk, bytes(key)) for pk, key in rows.filter(pk__gt=part[-1][0])[:BATCH] if key]


def _rewrap(kind: type[SealedRecord], part: list[tuple[UUID, bytes]]) -> int:
    records = [kind(id=pk, sealed_key=key) for pk, key in part]
    changed = [(record, key) for record, (_, key) in zip(records, part, strict=True) if vault.rewrap(record)]
    column = kind._meta.pk
    rows = [(r.sealed_key, column.get_db_prep_value(r.id, connection), key) for r, key in changed]
    table = connection.ops.quote_name(kind._meta.db_table)
    update = f"UPDATE {table} SET sealed_key = %s WHERE id = %s AND sealed_key = %s"  # noqa: S608  # our own table's name
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(update, rows)
    return len(rows)
