"""A removal of somebody on a roster or with a case: one alert, due before its day, and nothing written of who has no case."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.justice.actions import (
    PenaltyGiven,
    record_penalty,
)
from panoh.justice.models import Penalty
from panoh.justice.queries import worklist
from panoh.registry.refusals import NotPermitted
from panoh.screening.actions import import_roster, open_operation
from panoh.screening.models import RosterEntry
from panoh.screening.queries.worklist import worklist as of_screening
from panoh.screening.rules.roster import RosterRow

TODAY = date(2026, 11, 16)
WORDS = "канарейка: fined on the street, nobody asked her"
HELD = PenaltyGiven(kind="detention", on=TODAY, authority="police", place="Isolator No. 1, Dushanbe", words=WORDS)
REMOVAL = PenaltyGiven(kind="removal", on=date(2026, 11, 20), authority="migration")


@pytest.fixture
def line(cast, now) -> RosterEntry:
    operation = open_operation(kind="detention", title="List", on=TODAY, by=cast.zarina, at=now)
    row = RosterRow(row=1, name="Канареев Лист", born_from=1990, born_to=1990)
    import_roster(operation=operation, rows=(row,), by=cast.zarina, at=now)
    return RosterEntry.objects.get()


def test_a_removal_of_somebody_on_a_roster_raises_the_one_alert_of_removals(line, cast, now):
    record_penalty(entry=line, given=REMOVAL, by=cast.zarina, at=now)

    line.refresh_from_db()
    assert line.removal_on == REMOVAL.on
    assert [each.what for each in of_screening(cast.zarina, now=now).items] == [
        "Removal is planned: see the person first"
    ]
    assert worklist(cast.zarina, now=now).items == ()


def test_nothing_written_is_kept_of_somebody_without_a_case(line, cast, now):
    made = record_penalty(entry=line, given=HELD, by=cast.zarina, at=now)

    assert made.sealed is None
    assert worklist(cast.zarina, now=now).items[0].reference == "List · 1"
    assert worklist(cast.behruz, now=now).total == 0
    with pytest.raises(NotPermitted):
        record_penalty(entry=line, given=HELD, by=cast.behruz, at=now)


def test_a_removal_of_a_person_with_a_case_is_due_before_its_day(woman, cast, now):
    record_penalty(
        case=woman(),
        given=PenaltyGiven(kind="removal", on=date(2026, 11, 17), authority="court"),
        by=cast.zarina,
        at=now,
    )

    item = worklist(cast.zarina, now=now).items[0]

    assert item.escalated
    assert item.due_at.date() <= date(2026, 11, 17)
    assert "removed" in item.why.casefold()


def test_by_page_from_a_line_of_a_roster(line, cast, client):
    client.force_login(cast.zarina)

    client.post(
        reverse("justice:line_penalty", args=[line.pk]),
        {"kind": "detention", "on": "2026-11-16", "authority": "police", "with_suspect": "yes"},
    )

    assert Penalty.objects.get().with_suspect is True
    assert "with a suspect" in client.get(reverse("my_work")).content.decode()
