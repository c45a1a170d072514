"""Whoever reads beyond their own work says what for: asked once an hour, in the line of each reading, told to the person."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.instruments import countries
from panoh.instruments.kinds.reading_purpose import reading_purposes_from
from panoh.instruments.reader import TextError
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.queries import read_identity
from panoh.registry.queries.purposes import PurposeAsked, saying
from panoh.registry.queries.readers import readers_of
from panoh.screening.queries.reading import read_answers
from tests.journeys import ways

pytestmark = pytest.mark.django_db
NAME = ways.WOMAN.names[0][0]


@pytest.fixture
def way(cast, now):
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)


def opened(case: Case, by: Officer, at) -> str:
    return read_identity(case=case, viewer=by, purpose="case_page", at=at).name


def supervising() -> str:
    return "supervision"


def test_beyond_ones_work_a_name_opens_for_a_purpose_and_for_none_without(way, cast, now):
    with pytest.raises(PurposeAsked, match="what you open it for"):
        opened(way.case, cast.nigina, now)
    assert not LedgerEntry.objects.filter(act="read_identity", officer=cast.nigina).exists()

    with saying(supervising):
        assert opened(way.case, cast.nigina, now) == NAME

    line = LedgerEntry.objects.filter(act="read_identity", officer=cast.nigina).get()
    assert (line.purpose, line.detail["opened"]) == ("supervision", "case_page")


def test_a_word_that_is_none_of_the_list_is_no_purpose(way, cast, now):
    with saying(lambda: "curiosity"), pytest.raises(PurposeAsked):
        opened(way.case, cast.nigina, now)


def test_whoever_works_on_the_case_is_not_asked(way, cast, now):
    assert opened(way.case, cast.zarina, now) == NAME
    Case.objects.filter(pk=way.case.pk).update(manager=cast.nigina)
    way.case.refresh_from_db()
    assert opened(way.case, cast.nigina, now) == NAME


def test_nor_whoever_the_procedure_waits_for(way, cast, now):
    ways.lodged(way.case, by=cast.zarina, at=now)
    case = Case.objects.get(pk=way.case.pk)

    assert opened(case, cast.nigina, now) == NAME, "it waits to be taken in"
    with pytest.raises(PurposeAsked):
        opened(case, cast.davlat, now)


@pytest.mark.parametrize("who", ["nigina", "rustam"])
def test_an_interview_of_another_desk_is_asked_about_too(way, cast, now, who):
    with pytest.raises(PurposeAsked):
        read_answers(way.screening, getattr(cast, who), at=now)
    with saying(supervising):
        assert read_answers(way.screening, getattr(cast, who), at=now).answers
    assert LedgerEntry.objects.filter(act="read_screening", purpose="supervision").count() == 1
    assert read_answers(way.screening, cast.zarina, at=now).answers


def test_the_page_of_a_case_asks_in_place_of_the_name_and_shows_it_for_an_hour(way, cast, client):
    client.force_login(cast.nigina)
    page = reverse("case", args=[way.case.pk])
    asks = client.get(page).content.decode()
    assert NAME not in asks
    assert "What do you open it for?" in asks

    said = client.post(reverse("say_purpose"), {"purpose": "coordination", "back": page})

    assert said.url == page
    assert NAME in client.get(page).content.decode()
    session = client.session
    session["purpose_said"] = ["coordination", "2020-01-01T00:00:00+00:00"]
    session.save()
    assert NAME not in client.get(page).content.decode()


def test_a_page_that_cannot_go_without_asks_first_and_leads_back(way, cast, client):
    client.force_login(cast.nigina)
    paper = reverse("case_paper", args=[way.case.pk])

    asks = client.get(paper)

    assert (asks.status_code, asks.context["form"].initial["back"]) == (200, paper)
    assert not LedgerEntry.objects.filter(act="print_case").exists()
    client.post(reverse("say_purpose"), {"purpose": "supervision", "back": paper})
    assert client.get(paper)["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(("given", "status"), [({}, 422), ({"purpose": "curiosity"}, 422)])
def test_nothing_or_a_word_of_ones_own_is_not_taken(cast, client, given, status):
    client.force_login(cast.nigina)

    assert client.post(reverse("say_purpose"), given).status_code == status


def test_it_leads_to_no_other_site(cast, client):
    client.force_login(cast.nigina)

    answer = client.post(reverse("say_purpose"), {"purpose": "supervision", "back": "https://elsewhere.example/"})

    assert answer.url == reverse("my_work")


@pytest.mark.parametrize(
    "back",
    [
        "abc",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "https://elsewhere.example/",
        "javascript:1",
        "/" + "a" * 5000,
    ],
)
def test_a_way_back_that_is_none_refuses_nothing_of_what_was_said(cast, client, back):
    client.force_login(cast.nigina)

    said = client.post(reverse("say_purpose"), {"purpose": "supervision", "back": back})

    assert (said.status_code, said["Location"]) == (302, reverse("my_work"))
    assert client.session["purpose_said"][0] == "supervision"


def test_a_whole_address_of_ours_leads_back_as_well(cast, client):
    client.force_login(cast.nigina)

    said = client.post(
        reverse("say_purpose"), {"purpose": "supervision", "back": "http://testserver/cases/?page=2#top"}
    )

    assert said["Location"] == "/cases/?page=2#top"


def test_a_long_address_of_ours_is_kept(way, cast, client):
    client.force_login(cast.nigina)
    back = reverse("case", args=[way.case.pk]) + "?seen=" + "1" * 400

    assert client.post(reverse("say_purpose"), {"purpose": "supervision", "back": back})["Location"] == back


def test_by_api_in_a_header_and_refused_in_words_without(way, cast, client):
    client.force_login(cast.nigina)
    path = f"/api/desk/cases/{way.case.pk}"

    told = client.get(path).json()
    assert (told["identity"], told["asks_purpose"]) == (None, True)
    refused = client.get(f"{path}/paper")
    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert "X-Purpose" in refused.json()["way_forward"]

    told = client.get(path, headers={"X-Purpose": "same_person"}).json()
    assert (told["identity"]["names"][0]["text"], told["asks_purpose"]) == (NAME, False)


def test_the_person_is_told_what_for_in_words(way, cast, client, now):
    firuza = cast.officers["firuza"]
    with saying(supervising):
        opened(way.case, cast.nigina, now)

    [nigina, *_] = [each for each in readers_of(way.case, viewer=firuza) if each.officer == cast.nigina]

    assert nigina.what_for == ("Looking at how a desk worked on the case",)


def test_a_purpose_stands_from_its_day_to_its_day():
    held = countries.reading_purposes("tj")
    assert held.on(date(2018, 8, 3)) == held.purposes
    assert held.on(date(2018, 8, 2)) == ()


def test_a_purpose_that_stands_twice_is_found():
    one = {"key": "a", "name": "A", "ground": "agreement", "valid_from": "2020-01-01", "sources": []}

    with pytest.raises(TextError, match="a stands twice"):
        reading_purposes_from(
            {"asked_again_minutes": 60, "asked_because": [], "purposes": [one, one]}, name="reading_purposes.yaml"
        )
