"""A year is frozen, signed by another, corrected beside, and taken out on paper, in real Chromium."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen
from tests.served import Served

pytestmark = pytest.mark.browser
YEAR = str(datetime.now(UTC).year - 1)


@pytest.mark.journey
def test_a_year_is_frozen_signed_corrected_beside_and_taken_out_on_paper(screen: OpenScreen, house: Served):
    house.run("tests.browser.last_year")
    analyst, commission = screen("alisher"), screen("rustam", size="phone")

    analyst.open("/statistics/editions/").pick("Year", YEAR).press("Prepare an edition")
    analyst.sees("It stands once another officer has signed it").look()
    edition = analyst.page.url.split("/statistics/", 1)[1]
    commission.open(f"/statistics/{edition}").tick("I sign these figures").press("Keep this answer")
    commission.sees("This edition stands").look()

    house.run("tests.browser.last_year")
    analyst.open(f"/statistics/{edition}").sees("The records say something else today")
    analyst.sees("records of this period were added, mended or taken back since").look()
    analyst.fill("Why are they corrected?", "One person was entered late.").press("Prepare a correction")
    analyst.sees("Corrects edition 1, which stays as it is.")
    commission.open("/statistics/" + analyst.page.url.split("/statistics/", 1)[1]).tick("I sign these figures").press(
        "Keep this answer"
    ).sees("This edition stands")

    analyst.open(f"/statistics/?year={YEAR}").sees("These figures are frozen: edition 2").look()
    with analyst.page.expect_download() as taken:
        analyst.page.get_by_role("link", name="This sheet on paper (PDF)").click()
    assert taken.value.suggested_filename == f"figures-{YEAR}-01-01-{YEAR}-12-31.pdf"
    assert taken.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_each_page_of_figures_is_read_and_clean(screen: OpenScreen, size: str):
    analyst = screen("alisher", size=size)

    for address in ("dashboard/", "times/", "checks/", "definitions/", "definitions/victims_identified/"):
        analyst.open(f"/statistics/{address}").look()
    analyst.open("/exchange/figures/").look()
    expect(analyst.page.get_by_role("link", name="Workbook (XLSX)")).to_be_visible()
