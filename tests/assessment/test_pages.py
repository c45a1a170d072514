"""The tier pages as an officer sees them: what is known, what is not, and nothing that looks like a forecast."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
BOARD = reverse("assessment:tiers")


@pytest.fixture
def page(client, cast):
    def get(path: str, status: int = 200, **asked: object) -> str:
        client.force_login(cast.alisher)
        answer = client.get(path, asked)
        assert answer.status_code == status
        return unescape(answer.content.decode())

    return get


def rows(page: str) -> dict[str, list[str]]:
    """Countries of the board with their signs, oldest first."""
    table = page.split('<table class="tiers">')[1].split("</table>")[0]
    found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in table.split("<tr>")[2:]]
    return {re.sub(r"<[^>]*>", "", name): signs[::-1] for name, *signs in found}


def test_every_country_stands_on_the_board_with_every_report(page):
    board = rows(page(BOARD))

    assert len(board) == 190
    assert {len(signs) for signs in board.values()} == {25}
    assert board["Tajikistan"][-2:] == ["2WL", "2"]


def test_what_was_not_seen_is_a_question_mark_and_never_a_tier(page):
    assert rows(page(BOARD))["Albania"][15] == "?"
    assert rows(page(BOARD))["Tajikistan"][0] == "–"


def test_the_address_narrows_the_board_to_a_region_and_a_tier_in_one_report(page):
    central_asia = rows(page(BOARD, region="143"))
    downgraded = rows(page(BOARD, region="143", tier="2WL", report=2024))

    assert set(central_asia) == {"Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"}
    assert set(downgraded) == {"Kyrgyzstan", "Tajikistan"}


def test_countries_whose_placement_was_not_seen_can_be_asked_for(page):
    board = rows(page(BOARD, tier="unknown", report=2019))

    assert {signs[18] for signs in board.values()} == {"?"}
    assert "Tajikistan" not in board


@pytest.mark.parametrize(
    "asked",
    [
        {"report": "1999"},
        {"report": "last"},
        {"report": "٢٠٢٠"},
        {"report": "2" * 90},
        {"region": "000"},
        {"tier": "4"},
    ],
)
def test_what_is_not_on_the_lists_is_refused_with_what_to_do(page, asked):
    assert "Open the tiers again" in page(BOARD, status=422, **asked)


def test_a_country_nobody_writes_about_is_refused_with_what_to_do(page):
    assert "three letters" in page(reverse("assessment:country", args=["XYZ"]), status=422)


def test_a_country_shows_path_clock_next_and_sources(page):
    shown = page(reverse("assessment:country", args=["tjk"]))

    assert "Tier 3 would have been due in the report of 2011 unless waived" in shown
    assert "Consecutive years on the watch list behind it: <strong>0</strong>" in shown
    assert "14.08.2026 – 28.09.2026" in shown
    assert "never how likely one is" in shown
    assert "Heiss and Kelley" in shown
    assert "provisional: not verified" in shown


def test_the_drawing_has_a_bar_for_each_tier_and_a_gap_where_none_was_seen(page):
    drawing = page(reverse("assessment:country", args=["ALB"])).split("<svg")[1].split("</svg>")[0]

    assert drawing.count('class="gap"') == 2 * 4  # 2016, 2019, 2022 and 2025, drawn and named
    assert drawing.count('class="published"') == 21


def test_a_country_reads_in_tajik(page, client):
    client.cookies["django_language"] = "tg"

    shown = page(reverse("assessment:country", args=["TJK"]))

    assert "Сатҳи 2, рӯйхати назорат" in shown
    assert "Tier 2" not in shown


def test_the_law_shows_every_version_with_its_dates(page):
    shown = page(reverse("assessment:law"))

    assert "In force from 23.12.2008 to 08.01.2019." in shown
    assert "In force from 09.01.2019." in shown


def test_the_check_counts_and_tells_what_it_found(page):
    shown = page(reverse("assessment:check"))

    assert "<dt>violation</dt><dd>0</dd>" in shown
    assert "After 2 consecutive years it can stand only by a waiver; none was seen." in shown


def test_the_check_stands_folded_by_country_and_opens_only_what_is_more_than_a_doubt(page):
    shown = page(reverse("assessment:check"))

    assert "<summary>Afghanistan: 2 findings</summary>" in shown
    assert "Afghanistan year by year" in shown
    assert "<details open" not in shown  # no violation and no warning in the whole history


@pytest.mark.parametrize("path", ["tiers/", "tiers/TJK/", "tiers/law/", "tiers/check/"])
def test_the_administrator_is_told_that_figures_are_not_for_that_post(client, cast, path):
    client.force_login(cast.safar)

    assert client.get(f"/assessment/{path}").status_code == 403


def test_no_page_computes_how_likely_a_placement_is(page):
    words = r"likel(?!y one is)|probab|forecast|expected|chance|score"

    for path in (BOARD, reverse("assessment:country", args=["BFA"]), reverse("assessment:check")):
        assert re.findall(words, page(path), flags=re.I) == []
