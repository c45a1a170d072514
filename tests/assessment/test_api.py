"""The API says what the pages say, gaps included."""

from __future__ import annotations

import pytest

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
