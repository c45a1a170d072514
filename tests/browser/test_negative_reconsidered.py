"""Refused at first instance, told so on a phone in a safe way, asked again: whoever decided before finds the door shut, and
somebody else decides anew. Help is given all along."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.journey]
GROUNDS = "Her sister found the contract with the debt in it."
TOLD = {
    "Who was told?": "the person",
    "By which way?": "by telephone, as the person agreed",
    "Who interpreted?": "not needed: told in the person’s own language",
    "Was it understood?": "told, and the person said it back in their own words",
    "The paper": "deliberately not: a paper could betray the person",
}


def test_told_by_a_safe_way_asked_again_and_decided_anew_by_somebody_else(screen: OpenScreen) -> None:
    zarina, nigina = screen("zarina", size="phone"), screen("nigina")
    davlat, gulnora = screen("davlat"), screen("gulnora")
    reference = acts.referred(zarina, acts.Someone("Назарова Садбарг", "1994"))
    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=False)
    acts.sign(gulnora, reference).sees("No time runs against the person until it is told and understood.")

    tell(zarina, reference)
    acts.record_need(zarina, reference, "Legal help and representation", "within days")

    acts.find(zarina, reference).press("Ask for reconsideration")
    zarina.answer("Who asks?", "the person").fill("What is new, or what went wrong?", GROUNDS)
    zarina.press("Ask for reconsideration").sees("Others look at the negative decision again.")

    for officer in (davlat, gulnora):
        acts.find(officer, reference).sees("nobody is removed")
        expect(officer.page.get_by_role("link", name="Decide anew")).to_have_count(0)
    decide_anew(screen("bek"), reference)


def tell(officer: Screen, reference: str) -> None:
    """By telephone first, which the person never agreed to: refused, with nothing typed lost; then face to face."""
    acts.find(officer, reference).press("Tell the decision").sees("A paper can betray.", "threshold not met")
    for question, answer in TOLD.items():
        officer.answer(question, answer)
    officer.pick("In which language?", "Tajik").press("Keep how it was told")
    officer.sees("The person has not agreed to being contacted in this way.", "Tell them face to face")
    expect(officer.page.get_by_label(TOLD["The paper"])).to_be_checked()
    officer.answer("By which way?", "face to face, with nobody else listening")
    officer.press("Keep how it was told").sees("It is kept who was told")


def decide_anew(officer: Screen, reference: str) -> None:
    acts.find(officer, reference).press("Decide anew").sees(GROUNDS)
    officer.tick("There are reasonable grounds").answer("Form of exploitation", "forced labour")
    officer.fill("Your reasons", acts.REASONS).tick("I have no conflict of interest").press("Keep the decision")
    officer.sees("Recovery and reflection")
