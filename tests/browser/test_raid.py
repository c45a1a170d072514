"""A raid from opening to closing: two officers at one roster, numbers that move by themselves, and a hand-over."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import expect

from tests.browser.acts import tell_conditions
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.journey]


def opened(officer: Screen, title: str) -> Screen:
    officer.open("/screening/operations/").press("Open an operation")
    officer.pick("What is it?", "raid").pick("Sector of work", "Commercial sex")
    officer.fill("How your desk calls it", title).fill("How many people are expected?", "4")
    return officer.press("Open").sees(title, "Separate those suspected of exploiting")


def number_of(officer: Screen, place: str) -> str:
    return officer.page.locator("dl.counts").locator(f"dt:has-text('{place}') + dd").inner_text()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_raid_from_opening_to_closing_by_two_officers(screen: OpenScreen, size: str) -> None:
    nigina, davlat = screen("zarina", size=size), screen("nigina", size=size)
    title = f"RAID {uuid.uuid4().hex[:6]}"
    opened(nigina, title)
    address = nigina.page.url

    # counted before anybody is spoken to
    nigina.page.get_by_text("People seen, not yet spoken to").click()
    nigina.fill("How many people?", "3").press("Add them").sees("3 people were added.")
    nigina.press("Add one person").fill("How to find the person", "girl, green scarf").fill("About how old?", "16")
    nigina.press("Add").sees("Line 4 was added.", "girl, green scarf")

    # two officers call; the girl goes to one of them, and the other gets somebody else
    nigina.press("Call the next person").sees("girl, green scarf", "with Zarina")
    davlat.open(address).press("Call the next person").sees("with Nigina").sees_not("green scarf")

    # the numbers move on a page that stays open
    davlat.open(address)
    assert number_of(davlat, "Being screened now") == "2"
    nigina.press("Back into the queue")
    expect(davlat.page.locator("dl.counts").locator("dt:has-text('Being screened now') + dd")).to_have_text("1")

    # an interview begins from the roster; another officer goes on with it
    nigina.press("Call the next person").press("Screen now").press("No")
    tell_conditions(nigina, child=True)
    davlat.open(address)
    davlat.page.get_by_role("link", name="4", exact=True).first.click()
    davlat.press("Go on with the interview begun by Zarina").sees("Explain, and ask the child")

    # handed over: the second officer is responsible only after accepting
    nigina.open(address).press("Hand over to the next shift")
    desk = nigina.page.get_by_label("To whom?").locator("option", has_text="Nigina")
    nigina.page.get_by_label("To whom?").select_option(value=desk.get_attribute("value"))
    nigina.fill("What the next shift should know", "The owner was taken away.").press("Offer it")
    nigina.sees("You stay responsible until it is accepted.")
    davlat.open("/screening/operations/").sees(title).press("Read and answer").sees("The owner was taken away.")
    davlat.press("Accept: I am responsible from now on").sees("Responsible now: Nigina")

    # closing is refused in silence and taken with a reason
    davlat.press("Close the operation").sees("4 people are not accounted for.")
    davlat.press("Close the operation").sees("This was not done")
    davlat.fill("Why somebody is not accounted for", "Taken to the shelter by bus; seen there tomorrow.")
    davlat.press("Close the operation").sees("Closed on").sees_not("by bus")
    davlat.press("Open it again").sees("Call the next person")


def test_numbers_and_the_sheet_for_paper(screen: OpenScreen) -> None:
    zarina = screen("zarina", size="phone")
    title = f"RAID {uuid.uuid4().hex[:6]}"
    opened(zarina, title)
    address = zarina.page.url
    zarina.press("Add one person").fill("Name", "Раҳимова Гулрухсор").press("Add")

    zarina.press("Sheet for paper").sees("Раҳимова Гулрухсор", "Write no answers on it")
    zarina.open(address).press("More numbers").sees("By sex and age", "without names").sees_not("Гулрухсор")
    zarina.open("/screening/operations/numbers/").sees("people were asked", "By kind")
    zarina.open("/screening/again/").sees("To be seen again this week")
