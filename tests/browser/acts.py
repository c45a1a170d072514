"""What officers do on the pages, in the words on the buttons. Each begins where the officer would and ends where it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.screen import Screen

PAPERS_HELD = "Does someone at the place of work hold the person's papers?"
DEBT = "Must the person go on working to repay a debt that others control?"
BROUGHT = "Did anyone recruit, bring, hand over, lodge or take in the person, or try to?"
COERCED = {BROUGHT: "Yes", PAPERS_HELD: "Yes", DEBT: "Yes"}
BROUGHT_CHILD = BROUGHT.replace("the person", "the child")
REASONS = "Her papers were taken on arrival; a debt was named that nobody could pay; she was not free to leave."


@dataclass(frozen=True)
class Someone:
    """Who is interviewed, as the person form asks it."""

    name: str
    born: str
    sex: str = "Female"
    nationality: str = "Tajikistan"
    paper: str = ""


def begin_interview(officer: Screen, *, child: bool = False) -> Screen:
    """From the screening page to the question of agreement."""
    officer.open("/screening/").press("Begin an interview").sees("Is the person in danger right now?").press("No")
    return tell_conditions(officer, child=child)


def tell_conditions(officer: Screen, *, child: bool = False, language: str = "Tajik") -> Screen:
    officer.answer("Can you two talk where nobody else listens?", "Yes")
    officer.answer("How do you understand each other?", "We speak the same language")
    officer.pick("In which language do you talk?", language)
    officer.answer("Is the person under 18, or could they be?", "Not sure" if child else "No")
    return officer.press("Go on")


def tell_who(officer: Screen, someone: Someone) -> Screen:
    officer.fill("Name", someone.name).fill("Birth date", someone.born).answer("Sex", someone.sex)
    officer.pick("Nationality", someone.nationality)
    if someone.paper:
        officer.pick("Paper", "passport").fill("Number of the paper", someone.paper)
    return officer.press("Save and go on")


def ask(officer: Screen, answers: dict[str, str], words: str = "") -> Screen:
    """The pages of the set in turn, answering what is asked of `answers`, as far as there is something to answer; with
    `words` to the very end, where the person's own words are written down. Then the finding."""
    left = dict(answers)
    last = officer.page.get_by_label("In the person's own words")
    while not last.is_visible():
        for question in [each for each in left if officer.page.get_by_role("group", name=each).is_visible()]:
            officer.answer(question, left.pop(question))
        if not left and not words:
            break
        officer.press("Save and go on")
    assert not left, f"never asked: {left}"
    if words:
        officer.fill("In the person's own words", words)
    return officer.press("Save and check answers").press("Finish and see the finding")


def interview(officer: Screen, someone: Someone, answers: dict[str, str], words: str = "") -> str:
    """A whole interview with an adult; returns the case's reference."""
    begin_interview(officer).press("The person agrees")
    return after_agreement(officer, someone, answers, words)


def after_agreement(officer: Screen, someone: Someone, answers: dict[str, str], words: str = "") -> str:
    tell_who(officer, someone)
    officer.answer("What is it about, as far as you can tell?", "Work or services")
    officer.answer("Was the person under 18 when it happened?", "No").press("Begin the questions")
    ask(officer, answers, words)
    return reference_in(officer)


def reference_in(officer: Screen) -> str:
    """The case's reference, above the finding."""
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", officer.page.locator("p.trail").inner_text())
    assert found
    return found.group()


def find(officer: Screen, reference: str) -> Screen:
    """The case with this reference, through the search at the top of every page."""
    search = officer.page.get_by_role("search")
    if not search.is_visible():
        officer.open("/")
    search.get_by_role("textbox").fill(reference)
    search.get_by_role("button").click()
    return officer.look().press(reference).sees(reference)


def agree(officer: Screen, reference: str, purpose: str) -> Screen:
    """The person is asked about one purpose and says yes."""
    return ask_for_consent(officer, reference, purpose, "agrees").sees("agreed")


def ask_for_consent(officer: Screen, reference: str, purpose: str, answer: str) -> Screen:
    find(officer, reference).press("Ask for consent")
    officer.pick("What is the person asked about?", purpose).pick("In which language was it explained?", "Tajik")
    officer.tick("I explained what is shared").answer("The person's answer", answer)
    return officer.press("Record the answer")


def lodge(officer: Screen, reference: str) -> Screen:
    find(officer, reference).press("Lodge the referral").press("Lodge the referral")
    return officer.sees("The referral has reached the intake desk.")


def referred(officer: Screen, someone: Someone) -> str:
    """An adult is interviewed, agrees to the referral, and it is lodged; returns the case's reference."""
    reference = interview(officer, someone, COERCED)
    agree(officer, reference, "referral into the mechanism")
    lodge(officer, reference)
    return reference


def take_in(officer: Screen, reference: str) -> Screen:
    find(officer, reference).press("Take in the referral")
    officer.tick("I looked at the cases").press("Take in the referral")
    return officer.sees("Preliminary decision due")


def decide(officer: Screen, reference: str, *, positive: bool) -> Screen:
    """At first instance, with written reasons."""
    find(officer, reference).press("Take the preliminary decision")
    officer.tick("There are reasonable grounds" if positive else "There are no reasonable grounds")
    officer.answer("Form of exploitation", "forced labour").fill("Your reasons", REASONS)
    if not positive:
        for element in ("Act: what was done", "Means: how it was done", "Purpose: for which exploitation"):
            officer.fill(element, REASONS)
    return officer.tick("I have no conflict of interest").press("Keep the decision")


def open_formally(officer: Screen, reference: str) -> Screen:
    """The person asked for it before the recovery period was over."""
    find(officer, reference).press("Open the formal decision")
    officer.tick("The person (for a child, the guardian) asked").tick("Every agency was asked once")
    return officer.press("Open the formal decision")


def convene(officer: Screen, reference: str, *members: str) -> Screen:
    find(officer, reference).press("Go to the panel")
    for member in members:
        officer.tick(member)
    return officer.press("Invite").sees("Who sits")


def vote(officer: Screen, reference: str, *, child: bool = False) -> Screen:
    """For a child no means are asked."""
    find(officer, reference).press("Go to the panel").tick("I have no conflict of interest")
    officer.press("Keep the declaration").tick("It is more likely than not")
    officer.fill("Act: what was done", REASONS).fill("Purpose: for which exploitation", REASONS)
    if not child:
        officer.fill("Means: how it was done", REASONS)
    return officer.press("Seal my vote")


def conclude(officer: Screen, reference: str) -> Screen:
    find(officer, reference).press("Go to the panel").answer("Form of exploitation", "forced labour")
    officer.fill("The panel’s reasons", REASONS)
    return officer.press("Keep the panel’s decision").sees("Identified victim")


def record_service(officer: Screen, reference: str, service: str) -> Screen:
    find(officer, reference).press("Record a service").pick("Which service did the person get?", service)
    return officer.answer("Who paid for it?", "the State").press("Record the service").sees(service)


def identify(members: tuple[Screen, Screen], names: tuple[str, str], reference: str, *, child: bool = False) -> Screen:
    """The person asked not to wait: the panel is called together, votes, and finds a victim."""
    first, _other = members
    open_formally(first, reference)
    convene(first, reference, *names)
    for member in members:
        vote(member, reference, child=child)
    return conclude(first, reference)


def sign(officer: Screen, reference: str) -> Screen:
    find(officer, reference).press("Read the proposal").sees(REASONS)
    return officer.tick("I read the reasons, I agree").press("Sign: the decision takes effect")


def record_need(officer: Screen, reference: str, service: str, urgency: str) -> Screen:
    find(officer, reference).press("Record a need").pick("What does the person need?", service)
    return officer.answer("How soon?", urgency).press("Record the need").sees("The need is recorded.")


def ask_desk(officer: Screen, desk: str, message: str) -> Screen:
    """From the page of the need."""
    officer.tick(desk).fill("Your message to the desk", message).press("Ask this desk")
    return officer.sees("The desk is asked.")


def accept(officer: Screen, reference: str) -> Screen:
    officer.open("/referral/").press(reference).tick("Yes, we take this on").press("Send the answer")
    return officer.sees(reference)


def shelter_stands(officer: Screen, address: str, rooms: str) -> None:
    """The shelter of this desk is opened, unless it stands already."""
    officer.open("/protection/")
    if officer.page.get_by_role("link", name="Open a shelter").is_visible():
        open_shelter(officer, address, rooms)


def give_place(officer: Screen, reference: str, place: str) -> Screen:
    """Asked, accepted, and given this place; it can be any of its kind."""
    accept(officer, reference).open("/protection/").page.get_by_role("row", name=reference).get_by_role(
        "link", name="Give a place"
    ).click()
    choose_place(officer.look(), place).press("Give this place")
    return officer.sees("The place is given", reference)


def open_shelter(officer: Screen, address: str, rooms: str) -> Screen:
    officer.open("/protection/").press("Open a shelter").fill("A short name for lists", "quiet-house")
    return officer.fill("Address", address).fill("Rooms", rooms).press("Open the shelter").sees("Waiting for a place")


def choose_place(officer: Screen, place: str) -> Screen:
    """On the page of giving a place: alone, and this place; not yet sent."""
    return officer.answer("Does the person come with family?", "no, alone").tick(place)


def year_figure(officer: Screen, name: str) -> str:
    """This year's value of a figure, as the summary shows it."""
    row = officer.open("/statistics/").page.get_by_role("table", name="Summary").get_by_role("row", name=name)
    return row.get_by_role("cell").nth(1).inner_text().removesuffix("▲")


def open_operation(officer: Screen, title: str, kind: str = "flight") -> Screen:
    officer.open("/screening/operations/").press("Open an operation")
    return officer.pick("What is it?", kind).fill("How your desk calls it", title).press("Open").sees(title)


def send_list(officer: Screen, operation: str, file: Path | dict[str, object]) -> Screen:
    """Choose a file on the operation's page and look at what is in it."""
    officer.open("/screening/operations/").press(operation).press("Add people from a list")
    officer.page.get_by_label("The list").set_input_files(file)  # type: ignore[arg-type]
    return officer.press("See what is in it")


def is_shown_provisional(officer: Screen) -> None:
    expect(officer.page.locator(".provisional").first).to_be_visible()


def leave_shelter(officer: Screen) -> None:
    """The first resident leaves by their own wish; the list of residents is open."""
    officer.press("Leaves").answer("Why does the stay end?", "the person wishes to leave")
    officer.answer("Where does the person go?", "family").answer("Does the person wish it?", "yes").press("Record it")
