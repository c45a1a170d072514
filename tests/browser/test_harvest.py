"""A harvest in real Chromium: a field on the register, pupils called up, a visit, interviews in confidence, a remedy."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from panoh.instruments.prevention import site_interview
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser
YES = {"called_up", "lose_place"}


def asked(monitor: Screen) -> None:
    """One person, every question answered, and the next form is there."""
    monitor.tick("The person heard what this is")
    monitor.answer("Who is the person here?", "pupil").answer("Sex", "female").answer("Age", "15 to 17")
    for each in site_interview().questions:
        monitor.answer(each.words.en, "yes" if each.key in YES else "no")
    monitor.press("Record it")
    monitor.sees("I do not ask your name")


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_from_a_field_on_the_register_to_a_remedy(screen: OpenScreen, size: str):
    monitor = screen("zarina", size=size)
    name, today = f"Field seen on a {size}", datetime.now(ZoneInfo("Asia/Dushanbe")).date().isoformat()

    monitor.open("/prevention/").press("Sites to watch").press("Put a site on the register")
    monitor.fill("Name of the place", name).pick("Region or district", "Khatlon").pick("Sector", "Cotton harvest")
    monitor.fill("Why is it watched?", "Pupils are said to pick in school hours.").fill("Watched since", today)
    monitor.press("Record it").sees(name, "Nobody was there yet.")

    monitor.press("People were called up").fill("Day of the order", today)
    monitor.answer("Could they freely stay away?", "yes").answer("Are they paid?", "not known")
    monitor.pick("What was threatened?", "loss of a place or marks at school")
    monitor.press("Record it").sees("Nobody comes freely under a threat.")
    monitor.answer("Could they freely stay away?", "no").press("Record it")
    monitor.sees("not freely", "loss of a place or marks at school")

    monitor.press("Plan a visit").fill("On which day?", today).press("Record it")
    monitor.press("The visit was made").fill("On which day were you there?", today)
    monitor.answer("Could people be asked where nobody hears?", "yes").press("Record it")
    monitor.press("Ask somebody in confidence")
    for _ in range(10):
        asked(monitor)
    monitor.press("Back").sees("Signs of forced labour", "10 people asked")

    monitor.press("Ask for a remedy").fill("What is to be done?", "Pupils go back to their lessons.")
    monitor.fill("By which day?", today).press("Record it").sees("Pupils go back to their lessons.")
