"""The finding in a real browser: labels side by side, what a yes would do, a second look planned, paper for the file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser

BORDER = "Did the person cross a border, or stay, without the papers that country asks for?"
PAID = "Was someone paid, or promised pay, for getting the person across?"


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_what_else_happened_stands_beside_the_finding_and_a_second_look_is_planned(
    screen: OpenScreen, size: str
) -> None:
    officer = screen("zarina", size=size)
    reference = acts.interview(officer, Someone("Гулчеҳра", "1991"), {acts.BROUGHT: "No"})
    officer.sees("Nothing was found this time", "not known is never no").press("Ask what else happened")
    officer.answer(BORDER, "Yes").answer(PAID, "Yes").press("Save and go on")
    officer.sees("Smuggling of migrants indicated", "Missing for trafficking:", "A yes here and")

    officer.press("Plan a second look").sees("kept only with their consent")
    day = timezone.localdate() + timedelta(days=60)
    officer.page.get_by_label("On which day?").fill(day.isoformat())
    officer.answer("Why once more?", "trust needs time").press("Plan it")

    officer.sees(f"Second look on {day:%d.%m.%Y}", "No way is kept")
    acts.find(officer, reference).sees(f"A second look is planned for {day:%d.%m.%Y}")


def test_the_paper_for_the_case_file_says_who_took_it_out(screen: OpenScreen) -> None:
    officer = screen("zarina")
    acts.interview(officer, Someone("Фарҳод", "1988"), acts.COERCED)

    officer.press("For the case file, on paper")

    officer.sees("Printed by", "The printing is on record", "What it does not mean")
    officer.page.emulate_media(media="print")
    assert not officer.page.locator("header.top").is_visible()
    assert not officer.page.get_by_text("Back to the finding").is_visible()
