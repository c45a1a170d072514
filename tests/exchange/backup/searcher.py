"""`python -m tests.exchange.backup.searcher`: looks for people on record by name, again and again, until it is killed, and says
after each search how many it has done. Somebody who is not found ends it with an error."""

from __future__ import annotations

import sys
from itertools import count

from panoh.web.commands import with_records
from tests.exchange.backup.writer import MARK


def main() -> None:
    with_records()
    from panoh.registry import vault
    from panoh.registry.models import Person
    from panoh.registry.queries import find_people

    known = [(each, vault.unseal(each)["names"][0]["text"]) for each in Person.objects.exclude(sealed_key=None)]
    known = [(each, name) for each, name in known if name.startswith(MARK)]
    assert known, "nobody is there to look for"
    for number in count():
        person, name = known[number % len(known)]
        assert person in find_people(names=(name,)), f"somebody was not found after {number} searches"
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
