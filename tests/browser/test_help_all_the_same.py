"""Help does not hang on anything: an adult who declines is forgotten and still sheltered, and a foreign worker who will not
testify is helped, identified, and nowhere asked about it."""

from __future__ import annotations

import re

import pytest

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen

pytestmark = [pytest.mark.browser, pytest.mark.journey]
ADDRESS = "a house by the river"
ROOMS = "1, women, 4\n2, girls, 2\n3, men, 2"
TESTIMONY = re.compile(r"testi|witness|court|prosecut", re.IGNORECASE)


def test_an_adult_declines_and_only_the_anonymous_record_is_left_and_help_goes_on(screen: OpenScreen) -> None:
    zarina, shahlo = screen("zarina", size="phone"), screen("shahlo", size="phone")
    acts.shelter_stands(shahlo, ADDRESS, ROOMS)
    reference = acts.interview(zarina, Someone("Шарифа Одинаева", "1991", paper="DEMO 4411220"), acts.COERCED)
    acts.agree(zarina, reference, "a service")

    acts.find(zarina, reference).sees("Шарифа Одинаева").press("Record that the person declines")
    zarina.sees("This cannot be undone.").answer("Why does the person decline?", "does not want to talk now")
    zarina.tick("I gave the person the leaflet").press("Record it without a name").sees(
        "It is recorded without a name."
    )

    for text in ("Шарифа", "4411220"):
        acts.find(zarina, reference).sees_not(text)
        zarina.open("/")
        zarina.page.get_by_role("search").get_by_role("textbox").fill(text)
        zarina.page.get_by_role("search").get_by_role("button").click()
        zarina.look().sees_not(reference)
    acts.record_need(zarina, reference, "Safe accommodation", "now")
    acts.ask_desk(zarina, "Shelter, Dushanbe", "She can come this evening.")
    acts.give_place(shahlo, reference, "room 1, bed")
    acts.record_service(shahlo, reference, "Psychological help")


def test_a_foreign_worker_who_will_not_testify_has_help_status_and_a_permit_asked_for(screen: OpenScreen) -> None:
    zarina, nigina, davlat = screen("zarina", size="phone"), screen("nigina"), screen("davlat")
    rustam, malika, umed = screen("rustam"), screen("malika"), screen("umed", size="phone")
    worker = Someone("Ботир Юлдашев", "1989", sex="Male", nationality="Uzbekistan")
    reference = acts.referred(zarina, worker)
    acts.ask_for_consent(zarina, reference, "sharing with police or prosecutors", "does not agree")
    zarina.sees("did not agree")

    acts.agree(zarina, reference, "a service")
    for service in ("Further medical care", "Claim for unpaid wages", "Help with a residence permit"):
        acts.record_need(zarina, reference, service, "within days")
    acts.ask_desk(zarina, "Residence permits", "A man from Uzbekistan; he wishes to stay while he recovers.")
    acts.accept(umed, reference)
    acts.find(umed, reference).sees("Ботир Юлдашев").sees_not(acts.REASONS)

    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=True).sees("Recovery and reflection")
    acts.identify((rustam, malika), ("Rustam", "Malika"), reference)
    acts.find(zarina, reference).sees("Identified victim", "did not agree")

    asked = set.union(*(window.questions for window in (zarina, nigina, davlat, rustam, malika, umed)))
    assert any("How soon?" in question for question in asked)
    assert [question for question in asked if TESTIMONY.search(question)] == []
