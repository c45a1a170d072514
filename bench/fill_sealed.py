"""`python -m bench.fill_sealed PEOPLE LINES`: puts this many sealed people on record, and this many lines in the ledger."""

from __future__ import annotations

import sys

from panoh.web.commands import with_records

BATCH = 10_000


def fill(people: int, lines: int) -> None:
    from django.db import transaction
    from django.utils import timezone

    from panoh.registry import ledger, vault
    from panoh.registry.models import Person

    now = timezone.now()
    for start in range(0, people, BATCH):
        some = [
            Person(reference=f"B{start + number:09d}", registered_at=now)
            for number in range(min(BATCH, people - start))
        ]
        for number, person in enumerate(some):
            vault.seal(person, {"names": [{"text": f"Invented {start + number}", "source": "own_word"}]})
        Person.objects.bulk_create(some)
    for start in range(0, lines, BATCH):
        with transaction.atomic():
            for number in range(min(BATCH, lines - start)):
                fields, subject = ("names", "birth_date"), f"person:{start + number:032x}"
                ledger.write(act="read_person", by=None, at=now, subject=subject, fields=fields, purpose="interview")


if __name__ == "__main__":
    with_records()
    fill(int(sys.argv[1]), int(sys.argv[2]))
