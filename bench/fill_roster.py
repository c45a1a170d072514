"""`python -m bench.fill_roster N`: an operation of Zarina's desk with N people, in the states of a day's work."""

from __future__ import annotations

import sys
from datetime import timedelta
from random import Random

from panoh.web.commands import with_records

if __name__ == "__main__":
    with_records()
    from django.utils import timezone

    from panoh.names.invent import people
    from panoh.registry import vault
    from panoh.registry.models import Officer
    from panoh.screening.actions import open_operation
    from panoh.screening.models import RosterEntry

    size, at, random = int(sys.argv[1]), timezone.now(), Random(1)
    zarina = Officer.objects.select_related("post__desk").get(username="zarina")
    day = (at - timedelta(days=1)).date()
    operation = open_operation(kind="flight", title=f"DEMO {size}", on=day, expected=size, by=zarina, at=at)
    entries = []
    for number, someone in enumerate(people(size, seed=size), start=1):
        entry = RosterEntry(
            operation=operation,
            row=number,
            digest=vault.blind("roster", f"line:{size}:{number}"),
            sex={"f": "female", "m": "male"}[someone.sex],
            born_from=someone.birth_date.year,
            born_to=someone.birth_date.year,
            nationality=someone.nationality,
            urgency=random.choice((0, 0, 0, 1, 2, 8, 32, 64)),
            status=random.choice(("to_screen", "to_screen", "screened", "screened", "moved_on", "not_met", "again")),
        )
        if entry.status == "moved_on":
            entry.moved_to, entry.said_by = "left", "seen"
        vault.seal(entry, {"name": f"{someone.given} {someone.family}", "document": someone.document_number})
        entries.append(entry)
    RosterEntry.objects.bulk_create(entries, batch_size=1000)
    print(operation.pk)
