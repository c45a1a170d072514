"""From the records to everybody: frozen, signed, proposed, agreed to; and then read on a telephone by whoever likes, in three
languages, without a cookie and without anybody who is in it."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.presumed_last_year import MEN, WOMEN
from tests.served import served
from tests.statistics.book import CANARY

pytest.importorskip("highspy", reason="tables are attacked before they are published; the extra `release` does it")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def archive_of_last_year():
    with served("serve", PANOH_LEAVE_QUICKLY_TO="/healthz") as server:
        server.run("tests.browser.officers")
        server.run("tests.browser.presumed_last_year")
        yield server


def test_figures_go_from_the_records_to_everybody(screen, archive_of_last_year):
    at, year = archive_of_last_year, timezone.localdate().year - 1
    analyst, commission = screen("alisher", at=at), screen("rustam", at=at)
    analyst.open("/statistics/editions/").pick("Year", str(year)).press("Prepare an edition")
    edition = analyst.page.url.removeprefix(at.address)
    commission.open(edition).tick("I sign these figures").press("Keep this answer").sees("This edition stands")

    analyst.open("/exchange/publications/").press("Propose to publish").sees("What is shown and what stays inside")
    proposed = analyst.page.url.removeprefix(at.address)
    reader = screen(size="phone", at=at)
    reader.open("/public/").sees("No figures were published yet.")
    commission.open(proposed).tick("It may be public").press("Keep this answer").sees("public")

    # Another address: the page of before may be kept by the browser for some minutes.
    reader.open("/public/en/?again").press(re.compile(str(year)))
    reader.sees(f"Presumed victims: {WOMEN + MEN}", "not shown")
    text = reader.page.content()
    assert CANARY not in text
    assert f">{MEN}<" not in text
    assert reader.page.context.cookies() == []
    for language, word in (("ru", "не показано"), ("tg", "нишон дода намешавад")):
        reader.page.get_by_role("navigation").locator(f"[hreflang={language}]").click()
        expect(reader.page.locator("main")).to_contain_text(word)
        reader.look()
