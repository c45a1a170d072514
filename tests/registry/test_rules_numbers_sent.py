"""A number of what was sent is read or is none; it never breaks the page."""

from __future__ import annotations

import pytest

from panoh.registry.rules.numbers_sent import GREATEST, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), (str(GREATEST), GREATEST)])
def test_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text", ["", " 1", "-1", "+1", "1.0", "1e5", "1_000", "²", "۱۲", "x", "9" * 4301, "9" * 100_000, str(GREATEST + 1)]
)
def test_whatever_else_is_none(text):
    assert whole_number(text) is None


@pytest.mark.parametrize(("text", "number"), [("0", None), ("1", 1), ("50", 50), ("51", None), ("0050", None)])
def test_its_edges_are_inside(text, number):
    assert whole_number(text, least=1, most=50) == number
