"""A flight with a list, and somebody on record whom a line of it may be: for the tests of matches."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Person
from panoh.screening.actions import import_roster, open_operation
from panoh.screening.models import Operation, RosterMatch
from panoh.screening.rules.roster import RosterRow

DAY = date(2026, 11, 16)


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)


@pytest.fixture
def on_record(cast, now):
    """Puts somebody on record at the desk of an officer (another one than Zarina's)."""

    def put(name: str, born: str = "1990-05-31", *, number: str = "", sex: str = "unknown", by=None) -> Person:
        year = int(born[:4]) if born else None
        papers = (("passport", number),) if number else ()
        given = PersonGiven(
            names=((name, "passport"),), birth_date=born, born_from=year, born_to=year, sex=sex, documents=papers
        )
        person = register_person(given=given, by=by or cast.behruz, at=now)
        open_case(person=person, track="adult", by=by or cast.behruz, at=now)
        return person

    return put


@pytest.fixture
def take(flight, cast, now):
    return lambda *rows: import_roster(operation=flight, rows=rows, by=cast.zarina, at=now)


def row(number: int, name: str, born: str = "1990-05-31", **more) -> RosterRow:
    year = int(born[:4]) if born else None
    return RosterRow(number, name, birth_date=born, born_from=year, born_to=year, **more)


def proposed() -> list[tuple[int, str]]:
    return list(RosterMatch.objects.order_by("entry__row").values_list("entry__row", "strength"))
