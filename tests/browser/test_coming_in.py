"""Coming in: an empty installation gets its administrator, officers are invited, and everyone can do it by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen
from tests.browser.officers import PASSWORD, next_code
from tests.browser.second_steps import next_app_code
from tests.served import served

pytestmark = pytest.mark.browser


def test_an_empty_installation_is_set_up_from_the_printed_link_to_the_first_invited_officer(screen: OpenScreen) -> None:
    with served(migrated=False) as empty:
        link = re.search(r"http://\S+/first-administrator/\S+", empty.printed)
        assert link
        administrator = screen(at=empty).open(link.group())
        administrator.fill("Your name", "Safar").fill("Sign-in name you choose", "safar")
        administrator.fill("Password you choose", PASSWORD).press("Begin").sees("asks for a second step")
        administrator.add_app()

        administrator.open("/posts/").press(re.compile("Add an officer – Dushanbe airport"))
        administrator.fill("The officer's name", "Zarina").fill("Sign-in name", "zarina").press("Add")
        invitation = administrator.page.locator("code").inner_text()
        officer = screen(at=empty).open(invitation).sees("Welcome, Zarina")
        officer.fill("Password you choose", PASSWORD).press("Begin").sees("asks for a second step")
        app = officer.add_app()
        officer.open("/").sees("My work")

        phone = screen(at=empty, size="phone").sign_in("zarina", code=next_app_code(app))
        phone.page.get_by_role("link", name="Change my password").click()
        phone.look().fill("Your password until now", PASSWORD).fill("Password you choose", "Zarina-Panoh-1")
        phone.press("Change my password").sees("is guessed first")
        phone.fill("Your password until now", PASSWORD).fill("Password you choose", "another calm river stone")
        phone.press("Change my password").sees("Your password is changed", "My work")
        officer.open("/screening/").sees("Sign in")
        officer.sign_in("zarina", "another calm river stone", code=next_app_code(app))

        officer.open("/screening/")
        assert screen(at=empty).open(invitation).heading.inner_text() == "This was not done"


def test_signing_in_needs_no_mouse(screen: OpenScreen) -> None:
    page = screen().open("/sign-in/").page

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your sign-in name")).to_be_focused()
    page.keyboard.type("zarina")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Code").focus()
    page.keyboard.type(next_code("zarina"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("My work")


def test_a_wrong_password_says_what_to_do(screen: OpenScreen) -> None:
    visitor = screen(size="phone").open("/sign-in/").fill("Your sign-in name", "zarina").fill("Password", "wrong")

    visitor.press("Sign in")

    visitor.sees("do not fit")


def test_three_presses_of_escape_leave_the_page_and_end_the_session(screen: OpenScreen) -> None:
    window = screen("zarina")

    for _ in range(3):
        window.page.keyboard.press("Escape")

    window.page.wait_for_url("**/healthz")
    expect(window.open("/").heading).to_have_text("Sign in")


def test_what_an_officer_saw_is_not_brought_back_by_the_back_button(screen: OpenScreen) -> None:
    window = screen("zarina", size="phone")
    window.page.get_by_role("button", name="Sign out").click()
    window.page.wait_for_url("**/sign-in/")

    window.page.go_back()

    expect(window.heading).to_have_text("Sign in")


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("language", ["тоҷикӣ", "русский"])
def test_the_page_speaks_the_language_one_chooses(screen: OpenScreen, size: str, language: str) -> None:
    window = screen(size=size).open("/sign-in/")

    window.page.get_by_role("button", name=re.compile(language, re.IGNORECASE)).click()
    window.look()

    expect(window.page.locator("html")).to_have_attribute("lang", "tg" if language == "тоҷикӣ" else "ru")
