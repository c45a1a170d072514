"""Making every blind index entry anew, after an upgrade that finds people in another way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from panoh.registry import ledger, vault
from panoh.registry.actions.people import keys_of
from panoh.registry.models import Person, PersonKey

BATCH = 500


def index_people(*, at: datetime) -> Iterator[int]:
    """Make the entries of everybody on record anew; gives how many are done after each part.

    Each part is whole with a ledger line of its own, for every name in it is read. It may be broken off and begun
    again at any time, and people registered or corrected meanwhile have the new entries already.
    """
    done, last = 0, UUID(int=0)
    while ids := list(Person.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        index_part(ids, at=at)
        done, last = done + len(ids), ids[-1]
        yield done


@transaction.atomic
def index_part(ids: list[UUID], *, at: datetime) -> None:
    # a correction waits, or is read here
    people = Person.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    fresh = [key for person in people if person.sealed for key in keys_of(person, vault.unseal(person))]
    PersonKey.objects.filter(person__in=ids).delete()
    PersonKey.objects.bulk_create(fresh)
    fields = ("names", "birth_date", "documents")
    ledger.write(act="index_people", by=None, at=at, fields=fields, purpose="index", people=len(ids))
