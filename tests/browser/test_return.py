"""A consul opens a file for a woman abroad and brings her home, with everything a return waits for; and a child whom the state
holds: the late review stands first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from panoh.instruments import countries
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen
from tests.served import Served

pytestmark = pytest.mark.browser
TODAY = date.today().isoformat()
AGREES = "Does the person agree that the consulate"
SHELTER = "State shelter for victims of trafficking · Shelter, Dushanbe"


def agrees(consul: Screen, to: str) -> None:
    consul.press("Ask for consent").pick("What is the person asked about?", to)
    consul.pick("In which language was it explained?", "Tajik").tick("I explained what is shared")
    consul.answer("The person's answer", "agrees").press("Record the answer")


def test_a_woman_abroad_comes_home_and_nothing_lacks_on_the_day(screen: OpenScreen, house: Served) -> None:
    consul = screen("timur", size="phone").open("/protection/consular/").press("Open a file for somebody abroad")
    consul.answer("How was the person met?", "the person asked for help")
    consul.answer("What does the person wish?", "wishes to return").tick("A doctor")
    consul.fill("Name", "Канорӣ Лола").fill("Birth date", "1995")
    consul.answer(AGREES, "no").pick("In which language was it explained?", "Tajik").press("Record it")
    consul.sees("This was not done", "has not agreed").answer(AGREES, "yes").tick("It was explained")
    consul.press("Record it").sees("Канорӣ Лола", "A doctor")
    file = consul.page.url
    consul.press("Ask for a travel document").answer("Which document?", "a certificate for the return")
    consul.fill("On which day was it asked for?", TODAY).press("Record it").press("It was issued")
    consul.fill("On which day was it issued?", TODAY).fill("Its number", "К1234567").press("Record it").sees("К1234567")
    agrees(consul, "a service")
    consul.open(file).press("Plan a return").pick("To which country?", "Tajikistan").pick("To which region?", "Sughd")
    consul.fill("On which day is it planned?", (date.today() + timedelta(days=3)).isoformat())
    consul.fill("Where exactly", "Her sister in the old town").fill("What is agreed with the person", "A room, sewing")
    consul.answer("The document to travel on", "the person has it").answer(
        "Does somebody travel", "somebody travels with them"
    )
    consul.pick("Is the person well enough", "yes, a doctor or the person says so").tick("I looked: no paper")
    consul.press("Record it").sees("What is lacking today", "The risks of this return were not assessed")
    planned = consul.page.url
    assess(consul)
    consul.press("Ask the person alone").answer("Does the person wish to return?", "yes")
    consul.fill("In their own words", "I want to go to my sister").answer("Who was there", "nobody else")
    consul.pick("In which language?", "Tajik").tick("I said: you may change your mind").press("Record it")
    consul.press("Name who receives them").pick("Which desk receives the person?", SHELTER)
    consul.fill("With whom was it agreed", "Shahlo, today").tick("name").press("Record it").sees(
        "Nothing is lacking today"
    )

    house.run("tests.browser.later")

    consul.open(planned).sees("older than the procedure allows").sees_not("The person departs")
    assess(consul)
    consul.sees("Nothing is lacking today").press("The person departs").sees("departed")
    shelter = screen("shahlo", size="phone").open("/").sees("Receive the person, and record that they came")
    shelter.open(planned).sees_not("Risks of this return").press("The person came")
    shelter.fill("On which day did the person come?", TODAY).fill("Who received them", "Farzona; tired and well")
    shelter.press("Record it").sees("received")
    consul.open(file).press("Case ").sees("Received after the return", "Departed: Tajikistan")


def assess(consul: Screen) -> None:
    consul.press("Assess the risks")
    for factor in countries.returning("tj").factors:
        consul.answer(factor.name.en, "No")
    consul.fill("What would the person meet there?", "Her sister waits; nobody there knows.")
    consul.answer("What follows from it?", "safe").press("Record it")


def test_a_child_held_by_the_state_whose_review_is_late_stands_first(screen: OpenScreen, house: Served) -> None:
    guard = screen("zarina").open("/screening/operations/new/")
    guard.pick("What is it?", "camp list").fill("How your desk calls it", "Return from the camp").fill(
        "On which day?", TODAY
    )
    guard.press("Open")
    operation = guard.page.url
    guard.page.locator("summary", has_text="People seen, not yet spoken to").click()
    guard.fill("How many people?", "2").press("Add them")
    guard.open(operation).press("They arrived: let them rest first").press("Record it").sees("2 people rest until then")
    guard.page.locator("main tbody th a").first.click()
    guard.look().press("The child is held by the state").answer("By whom is the child held?", "a security body")
    guard.fill("Since which day?", TODAY).answer("On what basis?", "none was shown").press("Record it")
    guard.sees("Nobody has looked at it yet").press("Somebody asks to see the child")
    guard.answer("Who asks to see the child?", "an international organisation").fill("On which day?", TODAY)
    guard.press("Record it").press("Record the answer").answer("Were they let in?", "no")
    guard.pick("If not, which reason was told?", "no reason was given").fill("On which day?", TODAY).press("Record it")
    guard.sees("refused", "no reason was given")

    house.run("tests.browser.later")

    guard.open("/")
    expect(guard.page.locator("main table.worklist tbody tr").first).to_contain_text(
        "Look whether the child still has to"
    )
    guard.open("/protection/custody/").sees("1 child is held now", "Reviews that are late")
