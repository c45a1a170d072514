"""Turning the key by which people are found, while everybody searches: after a theft of the key ring, and once a year.

Where a turn stands is said by the ring and the rows themselves, so that it can be broken off anywhere and begun again.
1. A second key is in the ring: whoever is registered or corrected is put under both, and people are found by the first.
2. Everybody on record is put under the second key as well, part by part.
3. People are found by the second key; nobody is put under the first any more.
4. What was made under the first key is removed, part by part.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from panoh.registry import ledger
from panoh.registry.actions.indexing import BATCH, index_part
from panoh.registry.key_ring import KeyRing, ring
from panoh.registry.models import Person, PersonKey

REMOVED_AT_ONCE = 5000


def begin_index_key(*, at: datetime) -> str:
    """A second key, or the one of a turn that was broken off; its name. Empty where of such a turn only the removing is left."""
    keys = ring()
    if _former().exists():
        return ""
    if len(keys.index_keys) == 1:
        _save(keys.with_next_index(), "begin_index_key", at=at)
    return list(ring().people)[-1]


def put_under_next(*, at: datetime) -> Iterator[int]:
    """Everybody not under the second key yet; gives how many are done after each part. Walked again until nobody is
    left: an act that read the ring before the second key was there put its person under the first alone."""
    done, following = 0, list(ring().index_keys)[-1]
    while _not_under(following).exists():
        last = UUID(int=0)
        while ids := list(_not_under(following).filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            index_part(ids, at=at)
            done, last = done + len(ids), ids[-1]
            yield done


def find_by_next(*, at: datetime) -> None:
    """From the next search on people are found by the second key, which everybody is under."""
    if len(ring().index_keys) == 2:
        _save(ring().found_by_next(), "find_by_next", at=at)


def remove_former(*, at: datetime) -> Iterator[int]:
    """What was made under keys that are not in the ring any more, of people who are found by one that is: in a copy of before
    a turn that was put back nobody is yet, and none of them may be lost."""
    done, found = 0, PersonKey.objects.filter(person=OuterRef("person"), under=ring().found_by)
    while ids := list(_former().filter(Exists(found)).order_by("pk").values_list("pk", flat=True)[:REMOVED_AT_ONCE]):
        done += PersonKey.objects.filter(pk__in=ids).delete()[0]
        yield done
    with transaction.atomic():
        ledger.write(act="remove_former_index", by=None, at=at, key=ring().found_by, entries=done)


def _former() -> QuerySet[PersonKey]:
    return PersonKey.objects.exclude(under__in=list(ring().index_keys))


def _not_under(key: str) -> QuerySet[Person]:
    """People who can be found, and not by this key yet. Whoever was erased has no entry at all."""
    entries = PersonKey.objects.filter(person=OuterRef("pk"))
    return Person.objects.filter(Exists(entries), ~Exists(entries.filter(under=key))).order_by("pk")


def _save(turned: KeyRing, act: str, *, at: datetime) -> None:
    turned.save(Path(settings.KEY_RING_FILE))
    with transaction.atomic():
        ledger.write(act=act, by=None, at=at, keys=sorted(turned.index_keys))
