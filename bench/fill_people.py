"""`python -m bench.fill_people N`: puts invented people on record up to N, each with a case, and prints how some are asked for.

Sealed and indexed as the acts leave them, by name and birth date of their first paper. What is printed is what another paper of
the same person says: script, text, the reference of the case and the year of birth, one JSON list a line.
"""

from __future__ import annotations

import json
import sys
from random import Random
from typing import TYPE_CHECKING

from panoh.registry.references import ALPHABET
from panoh.web.commands import with_records

if TYPE_CHECKING:
    from bench.cases import Making
    from panoh.names.invent import InventedPerson
    from panoh.registry.models import Case, Officer

AT_ONCE = 5_000
ASKED_FOR = 240


def fill_up_to(wanted: int) -> list[tuple[InventedPerson, Case]]:
    """Returns some of those who came, evenly spread."""
    from panoh.names.invent import invent
    from panoh.registry.models import Case, Officer

    by, there = Officer.objects.select_related("post__desk").get(username="zarina"), Case.objects.count()
    every, some = max(1, (wanted - there) // ASKED_FOR), []
    for start in range(there, wanted, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, wanted))
        people = [invent(9_000_000 + number) for number in numbers]
        cases = _on_record(people, by, first=start)
        some += [
            pair for number, pair in zip(numbers, zip(people, cases, strict=True), strict=True) if number % every == 0
        ]
    return some[:ASKED_FOR]


def _on_record(people: list[InventedPerson], by: Officer, *, first: int) -> list[Case]:
    """Sealed, indexed and with a case; without lines in the ledger, which no search reads. References are numbered: of millions
    drawn by lot two are alike."""
    from django.db import transaction
    from django.utils import timezone

    from bench.cases import Making
    from panoh.registry.models import Case, Person

    making = Making(by, by.desk, "presumed", timezone.now())
    cases = [making.case_of(each) for each in people]
    for number, case in enumerate(cases, first):
        case.reference, case.person.reference = _numbered(2 * number), _numbered(2 * number + 1)
    with transaction.atomic():
        Person.objects.bulk_create(each.person for each in cases)
        Case.objects.bulk_create(cases)
        _index([(each.person.pk, *key) for each, who in zip(cases, people, strict=True) for key in _keys(making, who)])
    return cases


def _keys(making: Making, who: InventedPerson) -> list[tuple[str, str]]:
    """Born keys too, as those have whose paper was read."""
    from panoh.registry.queries.people import birth_digests

    year = who.birth_date.year
    born = birth_digests(
        names=(f"{who.given} {who.family}",), birth_date=who.birth_date.isoformat(), born_from=year, born_to=year
    )
    return [*making.keys_of(who), *born]


def _numbered(number: int) -> str:
    letters = len(ALPHABET)
    written = "".join(ALPHABET[number // letters**place % letters] for place in reversed(range(8)))
    return f"{written[:4]}-{written[4:]}"


def _index(rows: list[tuple[object, str, str]]) -> None:
    """Millions of them, so by COPY where there is one."""
    from django.db import connection

    from panoh.registry.models import PersonKey

    if connection.vendor != "postgresql":
        PersonKey.objects.bulk_create(PersonKey(person_id=who, kind=kind, digest=digest) for who, kind, digest in rows)
        return
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY panoh_personkey (person_id, kind, digest, under) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row((*row, ""))


def main(wanted: int) -> None:
    from django.db import connection

    from panoh.names.invent import respell

    some, random = fill_up_to(wanted), Random(wanted)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as the server does by itself, sooner or later
    for who, case in some:
        written = respell(who, random)
        print(json.dumps([written.script, written.text, case.reference, who.birth_date.year]))


if __name__ == "__main__":
    with_records()
    main(int(sys.argv[1]))
