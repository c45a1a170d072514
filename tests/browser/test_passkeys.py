"""Passkeys in real Chromium, with an authenticator of its own (CDP): added, asked for, of no use to a stranger."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen
from tests.browser.officers import PASSWORD
from tests.browser.screen import Screen
from tests.served import Served

pytestmark = pytest.mark.browser
A_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Key:
    """A key in one browser window."""

    def __init__(self, window: Screen) -> None:
        self.tools = window.page.context.new_cdp_session(window.page)
        self.tools.send("WebAuthn.enable")
        self.id = self.tools.send("WebAuthn.addVirtualAuthenticator", {"options": A_KEY})["authenticatorId"]

    def held(self) -> list[dict[str, Any]]:
        return self.tools.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]

    def copy_of(self, other: Key) -> None:
        for credential in other.held():
            self.tools.send("WebAuthn.addCredential", {"authenticatorId": self.id, "credential": credential})


@pytest.fixture
def by_name(house: Served) -> str:
    """Browsers give passkeys to names, not to numbers."""
    return house.address.replace("127.0.0.1", "localhost")


def named(window: Screen, by_name: str) -> Screen:
    window.address = by_name
    return window


def with_passkey(window: Screen, name: str) -> Key:
    key = Key(window)
    window.sign_in(name).open("/my-sign-in/").fill("A name for it", "this computer")
    add = window.page.locator("form[data-new-passkey]")
    add.get_by_label("Your password").fill(PASSWORD)
    add.get_by_role("button", name="Add a passkey").click()
    window.sees("passkey – this computer")
    return key


def half_in(window: Screen, name: str) -> Screen:
    window.open("/sign-in/").fill("Your sign-in name", name).fill("Password", PASSWORD)
    window.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(window.heading).to_have_text("Second step")
    return window


def test_a_passkey_is_added_and_from_then_on_opens(screen: OpenScreen, by_name: str) -> None:
    window = named(screen(), by_name)
    key = with_passkey(window, "parvina")
    window.page.get_by_role("button", name="Sign out").click()

    half_in(window, "parvina").page.get_by_role("button", name="Use my passkey").click()

    expect(window.heading).to_have_text("My work")
    assert len(key.held()) == 1


def test_a_wrong_password_is_said_to_be_one_when_a_passkey_is_added(screen: OpenScreen, by_name: str) -> None:
    window = named(screen(), by_name)
    Key(window)
    window.sign_in("zarina").open("/my-sign-in/").fill("A name for it", "this computer")
    add = window.page.locator("form[data-new-passkey]")
    add.get_by_label("Your password").fill("another password than hers")
    add.get_by_role("button", name="Add a passkey").click()

    window.sees("This is not your password, or there were too many tries.")


def test_without_the_key_the_button_says_so_and_a_code_still_opens(screen: OpenScreen, by_name: str) -> None:
    window = named(screen(size="phone"), by_name)
    with_passkey(window, "mavzuna")
    stranger = half_in(named(screen(), by_name), "mavzuna")
    Key(stranger)

    stranger.page.get_by_role("button", name="Use my passkey").click()

    stranger.sees("The passkey was not taken")
    assert stranger.open("/").heading.inner_text() == "Sign in"


def test_a_copy_of_a_key_that_counted_less_is_refused(screen: OpenScreen, by_name: str) -> None:
    window = named(screen(), by_name)
    key = with_passkey(window, "farzona")
    other = half_in(named(screen(), by_name), "farzona")
    Key(other).copy_of(key)  # at the count of the day it was copied
    for _ in range(2):
        window.page.get_by_role("button", name="Sign out").click()
        half_in(window, "farzona").page.get_by_role("button", name="Use my passkey").click()
        expect(window.heading).to_have_text("My work")

    other.page.get_by_role("button", name="Use my passkey").click()

    other.sees("The passkey was not taken")


def test_by_an_address_of_numbers_no_passkey_is_offered_and_the_page_says_why(screen: OpenScreen) -> None:
    window = screen("rustam")

    window.open("/my-sign-in/")

    window.sees("Passkeys work only where Panoh is reached by a name over https")
    assert window.page.get_by_role("button", name=re.compile("Add a passkey")).count() == 0
