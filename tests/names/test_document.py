"""Document numbers read by two people give one number, and doubt is said, not hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.names.document import asked_numbers, normalise_number, number_key, same_number


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("А 123-456", "A123456"),
        ("ав № 1234567", "ABNO1234567"),
        ("demo 000.123", "DEMO000123"),
        ("P۱۲۳", "P123"),
        ("Б12", "Б12"),
        ("O0", "O0"),
    ],
)
def test_look_alikes_spaces_and_dashes_go(written: str, clean: str) -> None:
    found = normalise_number(written)

    assert found == clean


@given(st.text(max_size=20))
def test_cleaning_a_number_twice_changes_nothing(written: str) -> None:
    once = normalise_number(written)

    assert normalise_number(once) == once


def test_the_same_number_typed_on_two_keyboards_is_the_same() -> None:
    found = same_number("АВ 123456", "AB123456")

    assert found == (True, "the same number")


def test_o_and_zero_are_found_by_search_but_not_declared_the_same() -> None:
    found = same_number("AO12", "A012")

    assert number_key("AO12") == number_key("A012")
    assert found[0] is False
    assert "look at the papers" in found[1]


@pytest.mark.parametrize(
    ("asked", "on_record"),
    [
        ("ДЕМО1420036", "DEMO 1420036"),
        ("demo 1420036", "ДЕМО1420036"),
        ("КА 1234567", "KA1234567"),
        ("ка 1234567", "KA1234567"),
        ("РН 12", "PH12"),  # by look
        ("РН 12", "RN12"),  # by sound
        ("Б12", "Б12"),
        ("B12", "Б12"),
    ],
)
def test_a_number_is_looked_for_in_both_alphabets(asked: str, on_record: str) -> None:
    assert number_key(on_record) in asked_numbers(asked)


def test_no_number_is_looked_for_where_none_was_typed() -> None:
    assert asked_numbers(" - ") == frozenset()


def test_two_missing_numbers_are_not_the_same_document() -> None:
    found = same_number("", " - ")

    assert found == (False, "a number is missing")
