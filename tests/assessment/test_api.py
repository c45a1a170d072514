"""The API says what the pages say, gaps included."""

from __future__ import annotations

import pytest

from tests.assessment import texts
from tests.assessment.texts import SAME, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client, cast):
    client.force_login(cast.alisher)
    return lambda path, **asked: client.get(f"/api/assessment/{path}", asked)


def test_the_board_can_be_narrowed_as_on_the_page(get):
    answer = get("tiers", region="143", tier="2WL", report="2024").json()

    assert [row["iso3"] for row in answer] == ["KGZ", "TJK"]
    assert answer[1]["tiers"]["2025"] == "2"


def test_a_country_comes_with_placements_clock_and_what_the_law_attaches(get):
    answer = get("tiers/TJK").json()

    assert (answer["next_report"], answer["years_behind"]) == (2026, [0])
    assert {option["tier"]: option["open_by_law"] for option in answer["next_placements"]}["2WL"] is True
    assert answer["years"][23]["source"] == {"source": "factbook", "place": "2024", "verification": "secondary"}


def test_a_placement_that_was_not_seen_is_null_with_what_it_can_have_been(get):
    year = next(each for each in get("tiers/ALB").json()["years"] if each["report"] == 2025)

    assert (year["tier"], year["source"], year["possible"]) == (None, None, ["(none)", "1", "2", "SC"])


@pytest.mark.parametrize("path", ["tiers/XYZ", "tiers?report=1999", "tiers?tier=4"])
def test_a_wrong_call_is_refused_with_what_to_do(client, cast, path):
    client.force_login(cast.alisher)

    answer = client.get(f"/api/assessment/{path}")

    assert answer.status_code == 422
    assert answer.json()["way_forward"]


def test_findings_and_provisions_are_given_with_their_reasons(get):
    found, provisions = get("check").json(), get("statute").json()

    assert {each["verdict"] for each in found} == {"unknown"}
    assert {each["provision"] for each in found} - {None} <= {each["key"] for each in provisions}
    assert sum(each["key"] == "waiver" for each in provisions) == 2


def test_a_text_is_brought_in_read_and_published_through_the_api(client, cast):
    client.force_login(cast.alisher)
    sent = {**SAME, "text": TEXT}

    made = client.post("/api/assessment/narratives", sent, content_type="application/json")

    assert made.status_code == 201
    told = client.get(f"/api/assessment/narratives/{made.json()['id']}").json()
    fact = next(each for each in told["facts"] if each["read"]["value"] == "24.000")
    assert told["text"][fact["start"] : fact["end"]] == fact["quote"]
    assert (fact["state"], fact["accepted"]) == ("unread", None)
    address = f"/api/assessment/facts/{fact['id']}/verdicts"
    assert client.post(address, {"values": fact["read"]}, content_type="application/json").status_code == 201
    (published,) = client.get("/api/assessment/series", {"country": "TJK"}).json()
    assert (published["values"]["year"], published["side_by_side"]) == (2020, "number")
    assert published["accepted_by"][0].startswith("Alisher")


def test_the_api_refuses_as_the_pages_do(client, cast):
    client.force_login(cast.alisher)
    sent = {**SAME, "text": "<html><body>Tajikistan</body></html>"}

    answer = client.post("/api/assessment/narratives", sent, content_type="application/json")

    assert answer.status_code == 422
    assert answer.json()["way_forward"] == "Copy the text of the page and paste that."


def test_criteria_gaps_and_the_comparison_are_given_by_the_api(client, cast):
    told = texts.brought(cast.alisher)
    texts.accepted(texts.identified(told), by=cast.alisher)
    client.force_login(cast.alisher)

    blocks = {each["key"]: each for each in client.get("/api/assessment/criteria/TJK/2021").json()}
    gaps = client.get("/api/assessment/criteria/TJK/2021/gaps").json()
    compared = client.get("/api/assessment/comparison?country=TJK&year=2020").json()

    assert len(blocks) == 16
    line = next(each for each in blocks["c2"]["evidence"] if each["key"] == "identified")
    assert (line["have"], line["this"]["facts"]) == ("shown", [texts.identified(told).pk])
    assert gaps[0]["presumed_not_done"]
    assert compared["rows"][0]["cells"][0]["shown"] == "number"
    judged = {"judged": "not_met", "reasons": "No shelter outside the capital."}
    made = client.post("/api/assessment/criteria/TJK/2021/c2/judgements", judged, content_type="application/json")
    assert made.status_code == 201
