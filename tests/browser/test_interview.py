"""The interview in a real browser: on a phone, by keyboard, with someone who declines and with a child."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_an_interview_ends_with_a_finding_and_its_reasons(screen: OpenScreen, size: str) -> None:
    officer = screen("zarina", size=size)
    said = "They kept our passports in the office." if size == "phone" else ""

    acts.interview(officer, Someone("Сафаргул Ятимова", "14.03.1998"), acts.COERCED, said)

    officer.sees("Presume that this person is a victim", "Why", "What could still change it", "What it does not mean")
    acts.is_shown_provisional(officer)


def test_danger_comes_first_and_shows_whom_to_call(screen: OpenScreen) -> None:
    officer = screen("zarina", size="phone").open("/screening/begin/")

    officer.press("Yes")

    officer.sees("Safety first", "Whom to call", "112")


def test_no_interview_begins_where_others_listen_or_a_companion_interprets(screen: OpenScreen) -> None:
    officer = screen("zarina").open("/screening/begin/").press("No")
    officer.answer("Can you two talk where nobody else listens?", "Not here")
    officer.answer("How do you understand each other?", "Someone who came with the person interprets")
    officer.answer("Is the person under 18, or could they be?", "No")

    officer.press("Go on")

    officer.sees("Find a place where nobody listens", "Whoever came along may be part of what happened")


def test_an_adult_who_declines_is_asked_for_no_name(screen: OpenScreen) -> None:
    officer = screen("zarina", size="phone")
    acts.begin_interview(officer).press("The person does not agree").sees("That is their right")
    expect(officer.page.get_by_label("Name", exact=True)).to_have_count(0)
    officer.answer("Sex", "Male").pick("Nationality", "Uzbekistan").answer("Reason", "does not want to talk now")

    officer.press("Keep this and end")

    officer.sees("Kept without a name")


def test_a_child_is_protected_whatever_the_answer(screen: OpenScreen) -> None:
    officer = screen("zarina")
    acts.begin_interview(officer, child=True).sees("Explain, and ask the child")

    officer.press("The child would rather not")
    acts.tell_who(officer, Someone("Ситора", "2012"))

    officer.answer("What is it about, as far as you can tell?", "Not sure").press("Begin the questions")
    acts.ask(officer, {acts.BROUGHT_CHILD: "Yes"})
    officer.sees("Child protection looks at this child now")


def test_answers_can_be_changed_and_the_earlier_answer_stays(screen: OpenScreen) -> None:
    officer = screen("zarina")
    acts.interview(officer, Someone("Гулрухсор", "1990"), {acts.BROUGHT: "No"})
    officer.sees("Nothing was found this time")

    officer.page.go_back()
    officer.look().press("Change the questions of page 1").answer(acts.BROUGHT, "Yes").press("Save and check answers")

    officer.sees("earlier:")


def test_the_first_pages_of_an_interview_need_no_mouse(screen: OpenScreen) -> None:
    officer = screen("zarina")
    page = officer.open("/screening/begin/").page
    page.get_by_role("main").focus()
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.innerText") != "No":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(officer.heading).to_have_text("Before you talk")

    for group in ("Can you two talk", "How do you understand", "Is the person under 18"):
        radio = page.get_by_role("group", name=group).get_by_role("radio").first
        for _ in range(40):
            if page.evaluate("element => element === document.activeElement", radio.element_handle()):
                break
            page.keyboard.press("Tab")
        expect(radio).to_be_focused()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(officer.heading).to_contain_text("Explain")
