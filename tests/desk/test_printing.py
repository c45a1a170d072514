"""What is put on paper bears who printed it, and leaves a line."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from panoh.desk.records_named import CALLED_OTHERWISE, record_named
from panoh.justice.actions import open_criminal_case
from panoh.registry.models import LedgerEntry
from panoh.screening.models import RosterEntry
from tests.house.addresses import named_routes
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

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


@pytest.fixture
def printed(client):
    def printed(route: str, who, *keys) -> str:
        client.force_login(who)
        assert client.post(reverse("printed"), {"page": reverse(route, args=keys)}).status_code == 204
        return LedgerEntry.objects.latest("seq").subject

    return printed


def test_a_record_s_page_stands_under_its_case(cast, now, printed):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)
    need, referral, stay = ways.sheltered(way.case, ways.open_shelter(cast, at=now), cast, at=now)
    plan = ways.planned(way.case, cast, at=now)
    case = f"case:{way.case.pk}"

    assert printed("screening:finding", cast.zarina, way.screening.pk) == case
    assert printed("protection:agree_plan", cast.nigina, plan.pk) == case
    assert printed("referral:need", cast.zarina, need.pk) == case
    assert printed("referral:referral", cast.shahlo, referral.pk) == case
    assert printed("protection:end_stay", cast.shahlo, stay.pk) == case


def test_a_line_of_a_list_stands_under_itself_until_there_is_a_case(cast, now, printed):
    ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    entry = RosterEntry.objects.first()

    assert printed("screening:line", cast.zarina, entry.pk) == f"roster:{entry.pk}"


def test_a_key_of_no_record_is_not_written_down(printed, cast):
    assert printed("justice:criminal_case", cast.zarina, uuid4()) == ""


def test_every_name_in_the_table_is_an_argument_of_an_address_and_every_model_is_there():
    asked = {argument for arguments in named_routes().values() for argument in arguments}

    assert set(CALLED_OTHERWISE) <= asked
    assert record_named("entry_id", uuid4()) is None


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
