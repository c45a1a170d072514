"""A police list in another script names a foreign woman: seen, confirmed, weighed, lifted. She asks to stay, is let stay, and
before that ends her case manager is told."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta

import pytest

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.journey]
TODAY = date.today()
MAY_BE = "A list may name this person"


def test_a_police_list_reaches_her_case_manager_and_the_fine_is_lifted_and_she_may_stay(screen: OpenScreen) -> None:
    zarina, nigina, behruz = screen("zarina"), screen("nigina"), screen("behruz")
    parvina, umed = screen("parvina", size="phone"), screen("umed", size="phone")
    family = f"Юлдашева{uuid.uuid4().hex[:3].translate(str.maketrans('0123456789abcdef', 'абвгдежзиклмнопр'))}"
    reference = acts.referred(zarina, Someone(f"Зулфия {family}", "1990-04-02", nationality="Uzbekistan"))
    acts.take_in(nigina, reference)
    name_manager(nigina, reference, "Parvina")

    fine_and_detention(behruz, f"{family} Зулфия")
    confirm(parvina, reference)
    lift(parvina, reference)

    ask_to_stay(parvina, reference)
    let_stay(umed, reference)
    parvina.open("/").sees(reference, "The residence permit ends within 7 days")


def name_manager(intake: Screen, reference: str, name: str) -> None:
    acts.find(intake, reference).press("Name the case manager")
    intake.page.locator("main").get_by_role("radio", name=re.compile(name)).check()
    intake.press("Name the case manager")


def fine_and_detention(police: Screen, name: str) -> None:
    rows = f"фио;дата рождения;вид наказания;дата;по\n{name};02.04.1990;штраф;{TODAY:%d.%m.%Y};\n"
    rows += f"{name};02.04.1990;арест;{TODAY:%d.%m.%Y};{TODAY + timedelta(days=9):%d.%m.%Y}\n"
    police.open("/exchange/penalties/").answer("What is it a list of?", "a fine").pick("By whom?", "police")
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    police.page.get_by_label("The list").set_input_files(file)
    police.press("See what is in it").sees("Rows that can be compared").sees_not(name)
    police.press("Compare with everybody the mechanism knows").sees("2 to be decided").sees_not(name)


def confirm(manager: Screen, reference: str) -> None:
    """Both hits are put before her case manager."""
    for _ in range(2):
        manager.open("/").sees(MAY_BE).page.locator("main tr", has_text=MAY_BE).get_by_role("link").first.click()
        manager.look().sees(reference, "What speaks for it and against it")
        manager.press("The same person: record the penalty").sees("Whoever answers for the person is told now.")
    manager.open("/").sees("look whether it hangs together with the exploitation").sees_not(MAY_BE)


def lift(manager: Screen, reference: str) -> None:
    acts.find(manager, reference).press("Penalties on the person").press("Look at it").press("Look at the link")
    manager.answer("Was the person forced or coerced into it?", "yes")
    manager.answer("Is it a direct consequence of having been trafficked?", "not known")
    manager.fill("Why?", "He sent her there and kept her papers.").press("Record it")
    manager.sees("It hangs together with the exploitation").press("Ask for relief")
    manager.page.locator("main").get_by_role("radio").first.check()
    manager.pick("Of whom?", "a court").fill("On which day?", TODAY.isoformat()).press("Record it").sees("asked")


def ask_to_stay(manager: Screen, reference: str) -> None:
    acts.find(manager, reference).press("Residence").sees("No help, shelter or status depends on it.")
    manager.press("Ask for a residence permit")
    manager.page.locator("main").get_by_label(re.compile("The person’s situation makes it necessary")).check()
    manager.press("Record it").sees("personal situation", "asked for")


def let_stay(authority: Screen, reference: str) -> None:
    authority.open("/").press(reference)
    authority.answer("What is decided?", "granted").fill("Valid from", TODAY.isoformat())
    authority.fill("Valid until", (TODAY - timedelta(days=1)).isoformat()).press("Record it")
    authority.sees("A permit ends on the day it begins, or later.")
    authority.fill("Valid until", (TODAY + timedelta(days=5)).isoformat()).press("Record it").sees("valid from")
