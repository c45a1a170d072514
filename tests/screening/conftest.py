"""An interview at the stages the tests need: begun, agreed, answered."""

from __future__ import annotations

import pytest

from panoh.registry.actions import PersonGiven
from panoh.screening.actions import (
    begin_screening,
    choose_instrument,
    import_roster,
    open_operation,
    record_agreement,
    record_answers,
)
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.rules.roster import RosterRow
from tests.screening.on_record import flight, on_record, take  # noqa: F401  # fixtures of matches, kept apart
from tests.screening.rosters import add, komron, people, raid  # noqa: F401  # fixtures of rosters, kept apart

ADULT, ADULT_SEXUAL, CHILD = "ilo_ec_adult_labour", "ilo_ec_adult_sexual", "ilo_ec_child_labour"
COERCED = {"AL.CD.documents": "yes", "AL.CD.debt_bondage": "yes"}
GIVEN = PersonGiven(
    names=(("Фирӯз Раҳимов", "passport"),),
    sex="male",
    birth_date="1994-03-02",
    born_from=1994,
    born_to=1994,
    nationality="TJ",
    documents=(("passport", "A 4455661"),),
)


@pytest.fixture
def begun(cast, now) -> Screening:
    """Begun at Zarina's desk with an adult, conditions told; nobody has agreed to anything."""
    return begin_screening(language="tg", in_danger=False, by=cast.zarina, at=now)


@pytest.fixture
def agreed(begun, cast, now) -> Screening:
    """The adult agreed, particulars are known, the set on labour is chosen."""
    record_agreement(screening=begun, given=GIVEN, by=cast.zarina, at=now)
    return choose_instrument(screening=begun, instrument=ADULT, by=cast.zarina, at=now)


@pytest.fixture
def coerced(agreed, cast, now) -> Screening:
    """Two strong signs of coercion are answered yes."""
    return record_answers(screening=agreed, answers=COERCED, by=cast.zarina, at=now)


@pytest.fixture
def a_colleague(cast):
    """Another officer at Zarina's desk."""
    from panoh.registry.models import Officer

    return Officer.objects.create(post=cast.zarina.post, username="komron", name="Komron", password="!")


@pytest.fixture
def entry(cast, now) -> RosterEntry:
    """Somebody on the list of a flight."""
    operation = open_operation(kind="flight", title="SU 1", on=now.date(), by=cast.zarina, at=now)
    import_roster(operation=operation, rows=[RosterRow(row=2, name="Ҷамила")], by=cast.zarina, at=now)
    return RosterEntry.objects.get()
