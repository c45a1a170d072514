"""A consul asks a body abroad for help; the data-protection officer refuses too much, then approves less, without a name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser
ASKED = "Say whether a body abroad may be told of a person"


def test_a_body_abroad_is_told_less_and_only_after_the_data_protection_officer_said_so(screen: OpenScreen) -> None:
    consul = screen("timur", size="phone").open("/protection/consular/new/")
    consul.answer("How was the person met?", "the person asked for help").answer(
        "What does the person wish?", "wishes to stay"
    )
    consul.fill("Name", "Канорӣ Моҳира").fill("Birth date", "1993")
    consul.answer("Does the person agree that the consulate", "yes").tick("It was explained")
    consul.pick("In which language was it explained?", "Tajik").press("Record it").sees("Канорӣ Моҳира")
    file = consul.page.url
    consul.press("Ask for consent").pick("What is the person asked about?", "sharing with a body abroad")
    consul.pick("In which language was it explained?", "Tajik").tick("I explained what is shared")
    consul.answer("The person's answer", "agrees").press("Record the answer")

    asks_for(consul.open(file), "name", "papers")
    consul.sees("waits for the data-protection officer").sees_not("Record the answer")
    guard = screen("firuza").open("/").sees(ASKED)
    guard.page.locator("main tr", has_text=ASKED).get_by_role("link").first.click()
    guard.look().sees("House of Hope", "name", "papers", "agreed on").sees_not("Канорӣ")
    guard.answer("May the body be told this of the person?", "no").press("Record it").sees("This was not done")
    guard.pick("If not: why?", "more is told than the body needs").fill(
        "What would have to be otherwise?", "The name is enough."
    )
    guard.press("Record it").sees("refused")
    consul.open("/").sees("Ask the body abroad anew").open(file).sees(
        "more is told than the body needs", "The name is enough."
    )

    asks_for(consul, "name")
    guard.open("/").page.locator("main tr", has_text=ASKED).get_by_role("link").first.click()
    guard.look().answer("May the body be told this of the person?", "yes").press("Record it").sees("approved")
    consul.open("/").sees("Tell the body abroad, and record what it answers").open(file).press("Record the answer")
    consul.answer("Does it help?", "yes").fill("On which day did it answer?", date.today().isoformat())
    consul.press("Record it").sees("helps")


def asks_for(consul: Screen, *fields: str) -> None:
    consul.press("Ask a body of the country there").fill("Which body of the country there", "House of Hope")
    consul.fill("What is it asked for?", "A bed and a lawyer")
    for each in fields:
        consul.tick(each)
    consul.press("Record it")
