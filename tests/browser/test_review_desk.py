"""The review desk in real Chromium: a text brought in, read by two who differ, settled by a third, and published."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.assessment.texts import TEXT
from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_text_is_brought_in_read_and_published(screen: OpenScreen, size: str):
    unlike = TEXT.replace("Fund shelters.", f"Fund shelters on a {size}.")
    analyst = screen("alisher", size=size)
    analyst.open("/assessment/narratives/").press("Bring in a text")
    analyst.pick("Which country is it about?", "Tajikistan")
    analyst.page.get_by_label("In which year did the report come out?").fill("2021")
    analyst.page.get_by_label("Who published it?").fill("US Department of State")
    analyst.page.get_by_role("textbox", name="The text").fill(unlike)
    analyst.press("Read it into facts").sees("The text", "What was read", "waits for a reader")
    first = analyst.page.locator("article.card").filter(has_text="24 people")
    first.get_by_role("button", name="Accept").click()
    analyst.look().sees("accepted")
    desk = analyst.page.url.split("#")[0]

    rustam = screen("rustam", size=size)
    rustam.page.goto(desk)
    rustam.page.locator("article.card").filter(has_text="24 people").get_by_role(
        "link", name="Correct or reject"
    ).click()
    rustam.page.get_by_label("Reject it").check()
    rustam.page.get_by_label("Why?").fill("Counted twice.")
    rustam.press("Keep this verdict").sees("readers differ")

    malika = screen("malika", size=size)
    malika.page.goto(desk)
    malika.page.get_by_role("link", name="Settle it").click()
    malika.look().sees("Two readers differ")
    malika.page.get_by_label("Why?").fill("The page says so.")
    malika.press("Settle it").sees("settled")
    malika.open("/assessment/series/").sees("Authorities identified 24")


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_criteria_say_what_is_missing_and_who_can_bring_it(screen: OpenScreen, size: str):
    analyst = screen("alisher", size=size)

    analyst.open("/assessment/criteria/gaps/").sees("Investigator", "presumed not done")
    analyst.open("/assessment/criteria/").press("1. Trafficking is prohibited and punished")
    expect(analyst.page).to_have_url(re.compile(r"/ms1/$"))
    analyst.page.get_by_label("met in part").check()
    analyst.page.get_by_label("Your reasons").fill("Article 130.1 leaves children out.")
    analyst.press("Keep this judgement").sees("Article 130.1 leaves children out.", "Alisher")
    analyst.open("/assessment/recommendations/").open("/assessment/comparison/").sees(
        "Countries and years side by side"
    )


def test_the_text_stays_beside_its_facts_at_the_place_that_is_looked_at(screen: OpenScreen):
    long = "".join(
        f"Authorities identified {number} trafficking victims in {2000 + number}.\n\n"
        f"{'The officials of the ministry met and talked of the work that was to be done in the year. ' * 6}\n\n"
        for number in range(3, 19)
    )
    analyst = screen("alisher", size="desktop")
    analyst.open("/assessment/narratives/bring/")
    analyst.pick("Which country is it about?", "Tajikistan")
    analyst.page.get_by_label("In which year did the report come out?").fill("2021")
    analyst.page.get_by_label("Who published it?").fill("Nobody")
    analyst.page.get_by_role("textbox", name="The text").fill(f"TAJIKISTAN: Tier 2\n\nPROTECTION\n{long}")
    analyst.press("Read it into facts")
    card = analyst.page.locator("article.card").filter(has_text="18 people")

    analyst.page.goto(f"{analyst.page.url.split('#')[0]}#{card.get_attribute('id')}")

    expect(analyst.page.locator("mark", has_text="identified 18 trafficking")).to_be_in_viewport()
