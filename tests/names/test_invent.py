"""Invented people: the same every time, plainly invented, and recognisable in their other papers."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.names import compare
from panoh.names.fold import script_of, words
from panoh.names.invent import NATIONALITIES, Nationality, invent, people, respell

SEEDS = st.integers(min_value=0, max_value=10**6)


@given(SEEDS)
def test_the_same_seed_gives_the_same_person(seed: int) -> None:
    once, again = invent(seed), invent(seed)

    assert once == again
    assert respell(once, Random(seed)) == respell(again, Random(seed))


@given(SEEDS)
def test_a_document_number_is_plainly_invented(seed: int) -> None:
    person = invent(seed)

    assert person.document_number.startswith("DEMO")


@given(SEEDS)
def test_a_persons_papers_are_proposed_as_one_person(seed: int) -> None:
    person = invent(seed)
    written = respell(person, Random(seed))

    found = compare(person.names_as_written[0].text, written.text)

    assert found.same, (person.names_as_written[0], written, found)


@given(SEEDS)
def test_the_script_said_is_the_script_written(seed: int) -> None:
    written = respell(invent(seed), Random(seed))

    assert {script_of(word) for word in words(written.text)} == {written.script}


@pytest.mark.parametrize("nationality", NATIONALITIES)
def test_a_people_has_men_and_women_with_their_own_family_names(nationality: Nationality) -> None:
    woman, man = invent(1, nationality=nationality, sex="f"), invent(1, nationality=nationality, sex="m")

    assert (woman.sex, man.sex) == ("f", "m")
    assert woman.nationality == nationality
    assert woman.names_as_written != man.names_as_written


def test_birth_dates_stay_within_the_range_asked_for() -> None:
    born = (date(2010, 1, 1), date(2010, 1, 3))

    days = {invent(seed, born=born).birth_date for seed in range(60)}

    assert days == {date(2010, 1, 1), date(2010, 1, 2), date(2010, 1, 3)}


def test_many_people_are_mostly_different_people() -> None:
    invented = list(people(500, seed=3, nationality="TJ"))

    assert len({(person.given, person.family, person.birth_date) for person in invented}) > 490
