"""A session, its certificate and its cost; a call to the hotline: on a phone and on a desktop, in real Chromium."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenScreen

pytestmark = pytest.mark.browser
TODAY = date.today()
DAY = timedelta(days=1)


def test_nobody_is_certified_who_did_not_come_and_the_share_of_the_post_shows_who_did(screen: OpenScreen):
    keeper = screen("nigina", size="phone")
    keeper.open("/prevention/").press("Training").press("Plan a session").pick("What is taught?", "Keeping names safe")
    keeper.fill("First day", TODAY.isoformat()).fill("Last day", TODAY.isoformat())
    keeper.fill("Where?", "Bokhtar, town hall").fill("Who teaches?", "TIP Centre").answer("Who pays?", "the State")
    keeper.fill("How many seats?", "12").press("Record it").sees("Bokhtar, town hall", "0 of 12 taken")
    session = keeper.page.url

    keeper.fill("Which officer?", "firuza").press("Put down").press("Give the certificate")
    keeper.sees("It is not on record how long Firuza was there.")
    keeper.fill("Hours", "0").press("Record the hours").press("Give the certificate")
    keeper.sees("Firuza did not attend this session.")
    keeper.fill("Hours", "6").press("Record the hours").press("Give the certificate").sees("Certificate until")

    officer = screen("firuza", size="phone")
    officer.open("/prevention/training/").sees("Keeping names safe: counts until")
    officer.open(session.replace(officer.address, "")).sees("Was there for 6 hours.")
    keeper.open("/prevention/training/who/").sees("Who is trained on")
    row = keeper.page.get_by_role("row").filter(has_text="Data protection").filter(has_text="Keeping names safe")
    expect(row.first).to_contain_text("%")


def test_an_act_is_kept_for_the_trained_by_two_agencies_and_not_overnight(screen: OpenScreen):
    keeper = screen("nigina")
    keeper.open("/prevention/training/plan/").pick("What is taught?", "Talking with children")
    first = TODAY + 30 * DAY
    keeper.fill("First day", first.isoformat()).fill("Last day", (first + 2 * DAY).isoformat())
    keeper.fill("Where?", "Khujand").fill("Who teaches?", "TIP Centre").answer("Who pays?", "an NGO")
    keeper.fill("How many seats?", "12").press("Record it")

    one = screen("davlat")
    one.open("/prevention/training/only/").press("Keep an act for the trained")
    one.answer("What is kept for the trained?", "A full interview with a child").fill(
        "From which day?", first.isoformat()
    )
    one.fill("Under which document?", "Order 12").fill("Of which day is the document?", TODAY.isoformat())
    one.press("Record it").sees("Nobody is locked out overnight")
    one.fill("From which day?", (TODAY + 95 * DAY).isoformat()).press("Record it").sees("it waits for another agency")

    other = screen("rustam", size="phone")
    other.open("/prevention/training/only/").press("Adopt it for your agency").sees("Adopted: from")
    other.press("End it").fill("Why?", "Too few were taught.").press("Record it")
    other.sees("nothing asks for a certificate")


def test_money_shows_the_rate_of_its_day_and_the_day_without_one(screen: OpenScreen):
    keeper = screen("nigina", size="phone")
    keeper.open("/prevention/money/").press("Open a budget line").pick("For which programme?", "training")
    keeper.fill("What is the line called?", "Courses").answer("Who pays?", "the State").pick("In which money?", "TJS")
    keeper.press("Record it").press("Record a spending").fill("How much was spent?", "1062")
    keeper.fill("On which day?", TODAY.isoformat()).fill("What for?", "Rooms").press("Record it")
    keeper.sees("no rate for this day").open("/prevention/money/rates/").sees("Missing for money of", "TJS")

    keeper.press("Record rates").pick("Which money?", "TJS").answer("What kind of rate?", "rate of a day")
    keeper.fill("From which source?", "National Bank").fill("Days and rates", "31.02.2026 10.62").press("Record it")
    keeper.sees("Line 1, “31.02.2026 10.62”: there is no such day")
    keeper.fill("Days and rates", f"{TODAY:%d.%m.%Y} 10,62").press("Record it").sees("10.6200 TJS")

    analyst = screen("alisher")
    analyst.open("/statistics/money/").sees("100.00", "Converted at one rate.", "11.324")


def test_a_call_keeps_no_name_and_goes_on_only_if_the_caller_agrees(screen: OpenScreen):
    hotline = screen("zarina", size="phone")
    hotline.open("/prevention/").press(re.compile(r"^Hotline$")).pick("What is it about?", "papers were taken")
    hotline.pick("In which language?", "Tajik").press("Record the contact").press("Pass it on as a signal")
    hotline.fill("What was said?", "They keep her passport.").press("Record it").sees("only if they agree")
    hotline.tick("The caller agrees").press("Record it").sees("They keep her passport.")

    hotline.open("/prevention/hotline/").page.locator("main table a").first.click()
    hotline.press("They ask to be called back").fill("Which number?", "+992 900 11 22 33")
    hotline.fill("Until which day?", TODAY.isoformat()).press("Record it").sees_not("900 11 22 33")
    hotline.press("Show the number").sees("+992 900 11 22 33").press("The call was made: destroy the number")
    hotline.sees("The call was made, and the number is destroyed.").sees_not("900 11 22 33")
    screen("alisher").open("/prevention/hotline/figures/").sees("went on as signals")


def test_campaigns_and_the_plan_are_read_on_a_phone(screen: OpenScreen):
    keeper = screen("nigina", size="phone")
    keeper.open("/prevention/campaigns/").press("Record a campaign").fill("What is it called?", "Before you go")
    keeper.fill("What should people know", "What a contract is.").tick("people who go abroad to work").tick("Tajik")
    keeper.tick("radio").fill("First day", TODAY.isoformat()).fill("Last day", TODAY.isoformat()).press("Record it")
    keeper.press("Say how many it reached").fill("How many people did it reach?", "4000")
    keeper.answer("How is that known?", "estimated").fill("By what was it counted", "Survey of listeners")
    keeper.fill("Up to which day?", TODAY.isoformat()).press("Record it").sees("about 4,000, an estimate")

    analyst = screen("alisher", size="phone")
    analyst.open("/prevention/plan/").press("Put a measure down").fill("Which plan?", "Plan 2025-2027")
    analyst.fill("Number of the measure", "3.2").fill("What is to be done?", "Train two hundred officers.")
    analyst.page.get_by_label("Whose measure is it?").select_option(index=1)
    analyst.fill("By when?", TODAY.isoformat()).press("Record it").sees("Measure 3.2", "not begun")
