"""The yearly data sheet as an officer sees it: what it says, what it never shows, who may open it."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from panoh.instruments.statistics import definitions
from panoh.registry.access import Act, may
from tests.statistics.book import CANARY

pytestmark = pytest.mark.django_db
HOME = reverse("statistics:home")
FILE = reverse("exchange:figures_file", args=["sheet.csv"])


@pytest.fixture(autouse=True)
def clock(monkeypatch, now):
    """Pages read the time; here it is the moment every test happens at."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def page(client, cast):
    def get(**asked: object) -> str:
        client.force_login(cast.alisher)
        answer = client.get(HOME, asked)
        assert answer.status_code == 200
        return unescape(answer.content.decode())

    return get


def summary(page: str) -> dict[str, list[str]]:
    """The first table of the page, its cells as a reader sees them."""
    table = page.split('<table class="summary">')[1].split("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in table.split("<tr>")[2:]]
    plain = [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in rows]
    return {name: cells for name, *cells in plain}


def test_the_year_stands_beside_the_year_before_with_the_difference(book, page):
    for _ in range(2):
        book.presumed("2025-05-01")
    for _ in range(3):
        book.presumed("2026-05-01")

    assert summary(page(year=2026))["Presumed victims"] == ["2 ▲", "3 ▲", "1 more"]


def test_none_and_not_available_are_told_apart(book, page):
    shown = summary(page(year=2025))

    assert shown["Presumed victims"] == ["not available before records began", "none", "cannot be compared"]
    assert "0" not in " ".join(" ".join(cells) for cells in shown.values())


def test_a_year_before_the_first_record_shows_no_number_at_all(book, page):
    shown = summary(page(year=2020))

    assert {cell for cells in shown.values() for cell in cells} == {
        "not available before records began",
        "cannot be compared",
    }


def test_a_year_that_is_not_over_says_so(book, page):
    assert "The period is not over" in page(year=2026)
    assert "The period is not over" not in page(year=2025)


@pytest.mark.parametrize(("people", "marked"), [(9, True), (10, False)])
def test_a_value_below_ten_is_marked_not_for_publication(book, page, people, marked):
    for _ in range(people):
        book.presumed("2026-05-01")

    cell = summary(page(year=2026))["Presumed victims"][1]

    assert cell == (f"{people} ▲" if marked else str(people))


def test_a_missing_published_figure_is_drawn_as_a_gap_and_not_as_a_bar(book, page):
    chart = page(year=2026).split("chart-victims_referred-1-title")[2].split("</svg>")[0]

    assert chart.count('<rect class="gap"') == 2  # 2019 was not reported; nobody has a figure for 2023 and 2024
    assert "not reported" in chart
    assert not re.search(r'width="0"', chart)


def test_published_figures_carry_source_who_counted_and_mark(book, page):
    shown = page(year=2026)

    assert "272" in shown
    assert "Caspian Post (citing The Times of Central Asia)" in shown
    assert "Agency on Statistics" in shown
    assert "seen in a copy or second-hand text" in shown
    assert "provisional: not verified" in shown


def test_two_figures_for_one_year_stand_side_by_side(book, page):
    assert "They are neither added nor averaged" in page(year=2026)


@pytest.mark.parametrize("address", [HOME, FILE])
def test_no_figure_opens_or_shows_anything_personal(book, client, cast, address):
    case = book.presumed("2026-05-01")
    book.decided(case, "2026-06-01")
    client.force_login(cast.alisher)

    shown = client.get(address).getvalue().decode()

    assert CANARY not in shown
    assert case.reference not in shown
    assert case.person.reference not in shown
    assert str(case.pk) not in shown


def test_every_post_but_the_administrator_sees_figures(book, client, cast):
    for officer in cast.officers.values():
        client.force_login(officer)

        expected = 200 if may(officer, Act.SEE_FIGURES) else 403
        assert {client.get(HOME).status_code, client.get(FILE).status_code} == {expected}
    assert not may(cast.safar, Act.SEE_FIGURES)


def test_a_stranger_is_asked_to_sign_in(db, client):
    assert client.get(HOME).status_code == 302


@pytest.mark.parametrize("asked", ["year=0", "year=abc", "year=١٩٩٩", "year=99999", "kind=week"])
def test_a_period_that_does_not_exist_is_refused_with_a_way_forward(book, client, cast, asked):
    client.force_login(cast.alisher)

    answer = client.get(f"{HOME}?{asked}")

    assert answer.status_code == 422
    assert "choose a year" in answer.content.decode()


def test_more_people_need_no_more_queries(book, client, cast):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(HOME)
        return len(found)

    client.force_login(cast.alisher)
    book.decided(book.presumed("2026-05-01"), "2026-06-01")
    before = queries()
    for _ in range(12):
        book.decided(book.presumed("2026-05-01"), "2026-06-01")

    assert queries() == before <= 2 * len(definitions()) + 10  # each figure for the year and the one before


def test_the_file_holds_every_value_with_its_mark_and_leaves_none_out(book, client, cast):
    book.presumed("2026-05-01")
    client.force_login(cast.alisher)

    rows = list(csv.DictReader(io.StringIO(client.get(FILE, {"year": 2026}).getvalue().decode())))

    total = next(row for row in rows if (row["figure"], row["row"]) == ("victims_presumed", "total"))
    nobody = next(row for row in rows if (row["figure"], row["row"]) == ("victims_identified", "total"))
    assert (total["value"], total["value_kind"], total["not_for_publication"]) == ("1", "number", "yes")
    assert (nobody["value"], nobody["value_kind"], nobody["not_for_publication"]) == ("0", "none", "")


def test_in_the_file_what_is_not_available_is_empty_and_says_why(book, client, cast):
    client.force_login(cast.alisher)

    rows = list(csv.DictReader(io.StringIO(client.get(FILE, {"year": 2020}).getvalue().decode())))

    assert {(row["value"], row["value_kind"], row["reason"]) for row in rows} == {
        ("", "not_available", "before_records")
    }


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_sheet_is_there_in_the_other_languages(book, client, cast, language):
    client.force_login(cast.alisher)
    client.cookies["django_language"] = language

    assert {"ru": "Признанные жертвы", "tg": "Қурбониёни эътирофшуда"}[language] in client.get(HOME).content.decode()
