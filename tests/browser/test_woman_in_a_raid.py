"""A woman met in a raid: a few questions on the spot, the full interview the sign leads to, a bed at an address nobody else
sees, the panel, and a plan that begins with her wish."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta

import pytest

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen
from tests.browser.test_short_form import PAPERS

pytestmark = [pytest.mark.browser, pytest.mark.journey]
ADDRESS = "a house by the river"
WISH = "A room with a lock, and to sew again."
IN_A_MONTH = (date.today() + timedelta(days=30)).isoformat()


def test_a_woman_met_in_a_raid_is_sheltered_identified_and_has_a_plan(screen: OpenScreen) -> None:
    zarina, nigina = screen("zarina", size="phone"), screen("nigina")
    shahlo, davlat = screen("shahlo", size="phone"), screen("davlat")
    rustam, malika = screen("rustam"), screen("malika")
    acts.shelter_stands(shahlo, ADDRESS, "1, women, 4\n2, girls, 2\n3, men, 2")

    acts.open_operation(zarina, f"RAID {uuid.uuid4().hex[:6]}", "raid").press("Add one person")
    zarina.fill("How to find the person", "woman, blue apron").press("Add").press("Call the next person")
    acts.tell_conditions(zarina.press("Screen now").press("No")).press("The person agrees")
    acts.tell_who(zarina, Someone("Малоҳат Саидова", "1993"))
    zarina.answer("How much can be asked here?", "A few questions only")
    zarina.answer("Was the person under 18 when it happened?", "No").press("Begin the questions")
    acts.ask(zarina, {PAPERS: "Yes"}).sees("A full interview is due")
    zarina.press("Ask in full now: work or services")
    acts.ask(zarina, acts.COERCED).sees("Presume that this person is a victim")
    reference = acts.reference_in(zarina)

    acts.agree(zarina, reference, "referral into the mechanism")
    acts.lodge(zarina, reference)
    acts.agree(zarina, reference, "a service")
    acts.record_need(zarina, reference, "Safe accommodation", "now")
    acts.ask_desk(zarina, "Shelter, Dushanbe", "A woman of 33; she can come now.")
    acts.give_place(shahlo, reference, "room 1, bed").sees_not(ADDRESS)
    acts.find(zarina, reference).sees("Has a safe place since").sees_not(ADDRESS, "room 1")

    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=True).sees("Recovery and reflection")
    acts.identify((rustam, malika), ("Rustam", "Malika"), reference)
    plan(shahlo, reference)

    acts.find(nigina, reference).sees(re.compile("Identified victim|Long-term support")).sees_not(ADDRESS, WISH)


def plan(shelter: Screen, reference: str) -> None:
    """Her wish, what she does and what the house does, and her yes."""
    acts.find(shelter, reference).press("Begin a support plan")
    shelter.fill("What does the person wish for themselves?", WISH).press("Begin the plan").press("Add a goal")
    shelter.fill("What does the person want to reach?", "Sewing").fill("What is done for it?", "A machine is found.")
    shelter.answer("Who does it?", "Shelter, Dushanbe").fill("By which day?", IN_A_MONTH).press("Record it")
    shelter.press("The person agrees to this plan").sees("the person agreed")
