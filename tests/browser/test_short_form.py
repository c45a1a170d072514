"""A short form at a border in a real browser: from a few questions to the full set, and what a sign means."""

from __future__ import annotations

import pytest

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser

PAPERS = "Does someone else hold the papers or the telephone of the person, so that they cannot have them now?"


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_sign_on_a_short_form_leads_on_to_the_full_questions(screen: OpenScreen, size: str) -> None:
    officer = screen("zarina", size=size)
    acts.begin_interview(officer).press("The person agrees")
    acts.tell_who(officer, Someone("Нигора Одинаева", "02.02.1996"))
    officer.answer("How much can be asked here?", "A few questions only")
    officer.answer("Was the person under 18 when it happened?", "No").look().press("Begin the questions")

    acts.ask(officer, {PAPERS: "Yes"})

    officer.sees("A full interview is due", "Signs are recorded", "What it does not mean").look()
    officer.press("Ask in full now: work or services").sees("How it began")


def test_what_a_sign_means_is_told_before_a_list_is_begun(screen: OpenScreen) -> None:
    officer = screen("zarina", size="phone").open("/screening/").press("Sets of questions").look()

    officer.press("First-line form for adults").sees("a first step: never decides alone", "The rule").look()
    officer.press("What a sign means, and how many interviews a list needs")

    officer.sees("Not measured here", "29% of those with a sign are trafficked").look()


def test_two_officers_hold_a_set_against_its_text(screen: OpenScreen) -> None:
    first, second = screen("nigina"), screen("davlat", size="phone")
    path = "/screening/instruments/ilo_ec_adult_labour/"
    first.open(path).press("I held it against the official text")
    first.fill("Which official text?", "Operational indicators, revised edition").fill("Where in it?", "page 3").look()
    first.press("Record").sees("Waits for a second officer")

    second.open(path).press("I read it too, and agree")

    second.sees("Held against the official text by two officers", "seen second-hand").look()
