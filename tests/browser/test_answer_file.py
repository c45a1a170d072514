"""The answer file in real Chromium: handed out, counted and written, checked by another, approved by two, on paper."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser
DAY = date.today()  # the house that is served reads the clock
NEWEST = DAY.year + (DAY.month > 4)
"""Of this report the period has begun."""


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_file_is_handed_out_answered_checked_and_approved(screen: OpenScreen, size: str):
    report = NEWEST if size == "phone" else NEWEST - 1
    analyst = screen("alisher", size=size)
    analyst.open("/assessment/answers/").sees("Our reconstruction")
    analyst.page.get_by_text("Begin a file").click()
    analyst.fill("Report of which year?", str(report)).fill(
        "When is the whole file due?", str(DAY + timedelta(days=30))
    )
    analyst.press("Begin it").sees("being answered", "counted from records")
    file = analyst.page.url

    opened(analyst, file, "B04").sees("What the records say", "Identified victims")
    opened(analyst, file, "A25").page.get_by_text("Hand it to a post").click()
    hand_to(analyst, "Investigator")
    analyst.press("Hand out").sees("It stands in the work of that post")

    investigator = screen("jamshed", size=size)
    investigator.open("/").sees(f"Answer for the TIP report {report}")
    investigator.page.get_by_role("link", name="A25", exact=True).first.click()
    investigator.look().fill("In words", "A unit of nine began in May.").fill("Source", "Order 12")
    investigator.press("Keep the answer").sees("waits for a check")

    rustam = screen("rustam", size=size)
    rustam.open("/").sees("Check an answer")
    opened(rustam, file, "A25").tick("It holds").press("Keep this check").sees("checked")

    analyst.open(file).page.get_by_text("Put the file up for approval").click()
    analyst.tick("It goes out with its gaps").press("Sign and put up").sees("waits for a second signature")
    rustam.open(file).tick("I approve it").press("Keep this answer").sees("approved", "The text fits its hash")
    with rustam.page.expect_download() as paper:
        rustam.page.get_by_role("link", name="on paper (PDF)").first.click()
    assert re.fullmatch(rf"answers-{report}-1\.pdf", paper.value.suggested_filename)


def opened(who: Screen, file: str, item: str) -> Screen:
    return who.open(f"{file.rstrip('/')}/{item}/")


def hand_to(who: Screen, role: str) -> None:
    posts = who.page.get_by_label("To which post?")
    posts.select_option(value=posts.locator("option").filter(has_text=role).first.get_attribute("value"))
