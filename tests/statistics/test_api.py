"""The API gives the figures of the page, and keeps number, none and not available apart."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.statistics.book import CANARY

pytestmark = pytest.mark.django_db
FIGURES = "/api/statistics/figures"


@pytest.fixture(autouse=True)
def clock(monkeypatch, now):
    monkeypatch.setattr(timezone, "now", lambda: now)


def total(client, definition: str, year: int) -> dict[str, object]:
    figures = client.get(FIGURES, {"year": year}).json()
    return next(each for each in figures if each["definition"] == definition)["rows"][0]


def test_a_figure_comes_with_its_kind_the_year_before_and_the_difference(book, client, cast):
    book.presumed("2026-05-01")
    client.force_login(cast.alisher)

    row = total(client, "victims_presumed", 2026)

    assert row["value"] == {"kind": "number", "count": 1, "reason": None, "not_for_publication": True}
    assert row["before"] == {"kind": "none", "count": None, "reason": None, "not_for_publication": False}
    assert row["difference"] == 1


def test_what_is_not_available_has_a_reason_and_no_count(book, client, cast):
    client.force_login(cast.alisher)

    row = total(client, "victims_presumed", 2020)

    assert (row["value"]["kind"], row["value"]["count"], row["value"]["reason"]) == (
        "not_available",
        None,
        "before_records",
    )
    assert row["difference"] is None


def test_published_figures_and_definitions_are_there(cast, client):
    client.force_login(cast.alisher)

    published = client.get("/api/statistics/published").json()
    definitions = client.get("/api/statistics/definitions").json()

    unreported = next(row for row in published if row["row_id"] == "TJF200")
    assert (unreported["value"], unreported["value_kind"]) == ("", "not_reported")
    assert {each["id"] for each in definitions} >= {"victims_identified", "victims_sheltered"}


@pytest.mark.parametrize(
    "address", [f"{FIGURES}?year=2026", "/api/statistics/published", "/api/statistics/definitions"]
)
def test_the_administrator_sees_no_figures_and_strangers_none(cast, client, address):
    assert client.get(address).status_code == 401
    client.force_login(cast.safar)

    assert client.get(address).status_code == 403


@pytest.mark.parametrize("asked", ["", "?year=x", "?year=1066", "?year=2026&kind=week"])
def test_a_period_that_does_not_exist_is_refused(cast, client, asked):
    client.force_login(cast.alisher)

    assert client.get(FIGURES + asked).status_code == 422


def test_the_api_shows_nothing_personal(book, client, cast):
    case = book.presumed("2026-05-01")
    client.force_login(cast.alisher)

    shown = client.get(FIGURES, {"year": 2026}).content.decode()

    assert CANARY not in shown
    assert case.reference not in shown
