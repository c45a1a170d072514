"""Refused at first instance, told so on a phone in a safe way, and asked again: whoever decided before finds the door shut."""

from __future__ import annotations

import pytest

from tests.browser import acts
from tests.browser.conftest import RESULTS, OpenScreen
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser
GROUNDS = "Her sister found the contract with the debt in it."


def test_told_by_a_safe_way_and_asked_again(screen: OpenScreen) -> None:
    zarina, nigina = screen("zarina", size="phone"), screen("nigina")
    davlat, gulnora = screen("davlat"), screen("gulnora")
    reference = acts.interview(zarina, acts.Someone("Назарова Садбарг", "1994"), acts.COERCED)
    acts.agree(zarina, reference, "referral into the mechanism")
    acts.lodge(zarina, reference)
    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=False)
    acts.sign(gulnora, reference).sees("No time runs against the person until it is told and understood.")

    acts.find(zarina, reference).press("Tell the decision").sees("A paper can betray.", "threshold not met")
    picture(zarina, "tell")
    said = {
        "Who was told?": "the person",
        "By which way?": "by telephone, as the person agreed",
        "Who interpreted?": "not needed: told in the person’s own language",
        "Was it understood?": "told, and the person said it back in their own words",
        "The paper": "deliberately not: a paper could betray the person",
    }
    for question, answer in said.items():
        zarina.answer(question, answer)
    zarina.pick("In which language?", "Tajik").press("Keep how it was told")
    zarina.sees("The person has not agreed to being contacted in this way.", "Tell them face to face")
    zarina.answer("By which way?", "face to face, with nobody else listening")
    zarina.press("Keep how it was told").sees("It is kept who was told")

    acts.find(zarina, reference).press("Ask for reconsideration")
    picture(zarina, "reconsider")
    zarina.answer("Who asks?", "the person").fill("What is new, or what went wrong?", GROUNDS)
    zarina.press("Ask for reconsideration").sees("Others look at the negative decision again.")

    acts.find(davlat, reference).sees("nobody is removed").sees_not("Decide anew")
    acts.find(nigina, reference).sees("Under reconsideration").press("Pause the case").sees("Nothing is deleted")
    nigina.open("/identification/signals/").sees("whom nobody has met yet")
    picture(nigina, "signals")


def picture(window: Screen, name: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    window.page.screenshot(path=RESULTS / f"decision-{name}.png", full_page=True)
