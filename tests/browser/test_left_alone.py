"""A screen left alone is veiled and nothing typed is lost; a page put on paper is on record."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen

pytestmark = [pytest.mark.browser, pytest.mark.journey]
MINUTE = 60_000


def test_a_screen_nobody_touches_is_veiled_and_opens_with_what_was_typed(screen: OpenScreen) -> None:
    window = screen("zarina", size="phone")
    window.page.clock.install()
    window.open("/find/")
    window.page.locator("main").get_by_role("textbox").fill("Канорӣ")
    veil = window.page.locator("button.veil")

    window.page.clock.fast_forward(MINUTE)
    expect(veil).to_be_hidden()
    window.page.clock.fast_forward(2 * MINUTE)
    expect(veil).to_be_visible()
    assert "blur" in window.page.locator("main").evaluate("main => getComputedStyle(main).filter")

    veil.click()
    expect(veil).to_be_hidden()
    expect(window.page.locator("main").get_by_role("textbox")).to_have_value("Канорӣ")


def test_a_page_put_on_paper_says_so(screen: OpenScreen) -> None:
    window = screen("zarina").open("/referral/")

    with window.page.expect_request("**/printed/") as told:
        window.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert "/referral/" in (told.value.post_data or "")
    window.page.emulate_media(media="print")
    expect(window.page.locator(".print-mark")).to_contain_text("Printed by")
