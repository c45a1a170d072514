"""Sending a list of people returned, as it comes: right, odd but readable, and wrong, with what a person reads then."""

from __future__ import annotations

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

HEADINGS = "family_name,given_name,sex,birth_date,nationality,document_number"
SOUND = f"""{HEADINGS}
Раҳимова,Гулрухсор,F,1998-03-14,TJ,DEMO 1000001
Karimov,Jamshed,M,02.11.1987,TJK,DEMO 1000002
Назарова,Ситора,ж,2012,TJ,
"""
FAULTY = f"""{HEADINGS}
Раҳимова,Гулрухсор,F,31.02.1998,TJ,DEMO 2000001
Karimov,Jamshed,M,1987-11-02,Atlantis,DEMO 2000002
Назарова,Ситора,ж,2012,TJ,DEMO 2000003
Назарова,Мадина,ж,2010,TJ,demo2000003
"""


@pytest.fixture
def flight(screen: OpenScreen) -> tuple[Screen, str]:
    """An officer at an operation of their own."""
    officer, title = screen("zarina"), f"DEMO {uuid.uuid4().hex[:6]}"
    acts.open_operation(officer, title)
    return officer, title


def sent(officer: Screen, title: str, content: bytes, name: str = "list.csv") -> Screen:
    return acts.send_list(officer, title, {"name": name, "mimeType": "text/csv", "buffer": content})


def test_a_sound_list_is_looked_at_then_taken_and_sent_again_doubles_no_one(flight: tuple[Screen, str]) -> None:
    officer, title = flight
    sent(officer, title, SOUND.encode()).sees("What is in the list", "1 children or perhaps children")

    officer.press("Add 3 people to the roster").sees("3 people were added.", "Whom to see next", "Гулрухсор")

    sent(officer, title, SOUND.encode()).sees("There is nobody new to add.")


def test_a_byte_order_mark_semicolons_and_russian_headings_are_understood(flight: tuple[Screen, str]) -> None:
    russian = "Фамилия;Имя;Пол;Дата рождения\nРаҳимова;Гулрухсор;ж;14.03.1998\n"

    sent(*flight, b"\xef\xbb\xbf" + russian.encode())

    flight[0].press("Add 1 person to the roster").sees("1 person was added.")


def test_what_is_wrong_is_told_row_by_row_without_the_values(flight: tuple[Screen, str]) -> None:
    officer, title = flight

    sent(officer, title, FAULTY.encode())

    officer.sees(
        "3 rows cannot be added as they are", "Row 2", "birth_date", "99.99.9999", "Row 3", "nationality", "Row 5"
    )
    officer.sees_not("31.02.1998", "Atlantis", "2000003")
    officer.press("Add 1 person to the roster").sees("1 person was added.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The submitted file is empty|The file is empty"),
        (HEADINGS.encode() + b"\n", "names nobody"),
        (SOUND.encode("utf-8").decode().replace("ҳ", "х").encode("cp1251", "replace"), "The text is not UTF-8"),
        (b"PK\x03\x04" + bytes(200), "damaged or not what its name says"),
    ],
    ids=["empty", "headings only", "cp1251", "a broken workbook"],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(
    flight: tuple[Screen, str], content: bytes, told: str
) -> None:
    officer = sent(*flight, content)

    officer.sees(re.compile(told))
    expect(officer.page.get_by_label("The list")).to_be_visible()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"colour,shape\nred,round\n", "No column of the first row is one Panoh knows"),
        (b"sex,birth_date\nF,1998\n", "neither a name nor a document number"),
    ],
    ids=["other columns", "nobody named"],
)
def test_columns_that_name_nobody_can_be_explained_on_the_page(
    flight: tuple[Screen, str], content: bytes, told: str
) -> None:
    officer = sent(*flight, content)

    officer.sees(told, "You can say here what the columns mean")
    officer.sees_not("to the roster")


def test_a_list_whose_headings_nobody_knows_is_told_once_and_read_by_itself_the_next_time(
    flight: tuple[Screen, str],
) -> None:
    officer, title = flight
    name = f"Nombre {uuid.uuid4().hex[:4]}".translate(str.maketrans("0123456789", "ghijklmnop"))
    sender = f"{name};Nacido\nРаҳимова Гулрухсор;1998-03-14\n"
    sent(officer, title, sender.encode()).sees("You can say here what the columns mean")

    officer.press("Say what the columns mean").pick(name, "the whole name").pick("Nacido", "birth date or year")
    officer.fill("Remember this as the lists of", "DEMO Air").press("See the list read this way")
    officer.press("Add 1 person to the roster").sees("1 person was added.")

    sent(officer, title, sender.replace("1998", "1999").encode()).sees("Read as the lists of “DEMO Air”")


def test_a_long_list_goes_on_by_itself_until_everybody_is_on_the_roster(flight: tuple[Screen, str]) -> None:
    rows = "".join(f"Саидов Алӣ,DEMO{number:07d}\n" for number in range(1_200))

    sent(*flight, f"full name,passport\n{rows}".encode())
    flight[0].page.get_by_role("button", name="Add 1200 people to the roster").click()  # the page goes on by itself

    expect(flight[0].page.get_by_text("1200 people were added.")).to_be_visible(timeout=60_000)


def test_somebody_on_record_is_compared_side_by_side(screen: OpenScreen) -> None:
    intake, title = screen("nigina"), f"DEMO {uuid.uuid4().hex[:6]}"
    acts.open_operation(intake, title)
    paper = f"DEMO{uuid.uuid4().int % 10**7:07d}"
    person = acts.Someone("Шарифзода Парвонаи Наҷмиддин", "1993-02-17", paper=paper)
    acts.tell_who(acts.begin_interview(intake).press("The person agrees"), person)
    acts.open_operation(intake, other := f"{title} b")

    sent(intake, other, f"full name,birth date,passport\nSHARIFZODA PARVONA,17.02.1993,{paper}\n".encode())
    intake.press("Add 1 person to the roster").press("Perhaps on record: compare")

    intake.sees("Is it the same person?", "SHARIFZODA PARVONA", "Шарифзода Парвонаи Наҷмиддин", "the same day of birth")
    intake.press("The same person").sees("Kept: the same person.").press("Undo the decision").sees("Cannot tell yet")
