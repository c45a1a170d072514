"""What is put on paper bears who printed it, and leaves a line."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.justice.actions import open_criminal_case
from panoh.registry.models import LedgerEntry
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast, now):
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


def test_a_printed_case_leaves_a_line_of_that_case(case, cast, client):
    client.force_login(cast.zarina)

    answer = client.post(reverse("printed"), {"page": reverse("case", args=[case.pk])})

    line = LedgerEntry.objects.latest("seq")
    assert answer.status_code == 204
    assert (line.act, line.officer, line.subject, line.detail) == (
        "print_page",
        cast.zarina,
        f"case:{case.pk}",
        {"page": "case"},
    )


def test_a_case_the_officer_may_not_see_is_not_named_in_the_line(case, cast, client):
    client.force_login(cast.shahlo)

    client.post(reverse("printed"), {"page": reverse("case", args=[case.pk])})

    assert LedgerEntry.objects.latest("seq").subject == ""


def test_a_printed_criminal_case_is_named_in_the_line_to_those_who_keep_it(cast, client, now):
    crime = open_criminal_case(on=date(2026, 3, 1), articles=("130.1",), by=cast.jamshed, at=now)
    page = {"page": reverse("justice:criminal_case", args=[crime.pk])}

    def line(who) -> str:
        client.force_login(who)
        assert client.post(reverse("printed"), page).status_code == 204
        return LedgerEntry.objects.latest("seq").subject

    assert line(cast.jamshed) == f"criminal_case:{crime.pk}"
    assert line(cast.zarina) == ""


@pytest.mark.parametrize("page", ["", "/Муҳаббат/", "https://elsewhere.example/", "/nowhere/?name=Муҳаббат"])
def test_what_is_no_page_is_refused_and_not_written_down(cast, client, page):
    client.force_login(cast.zarina)

    assert client.post(reverse("printed"), {"page": page}).status_code == 422
    assert page not in str(LedgerEntry.objects.latest("seq").detail) or not page


def test_every_page_of_an_officer_bears_the_mark_and_the_veil(cast, client):
    client.force_login(cast.zarina)

    page = client.get(reverse("my_work")).content.decode()

    assert f"Printed by {cast.zarina.name}" in page
    assert "data-veil" in page


def test_who_is_not_signed_in_meets_neither(client, db):
    page = client.get(reverse("sign_in")).content.decode()

    assert "data-veil" not in page
    assert "print-mark" not in page
