"""Reasons are words."""

import pytest

from panoh.identification.rules import says_something


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("", False),
        ("no", False),
        ("see file see file see file see file", False),
        ("1 2 3 4 5 6 7", False),
        ("She could not leave it", True),
        ("Шиносномаашро гирифтанд ва иҷозат надоданд", True),
        ("пастпорت او را گرفتند و زدند", True),
    ],
)
def test_reasons_hold_at_least_five_different_words(text, enough):
    assert says_something(text) is enough


def test_notes_on_the_elements_count_as_reasons():
    assert says_something("recruited by a neighbour", "", "papers taken")
