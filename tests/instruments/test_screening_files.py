"""The screening instruments on the shelf are whole, and say how well each of their parts was checked."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Verification
from panoh.instruments.library import screening_instrument, screening_instruments

INSTRUMENTS = screening_instruments()
COUNTS = {
    "first_line_adult": {"SIGN": 8},
    "first_line_child": {"SIGN": 9},
    "ilo_ec_adult_labour": {"DR": 10, "CR": 10, "RV": 16, "EX": 9, "CD": 15, "VD": 7},
    "ilo_ec_adult_sexual": {"DR": 10, "CR": 10, "RV": 16, "EX": 8, "CD": 15, "VD": 7},
    "ilo_ec_child_labour": {"DR": 10, "CR": 10, "RV": 15, "EX": 8, "CD": 15, "VD": 7},
    "ilo_ec_child_sexual": {"DR": 10, "CR": 10, "RV": 15, "EX": 8, "CD": 15, "VD": 7},
    "ilo_forced_labour": {"SIGN": 11},
    "ilo_forced_labour_survey_adult": {"UR": 7 + 18, "WD": 10 + 18, "IL": 4 + 18},
    "ilo_forced_labour_survey_child": {"CH": 3, "IC": 4},
    "tj_returnees_and_harvest": {"SIGN": 6},
}
STRENGTHS = {
    "ilo_ec_adult_labour": {"strong": 7, "medium": 53, "weak": 7},
    "ilo_ec_adult_sexual": {"strong": 7, "medium": 52, "weak": 7},
    "ilo_ec_child_labour": {"strong": 15, "medium": 50},
    "ilo_ec_child_sexual": {"strong": 15, "medium": 50},
}
each_instrument = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)


def test_every_instrument_is_on_the_shelf() -> None:
    assert [instrument.id for instrument in INSTRUMENTS] == sorted(COUNTS)


@each_instrument
def test_every_dimension_has_as_many_indicators_as_the_text(instrument: ScreeningInstrument) -> None:
    assert Counter(item.dimension for item in instrument.items) == COUNTS[instrument.id]


@pytest.mark.parametrize(("id_", "strengths"), STRENGTHS.items())
def test_strengths_are_as_many_as_in_the_text(id_: str, strengths: dict[str, int]) -> None:
    assert Counter(item.strength for item in screening_instrument(id_).items) == strengths


@each_instrument
def test_every_question_stands_in_three_languages(instrument: ScreeningInstrument) -> None:
    questions = [item.question for item in instrument.items] + [fact.question for fact in instrument.facts]

    assert all(question.en and question.ru and question.tg for question in questions)
    assert all(question.en.endswith("?") for question in questions)
    assert len({item.question for item in instrument.items}) == len(instrument.items)


@each_instrument
def test_a_form_for_children_speaks_of_the_child(instrument: ScreeningInstrument) -> None:
    asked = " ".join(item.question.en + item.question.ru + item.question.tg for item in instrument.items)

    assert instrument.population != "child" or not re.search(r"the person|человек|шахсро", asked)


def test_the_sets_that_were_never_seen_are_provisional() -> None:
    sets = [instrument for instrument in INSTRUMENTS if instrument.form == "sexual"]

    assert {instrument.status for instrument in sets} == {Verification.PROVISIONAL}
    assert {item.verification for instrument in sets for item in instrument.items} == {Verification.PROVISIONAL}


def test_only_the_strengths_that_were_seen_are_not_provisional() -> None:
    seen = {
        item.id
        for instrument in INSTRUMENTS
        if instrument.form == "sexual"
        for item in instrument.items
        if not item.strength_provisional
    }

    assert seen == {"AS.CD.forced_tasks", "CS.CD.forced_tasks", "CS.EX.hazardous"}


def test_nothing_claims_to_have_been_held_against_an_official_text() -> None:
    marks = {item.verification for instrument in INSTRUMENTS for item in instrument.items}
    marks |= {instrument.status for instrument in INSTRUMENTS}

    assert Verification.OFFICIAL not in marks


def test_an_instrument_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        screening_instrument("no_such_instrument")


def test_items_and_dimensions_are_found_by_their_code() -> None:
    instrument = screening_instrument("ilo_ec_adult_labour")

    assert instrument.item("AL.CD.documents").dimension == "CD"
    assert instrument.dimension("CD").element == "means"
    with pytest.raises(KeyError):
        instrument.item("AL.CD.nothing")
    with pytest.raises(KeyError):
        instrument.dimension("XX")
