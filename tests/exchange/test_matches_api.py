"""API of people to compare: the same acts as the pages, the same refusals, the same silence."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import LedgerEntry
from panoh.screening.actions import import_roster, open_operation
from panoh.screening.models import RosterMatch
from panoh.screening.rules.roster import RosterRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def match(cast, now) -> RosterMatch:
    given = PersonGiven(names=(("Саидов Алӣ", "passport"),), birth_date="1990-05-31", born_from=1990, born_to=1990)
    open_case(person=register_person(given=given, by=cast.behruz, at=now), track="adult", by=cast.behruz, at=now)
    flight = open_operation(kind="flight", title="DEMO 1", on=date(2026, 11, 16), by=cast.zarina, at=now)
    row = RosterRow(2, "ALI SAIDOV", birth_date="1990-05-31", born_from=1990, born_to=1990)
    import_roster(operation=flight, rows=[row], by=cast.zarina, at=now)
    return RosterMatch.objects.get()


def decide(client, match, seen: str, state: str):
    given = {"seen": seen, "state": state}
    return client.post(f"/api/exchange/matches/{match.pk}", given, content_type="application/json")


def test_the_intake_desk_lists_compares_and_decides(client, cast, match):
    client.force_login(cast.nigina)

    (listed,) = client.get("/api/exchange/matches").json()
    shown = client.get(f"/api/exchange/roster/{listed['roster_entry']}/matches").json()

    assert (listed["strength"], listed["state"]) == ("strong", "proposed")
    assert shown["on_list"]["names"] == ["ALI SAIDOV"]
    assert shown["candidates"][0]["on_record"]["names"] == ["Саидов Алӣ"]
    assert LedgerEntry.objects.latest("seq").act == "compare_people"
    assert decide(client, match, "proposed", "same").json()["state"] == "same"


def test_a_decision_on_what_a_colleague_changed_is_told(client, cast, match):
    client.force_login(cast.nigina)
    decide(client, match, "proposed", "other")

    assert decide(client, match, "proposed", "same").status_code == 409
    assert decide(client, match, "other", "same").status_code == 422
    assert decide(client, match, "other", "undone").json()["state"] == "undone"


def test_whoever_may_not_see_the_case_gets_the_answer_of_an_empty_queue(client, cast, match):
    client.force_login(cast.zarina)

    assert client.get("/api/exchange/matches").json() == []
    assert client.get(f"/api/exchange/roster/{match.entry_id}/matches").status_code == 403
    assert decide(client, match, "proposed", "same").status_code == 403
    refused = client.get(f"/api/exchange/roster/{match.entry_id}/matches").json()
    assert "Саидов" not in str(refused)
