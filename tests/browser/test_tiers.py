"""The tier pages in real Chromium: narrowed by address, read on a phone, clean for a screen reader."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_an_analyst_narrows_the_board_and_reads_one_country(screen: OpenScreen, size: str):
    analyst = screen("alisher", size=size)
    analyst.open("/assessment/tiers/").pick("Region", "Central Asia").pick("Tier", "Tier 2 Watch List")
    analyst.pick("in the report of", "2024").press("Show").sees("2 countries")
    expect(analyst.page).to_have_url(re.compile(r"region=143&tier=2WL&report=2024"))

    analyst.press("Tajikistan").sees(
        "In the report of 2025:", "What each placement in the report of 2026 would trigger"
    )

    analyst.page.get_by_text("The same placements as a table").click()
    analyst.look().sees("Heiss and Kelley")


def test_on_a_phone_the_door_one_is_in_stands_in_view_however_far_the_row_of_doors_is_moved(screen: OpenScreen):
    analyst = screen("alisher", size="phone").open("/assessment/tiers/")
    door, row = analyst.page.locator(".doors [aria-current]"), analyst.page.locator(".doors")

    expect(door).to_be_in_viewport(ratio=1)
    row.evaluate("row => { row.scrollLeft = row.scrollWidth; }")
    expect(door).to_be_in_viewport(ratio=1)


def test_the_law_and_the_check_are_read_on_a_phone(screen: OpenScreen):
    analyst = screen("alisher", size="phone")

    analyst.open("/assessment/tiers/law/").sees("In force from 09.01.2019.")
    analyst.open("/assessment/tiers/check/").sees("3511 placements of 190 countries")
    analyst.open("/assessment/tiers/VUT/").sees("not open by law")
