"""Answers are sent as they are given: without a connection, after a closed browser, beside a colleague, in real Chromium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import ARGUMENTS, CHROMIUM, SIZES, OpenScreen
from tests.browser.officers import PASSWORD, next_code
from tests.browser.screen import Screen
from tests.served import Served

pytestmark = pytest.mark.browser


def at_the_questions(officer: Screen) -> Screen:
    """An interview begun, agreed, at its first page of questions; the worker has what it keeps."""
    before_the_questions(officer).press("Begin the questions")
    officer.sees("How it began")
    officer.page.locator("form[data-kept]").wait_for()
    return officer


def before_the_questions(officer: Screen) -> Screen:
    acts.begin_interview(officer).press("The person agrees")
    acts.tell_who(officer, Someone("Нилуфар Раҷабова", "1995"))
    officer.answer("What is it about, as far as you can tell?", "Work or services")
    officer.answer("Was the person under 18 when it happened?", "No")
    return officer


def connection(officer: Screen):
    return officer.page.locator("#connection")


def without_a_connection(officer: Screen, off: bool = True) -> None:
    officer.page.context.set_offline(off)


def picked(officer: Screen, question: str):
    return officer.page.get_by_role("group", name=question).get_by_role("radio", checked=True)


def test_an_answer_is_saved_as_it_is_given_and_stands_after_a_reload(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina", size="phone"))

    officer.answer(acts.BROUGHT, "Yes")

    expect(connection(officer)).to_contain_text("Saved")
    officer.page.reload()
    expect(picked(officer, acts.BROUGHT)).to_have_value("yes")


def test_without_a_connection_answers_stay_locked_on_the_phone_and_go_when_it_is_back(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina", size="phone"))
    without_a_connection(officer)

    officer.answer(acts.BROUGHT, "Yes")
    expect(connection(officer)).to_contain_text("kept locked on this device: 1")
    kept = officer.page.evaluate(
        """async () => { const db = await new Promise((good) => { const r = indexedDB.open("panoh-interview");
        r.onsuccess = () => good(r.result); });
        const all = (name) => new Promise((good) => { const r = db.transaction(name).objectStore(name).getAll();
        r.onsuccess = () => good(r.result); });
        const [desk] = await all("desk"), rows = await all("changes");
        const text = rows.map((row) => new TextDecoder().decode(row.sealed)).join();
        db.close();
        return { extractable: desk.key.extractable, rows: rows.length, plain: /yes|act|answers/.test(text),
                 local: localStorage.length + sessionStorage.length }; }"""
    )
    without_a_connection(officer, False)

    expect(connection(officer)).to_contain_text("Saved")
    assert kept == {"extractable": False, "rows": 1, "plain": False, "local": 0}
    officer.page.reload()
    expect(picked(officer, acts.BROUGHT)).to_have_value("yes")


def test_a_reload_without_a_connection_shows_the_questions_and_what_was_kept_but_nobody(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina", size="phone"))
    without_a_connection(officer)
    officer.answer(acts.BROUGHT, "Yes")
    expect(connection(officer)).to_contain_text("1")

    officer.page.reload()

    officer.sees("There is no connection to the server now").sees_not("Zarina", "Нилуфар")
    expect(picked(officer, acts.BROUGHT)).to_have_value("yes")
    officer.page.locator("section:not([hidden])").get_by_role("button", name="Go on").click()
    expect(officer.page.locator("section:not([hidden]) .soft").first).to_contain_text("Page 2 of")
    group = officer.page.locator("section:not([hidden]) [data-item]").first
    group.get_by_label("No", exact=True).check()
    expect(connection(officer)).to_contain_text("2")
    without_a_connection(officer, False)
    expect(connection(officer)).to_contain_text("Saved")
    officer.page.reload()
    officer.sees_not("There is no connection")
    expect(officer.page.locator("[data-item]").first.get_by_role("radio", checked=True)).to_have_value("no")


def test_an_answer_given_before_the_page_has_all_its_scripts_is_kept_too(screen: OpenScreen) -> None:
    officer, held = screen("zarina", size="phone"), list[Route]()
    officer.page.route("**/interview/send*.js", lambda script: held.append(script))
    before_the_questions(officer).page.get_by_role("button", name="Begin the questions").click(no_wait_after=True)

    officer.answer(acts.BROUGHT, "Yes")
    expect(connection(officer)).to_be_hidden()
    assert len(held) == 1
    held.pop().continue_()

    expect(connection(officer)).to_contain_text("Saved")
    officer.page.reload()
    expect(picked(officer, acts.BROUGHT)).to_have_value("yes")


@pytest.fixture
def phone(browser: Browser, house: Served, tmp_path: Path) -> Iterator[object]:
    """A phone whose browser can be closed and opened again: what it keeps on disk stays."""
    opened: list[BrowserContext] = []

    def open_again() -> BrowserContext:
        while opened:
            opened.pop().close()
        made = browser.browser_type.launch_persistent_context(
            tmp_path / "phone",
            executable_path=shutil.which(CHROMIUM),
            args=ARGUMENTS,
            viewport=SIZES["phone"],
            locale="en-GB",
        )
        opened.append(made)
        return made

    yield open_again
    while opened:
        opened.pop().close()


def test_a_closed_browser_brings_back_what_was_not_sent(phone, house: Served) -> None:
    officer = at_the_questions(Screen(phone(), house.address).sign_in("zarina"))
    address = officer.page.url
    without_a_connection(officer)
    officer.answer(acts.BROUGHT, "Yes")
    officer.page.locator("details.own summary").click()
    officer.fill("What the person says about this", "They said a job in a shop.")
    expect(connection(officer)).to_contain_text("kept locked on this device: 2")

    again = Screen(phone(), house.address).sign_in("zarina")
    again.page.goto(address)

    expect(picked(again, acts.BROUGHT)).to_have_value("yes")
    expect(connection(again)).to_contain_text("Saved")
    again.page.reload()
    expect(again.page.get_by_label("What the person says about this")).to_have_value("They said a job in a shop.")
    assert again.faults == []


def test_signing_out_erases_what_was_kept(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina"))
    without_a_connection(officer)
    officer.answer(acts.BROUGHT, "Yes")
    expect(connection(officer)).to_contain_text("1")
    without_a_connection(officer, False)
    expect(connection(officer)).to_contain_text("Saved")

    officer.page.get_by_role("button", name="Sign out").click()
    officer.page.wait_for_url(re.compile("sign-in"))

    for _ in range(50):  # what is erased goes when the page that used it has let go
        left = officer.page.evaluate("async () => [(await indexedDB.databases()).length, (await caches.keys()).length]")
        if left == [0, 0]:
            break
        officer.page.wait_for_timeout(100)
    assert left == [0, 0]


def test_two_officers_on_one_page_see_both_answers_and_choose(screen: OpenScreen) -> None:
    first = at_the_questions(screen("zarina"))
    second = screen("nigina")
    second.page.goto(first.page.url)
    first.answer(acts.BROUGHT, "Yes")
    expect(connection(first)).to_contain_text("Saved")

    second.answer(acts.BROUGHT, "No")

    clash = second.page.locator(".clash")
    expect(clash).to_contain_text("A colleague answered on this page")
    expect(clash).not_to_contain_text("yes")  # the interview is another desk's: what for is asked first
    second.look()
    clash.get_by_role("button", name="Open it again").click()
    second.sees("What do you open it for?").page.get_by_role("radio").first.check()
    second.press("Open it")
    expect(clash).to_contain_text("Zarina answered: yes")
    second.look()
    second.page.get_by_role("button", name="Keep mine: no").click()
    expect(connection(second)).to_contain_text("Saved")
    first.page.reload()
    expect(picked(first, acts.BROUGHT)).to_have_value("no")


def test_an_answer_can_be_taken_back(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina"))
    officer.answer(acts.BROUGHT, "Yes")
    expect(connection(officer)).to_contain_text("Saved")

    officer.answer(acts.BROUGHT, "Not asked").press("Save and check answers")

    officer.sees("0 yes, 0 no, 0 not known")


def test_targets_are_large_and_nothing_scrolls_sideways_on_the_smallest_phone(screen: OpenScreen) -> None:
    officer = at_the_questions(screen("zarina", size="phone"))
    officer.page.set_viewport_size({"width": 320, "height": 568})

    small = officer.page.evaluate(
        """() => [...document.querySelectorAll("main form .answers label, main form button, main summary")]
        .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 44).map((each) => each.innerText)"""
    )

    assert small == []
    assert officer.page.evaluate("document.documentElement.scrollWidth") <= 320
    officer.page.get_by_role("group", name=acts.BROUGHT).scroll_into_view_if_needed()
    bottom = officer.page.get_by_role("button", name="Save and go on").bounding_box()
    assert bottom
    assert bottom["y"] + bottom["height"] <= 568


def test_the_explanation_in_dari_runs_from_right_to_left(screen: OpenScreen) -> None:
    officer = screen("zarina", size="phone").open("/screening/begin/").press("No")
    acts.tell_conditions(officer, language="Dari").press("Show it large")

    html = officer.page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")
    expect(html).to_have_attribute("lang", "fa-AF")
    officer.sees("مجبور نیستید جواب بدهید").look()


def test_without_a_script_the_page_is_a_form_like_any_other(browser: Browser, house: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=SIZES["phone"], locale="en-GB")
    page = context.new_page()
    page.goto(f"{house.address}/sign-in/")
    page.get_by_label("Your sign-in name").fill("zarina")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code").fill(next_code("zarina"))
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{house.address}/screening/begin/")
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("group", name="Can you two talk").get_by_label("Yes", exact=True).check()
    page.get_by_label("We speak the same language").check()
    page.get_by_label("In which language do you talk?").select_option(label="Tajik")
    page.get_by_role("group", name="Is the person under 18").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="The person agrees").click()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("group", name="What is it about").get_by_label("Work or services").check()
    page.get_by_role("group", name="Was the person under 18").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Begin the questions").click()
    page.get_by_role("group", name=acts.BROUGHT).get_by_label("Yes", exact=True).check()

    page.get_by_role("button", name="Save and check answers").click()

    expect(page.locator("main")).to_contain_text("1 yes, 0 no, 0 not known")
    context.close()
