"""A child who was sold: the guardianship authority at once, a guardian, a bed, a decision without means or consent, and a plan
held against the child's best interests."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.browser import acts
from tests.browser.acts import Someone
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.journey]
SOLD = "Was the child abducted, sold, or given in marriage or adoption against their will?"
WISH = "I want to go to school with my brother."
IN_A_MONTH = (date.today() + timedelta(days=30)).isoformat()


def test_a_child_who_was_sold_has_a_guardian_and_is_never_asked_for_consent(screen: OpenScreen) -> None:
    zarina, dilbar = screen("zarina", size="phone"), screen("dilbar", size="phone")
    shahlo, nigina, davlat = screen("shahlo"), screen("nigina"), screen("davlat")
    rustam, malika = screen("rustam"), screen("malika")
    acts.shelter_stands(shahlo, "a house by the river", "1, women, 4\n2, girls, 2\n3, men, 2")
    acts.begin_interview(zarina, child=True).press("The child is willing to talk")
    acts.tell_who(zarina, Someone("Ситора", "2014"))
    zarina.answer("What is it about, as far as you can tell?", "Work or services").press("Begin the questions")
    acts.ask(zarina, {acts.BROUGHT_CHILD: "Yes", SOLD: "Yes"}).sees("Child protection looks at this child now")
    zarina.sees("A child was taken, sold or given away", "Sale of a child possible").sees_not("No label applies so far")
    reference = acts.reference_in(zarina)

    acts.find(zarina, reference).press("Tell the guardianship authority").sees("sees the case now")
    guardian_named(dilbar, reference)
    acts.find(zarina, reference).press("Lodge the referral of the child").sees("A child needs no consent")
    zarina.press("Lodge the referral").sees("The referral has reached the intake desk.")
    acts.record_need(zarina, reference, "Safe accommodation", "now")
    acts.ask_desk(zarina, "Shelter, Dushanbe", "A girl; with a guardian.")
    acts.give_place(shahlo, reference, "room 2, bed")

    acts.take_in(nigina, reference)
    acts.decide(davlat, reference, positive=True).sees("Recovery and reflection")
    acts.identify((rustam, malika), ("Rustam", "Malika"), reference, child=True)
    plan(dilbar, reference)

    acts.find(dilbar, reference).sees("Identified victim", "yes, it goes ahead")
    acts.find(zarina, reference).sees("Identified victim").sees_not("Agreed to: referral", "Agreed to: a service")
    asked = set.union(*(window.questions for window in (zarina, dilbar, shahlo, nigina, davlat, rustam, malika)))
    assert not any("What is the person asked about?" in question or "agrees" in question for question in asked)


def guardian_named(dilbar: Screen, reference: str) -> None:
    acts.find(dilbar, reference).press("Say who the guardian is")
    dilbar.fill("Who is the guardian?", "Aunt Mavzuna, by the school").answer(
        "Who are they to the child?", "a relative"
    )
    dilbar.answer("Who appointed them?", "the guardianship authority").fill("On which day?", date.today().isoformat())
    dilbar.press("Record it").sees("It is recorded who stands by the child")


def plan(guardian: Screen, reference: str) -> None:
    """The child's wish, one goal, and the assessment of what is best for her; her yes alone would not do."""
    acts.find(guardian, reference).press("Begin a support plan")
    guardian.fill("What does the person wish for themselves?", WISH).press("Begin the plan").press("Add a goal")
    guardian.fill("What does the person want to reach?", "School").fill("What is done for it?", "Enrol her.")
    guardian.answer("Who does it?", "the person").fill("By which day?", IN_A_MONTH).press("Record it").sees("School")
    acts.find(guardian, reference).press("Best interests of the child")
    guardian.pick("What is asked about?", "the support plan").fill("Who took part?", "the girl and her guardian")
    guardian.tick("The guardian took part").fill("What does the child say and wish?", WISH)
    guardian.fill("Which options were weighed?", "With her aunt; in the shelter.")
    guardian.answer("Is it in the child’s best interests?", "yes, it goes ahead").fill("Why?", "She is safe there.")
    guardian.fill("On which day is it looked at again?", IN_A_MONTH).press("Record the assessment")
    guardian.sees("yes, it goes ahead", WISH)
