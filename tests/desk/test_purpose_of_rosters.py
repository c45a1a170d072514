"""A line of another desk's roster whose person has a case since says nothing by reach alone: the Centre says first what for."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry.models import LedgerEntry, Officer
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways

pytestmark = pytest.mark.django_db
ASKED, HIDDEN = "What do you open it for?", "name shown once you said what for"
NAME, OTHER = "Канарейка Роҳат", "Канарейка Саида"


@pytest.fixture
def entry(cast, now) -> RosterEntry:
    """Two came on Zarina's flight; one of them has a case of her desk since, and is to be seen again."""
    rows = (RosterRow(row=2, name=NAME, birth_date="1990"), RosterRow(row=3, name=OTHER, birth_date="1991"))
    ways.came_by_flight(rows, by=cast.zarina, at=now)
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    RosterEntry.objects.filter(row=2).update(case=case, status="again")
    return RosterEntry.objects.get(row=2)


def read_by(officer: Officer, *acts: str):
    return LedgerEntry.objects.filter(officer=officer, act__in=acts)


def test_the_roster_shows_the_others_and_asks_for_hers(entry, cast, client):
    client.force_login(cast.nigina)
    page = reverse("screening:operation", args=[entry.operation_id])

    asks = client.get(page).content.decode()

    assert (ASKED in asks, HIDDEN in asks, NAME in asks, OTHER in asks) == (True, True, False, True)
    line = read_by(cast.nigina, "read_roster").get()
    assert (line.detail["people"], line.purpose) == (1, "operation")
    client.post(reverse("say_purpose"), {"purpose": "coordination", "back": page})
    shown = client.get(page).content.decode()
    assert (ASKED in shown, NAME in shown) == (False, True)
    line = read_by(cast.nigina, "read_roster").order_by("seq").last()
    assert (line.purpose, line.detail["opened"], line.detail["people"]) == ("coordination", "operation", 2)


def test_where_all_are_asked_about_nothing_is_opened_and_no_line_says_so(entry, cast, client):
    RosterEntry.objects.exclude(pk=entry.pk).update(case=entry.case)
    client.force_login(cast.nigina)

    client.get(reverse("screening:operation", args=[entry.operation_id]))

    assert not read_by(cast.nigina, "read_roster").exists()


def test_her_line_and_the_sheet_ask_first(entry, cast, client):
    client.force_login(cast.nigina)
    page, path = reverse("screening:line", args=[entry.pk]), f"/api/screening/roster/{entry.pk}"
    sheet = f"/api/screening/operations/{entry.operation_id}/sheet"

    asks = client.get(page).content.decode()

    assert (ASKED in asks, NAME in asks) == (True, False)
    for each in (path, sheet):
        refused = client.get(each)
        assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert not read_by(cast.nigina, "read_roster", "print_roster").exists()
    assert client.get(path, headers={"X-Purpose": "protection"}).json()["said"]["name"] == NAME
    assert NAME in str(client.get(sheet, headers={"X-Purpose": "protection"}).json())
    assert set(read_by(cast.nigina, "read_roster", "print_roster").values_list("purpose", flat=True)) == {"protection"}


def test_a_closing_says_who_is_missing_without_her_name(entry, cast, client):
    Operation.objects.update(expected=2)
    RosterEntry.objects.filter(pk=entry.pk).update(status="to_screen")
    client.force_login(cast.nigina)

    asks = client.get(reverse("screening:close_operation", args=[entry.operation_id])).content.decode()

    assert (HIDDEN in asks, NAME in asks, OTHER in asks) == (True, False, True)


def test_whose_operation_it_is_and_whose_case_is_not_asked(entry, cast, client):
    client.force_login(cast.zarina)

    assert NAME in client.get(reverse("screening:operation", args=[entry.operation_id])).content.decode()
    assert NAME in client.get(reverse("screening:line", args=[entry.pk])).content.decode()


def test_a_case_that_is_shut_to_the_centre_leaves_the_line_as_any_other(entry, cast, client, monkeypatch):
    monkeypatch.setattr("panoh.screening.queries.asked.access.within", lambda cases, *_of, **_as: cases.none())
    client.force_login(cast.nigina)

    assert NAME in client.get(reverse("screening:operation", args=[entry.operation_id])).content.decode()
