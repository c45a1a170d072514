"""The first journey, clicked: from a list of returnees to a shelter place and a figure of the year; beside it a man who is
refused with two signatures, and two officers who take the last place at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen
from tests.served import Served, served

pytestmark = [pytest.mark.browser, pytest.mark.journey]

LIST = """family_name,given_name,sex,birth_date,nationality,document_number
Раҳимова,Гулрухсор,F,1998-03-14,TJ,DEMO 3000001
Karimov,Jamshed,M,1987-11-02,TJ,DEMO 3000002
"""
ADDRESS = "a house by the river"
COUNTED = ("Persons screened", "Presumed victims", "Victims referred", "Identified victims", "Victims assisted")


@pytest.fixture(scope="module")
def country() -> Iterator[Served]:
    """An installation of its own, so that the figures at the end are this journey's and no others."""
    with served() as server:
        server.run("tests.browser.officers")
        yield server


def test_a_woman_on_a_list_of_returnees_is_sheltered_identified_and_counted(
    screen: OpenScreen, country: Served
) -> None:
    zarina, nigina = screen("zarina", at=country), screen("nigina", at=country)
    davlat, shahlo = screen("davlat", at=country), screen("shahlo", at=country, size="phone")
    acts.open_shelter(shahlo, ADDRESS, "1, women, 1")

    acts.open_operation(zarina, "DEMO 632")
    acts.send_list(zarina, "DEMO 632", {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    zarina.press("Add 2 people to the roster")
    zarina.page.get_by_role("row", name="Гулрухсор").get_by_role("link", name="Screen now").click()
    acts.tell_conditions(zarina.look().press("No")).press("The person agrees")
    expect(zarina.page.get_by_label("Birth date")).to_have_value("1998-03-14")
    zarina.press("Save and go on").answer("What is it about, as far as you can tell?", "Work or services")
    zarina.answer("Was the person under 18 when it happened?", "No").press("Begin the questions")
    acts.ask(zarina, acts.COERCED).sees("Presume that this person is a victim", "Why")
    acts.is_shown_provisional(zarina)
    reference = acts.reference_in(zarina)

    acts.agree(zarina, reference, "referral into the mechanism")
    acts.lodge(zarina, reference)
    acts.agree(zarina, reference, "a service")
    acts.record_need(zarina, reference, "Safe accommodation", "now")
    acts.ask_desk(zarina, "Shelter, Dushanbe", "A woman of 28; she can come this evening.")
    acts.accept(shahlo, reference).open("/protection/").press("Give a place")
    acts.choose_place(shahlo, "room 1, bed 1").press("Give this place").sees("The place is given", reference)
    shahlo.sees_not(ADDRESS)
    zarina.open("/screening/operations/").press("DEMO 632").sees("Screened")

    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=True).sees("Recovery and reflection")

    rustam, malika = screen("rustam", at=country), screen("malika", at=country)
    acts.open_formally(rustam, reference)
    acts.convene(rustam, reference, "Rustam", "Malika")
    for member in (rustam, malika):
        acts.vote(member, reference)
    acts.conclude(malika, reference)
    acts.record_service(shahlo, reference, "Psychological help")

    assert {name: acts.year_figure(davlat, name) for name in COUNTED} == dict.fromkeys(COUNTED, "1")
    assert acts.year_figure(davlat, "Victims in shelter") == "none"  # counted once a night has passed
    assert "The ledger is whole" in country.run("panoh", "ledger", "verify")
    assert "Гулрухсор" not in country.printed
    assert not any("Гулрухсор" in each for each in (*zarina.addresses, *nigina.addresses, *davlat.addresses))


def test_a_refusal_takes_effect_only_with_a_colleague_s_signature(screen: OpenScreen, country: Served) -> None:
    zarina, nigina = screen("zarina", at=country), screen("nigina", at=country)
    davlat, gulnora = screen("davlat", at=country), screen("gulnora", at=country)
    reference = acts.interview(zarina, Someone("Фирӯз Раҳимов", "1985", sex="Male"), acts.COERCED)
    acts.agree(zarina, reference, "referral into the mechanism")
    acts.lodge(zarina, reference)
    acts.take_in(nigina, reference)

    acts.decide(davlat, reference, positive=False).sees("You proposed it, so a colleague answers.")
    acts.sign(gulnora, reference).sees("Preliminary decision: not shown")

    acts.record_need(zarina, reference, "Further medical care", "within days")


def test_of_two_officers_taking_the_last_place_at_once_one_gets_it_and_the_other_is_told(
    screen: OpenScreen, country: Served
) -> None:
    zarina = screen("zarina", at=country)
    shahlo, farzona = screen("shahlo", at=country), screen("farzona", at=country)
    shahlo.open("/protection/residents/")
    if shahlo.page.get_by_role("link", name="Leaves").is_visible():
        acts.leave_shelter(shahlo)
    elif shahlo.page.get_by_text("Your desk runs no shelter").is_visible():
        acts.open_shelter(shahlo, ADDRESS, "1, women, 1")
    waiting = [acts.interview(zarina, Someone(name, "1990"), acts.COERCED) for name in ("Мадина", "Зайнаб")]
    for officer, reference in zip((shahlo, farzona), waiting, strict=True):
        acts.record_need(zarina, reference, "Safe accommodation", "now")
        officer.open("/protection/").fill("Reference of the case", reference).press("Find a place for them")
        acts.choose_place(officer, "room 1, bed 1")

    shahlo.press("Give this place").sees("The place is given")
    farzona.press("Give this place")

    farzona.sees("This place was given to someone else a moment ago.")
