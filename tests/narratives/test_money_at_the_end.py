"""A text that breaks off behind a comma is read as far as it goes."""

from __future__ import annotations

from tests.narratives.reading_of import facts


def test_money_set_against_the_year_before_is_read_where_the_line_ends_with_a_comma():
    read = facts("(government allocated 540,000 lari, an increase from 496,000 lari,")

    assert 540_000 in {each["value"] for each in read}
