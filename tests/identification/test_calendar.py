"""The calendar in force, on a page and through the API, each day with its source."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.identification.queries import calendar_page
from panoh.instruments import countries
from panoh.instruments.kinds.calendar import MovedDay
from panoh.instruments.kinds.source import Citation, Verification, Words

pytestmark = pytest.mark.django_db


def test_the_page_says_which_days_are_free_and_how_well_that_was_verified(client, cast):
    client.force_login(cast.zarina)

    page = client.get(reverse("identification:calendar"), {"year": "2026"}).content.decode()

    assert "Navruz" in page
    assert "Eid al-Fitr" in page
    assert "provisional" in page
    assert "Asia/Dushanbe" in page


def test_a_year_without_announced_holidays_says_so(client, cast):
    client.force_login(cast.zarina)

    assert calendar_page(2026).announced
    assert (
        "not in the calendar yet" in client.get(reverse("identification:calendar"), {"year": "2030"}).content.decode()
    )


def test_a_year_there_is_not_is_refused_with_what_to_do(client, cast):
    client.force_login(cast.zarina)

    answer = client.get(reverse("identification:calendar"), {"year": "20x6"})
    assert answer.status_code == 422
    assert "Choose a year" in answer.content.decode()
    assert client.get("/api/identification/calendar", {"year": "1"}).status_code == 422


def test_a_moved_day_is_shown_as_worked(monkeypatch):
    from dataclasses import replace
    from datetime import date

    calendar = countries.calendar("tj")
    cited = (Citation("general-knowledge", "", Verification.PROVISIONAL),)
    made = replace(calendar, moved=(MovedDay(Words("Worked for Monday"), date(2026, 11, 14), True, cited),))
    monkeypatch.setattr(countries, "calendar", lambda code: made)

    [shown] = [each for each in calendar_page(2026).days_off if each.works]

    assert (shown.on, shown.on_weekend) == (date(2026, 11, 14), False)


def test_the_api_gives_the_same_days(client, cast):
    client.force_login(cast.zarina)

    given = client.get("/api/identification/calendar", {"year": "2026"}).json()

    assert [each["on"] for each in given] == [each.on.isoformat() for each in calendar_page(2026).days_off]
    assert all(each["source"] for each in given)
