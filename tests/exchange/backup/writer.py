"""`python -m tests.exchange.backup.writer`: puts people on record one after the other until it is killed, and says after
each which line of the ledger it was acknowledged with. A failed act ends it with an error."""

from __future__ import annotations

import sys
from itertools import count

from panoh.web.commands import with_records

MARK = "Қанорӣ"


def main() -> None:
    with_records()
    from django.utils import timezone

    from panoh.registry.actions import PersonGiven, register_person
    from panoh.registry.models import LedgerHead, Officer

    officer = Officer.objects.earliest("pk")
    for number in count():
        given = PersonGiven(names=((f"{MARK} {number}", "own_word"),))
        register_person(given=given, by=officer, at=timezone.localtime())
        sys.stdout.write(f"{LedgerHead.objects.get(pk=1).seq}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
