"""Everything a page of protection does can be done through the API, by the same acts; no answer holds an address."""

from __future__ import annotations

import pytest

from panoh.protection.models import Shelter, Stay
from tests.protection.conftest import ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    """`call(officer, "post", path, body)` gives the response."""

    def send(officer, method, path, body=None):
        client.force_login(officer)
        return getattr(client, method)(f"/api/protection{path}", data=body, content_type="application/json")

    return send


def test_a_shelter_is_opened_and_its_answer_tells_no_address(call, cast):
    body = {"code": "house", "address": ADDRESS, "places": [{"room": "1", "bed": 1, "kind": "women"}]}

    opened = call(cast.shahlo, "post", "/shelters", body)

    assert opened.status_code == 201
    assert "Rudaki" not in opened.content.decode()
    assert Shelter.objects.get().places.count() == 1


def test_a_wrong_field_is_told_without_repeating_the_address(call, cast):
    refused = call(cast.shahlo, "post", "/shelters", {"code": "?", "address": ADDRESS * 20, "places": []})

    assert refused.status_code == 422
    assert "Rudaki" not in refused.content.decode()


def test_a_place_is_given_and_the_stay_ended(call, accepted, place, cast):
    given = call(cast.shahlo, "post", "/stays", {"case": str(accepted().pk), "place": place("1", 1).pk})
    leaving = {"because": "wish", "where_to": "own_home", "wished": True}
    ended = call(cast.shahlo, "post", f"/stays/{given.json()['id']}/end", leaving)

    assert (given.status_code, ended.status_code, ended.json()["waits"]) == (201, 201, False)
    assert Stay.objects.get().until_at is not None


def test_a_taken_place_is_a_conflict_that_names_the_free_ones(call, accepted, place, cast):
    bed = place("1", 1).pk
    call(cast.shahlo, "post", "/stays", {"case": str(accepted().pk), "place": bed})

    told = call(cast.shahlo, "post", "/stays", {"case": str(accepted().pk), "place": bed})

    assert told.status_code == 409
    assert told.json()["code"] == "place_taken"
    assert "room 1, bed 2" in told.json()["way_forward"]


def test_places_are_counted_for_the_own_shelter_only(call, shelter, officer_elsewhere, cast):
    ours = call(cast.shahlo, "get", "/places").json()

    assert {each["label"]: each["free"] for each in ours}["women"] == 2
    assert call(officer_elsewhere, "get", "/places").json() == []
    assert call(cast.zarina, "get", "/places").status_code == 403


def test_a_service_charged_to_the_victim_says_so(call, accepted, shelter, cast):
    body = {"case": str(accepted().pk), "service": "medical_care", "on": "2026-11-16", "payer": "victim"}

    assert call(cast.shahlo, "post", "/services", body).json()["charged"] is True


@pytest.mark.parametrize("officer", ["zarina", "safar", "alisher", "jamshed"])
def test_who_gives_no_places_is_refused(officer, call, accepted, place, cast):
    refused = call(getattr(cast, officer), "post", "/stays", {"case": str(accepted().pk), "place": place("1", 1).pk})

    assert refused.status_code == 403
