"""Conditions say any of, all of, at least so many of; one more fact never makes one fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.instruments.kinds.condition import ALWAYS, Condition

NAMES = ["a", "b", "c", "d"]
VALUES = [
    ("a", {"a"}, {"b"}),
    ({"any_of": ["a", "b"]}, {"b"}, {"c"}),
    ({"all_of": ["a", "b"]}, {"a", "b"}, {"a"}),
    ({"at_least": {"count": 2, "of": ["a", "b", "c"]}}, {"a", "c"}, {"c", "d"}),
    ({"all_of": ["a", {"any_of": ["b", "c"]}]}, {"a", "c"}, {"b", "c"}),
]


@pytest.mark.parametrize(("value", "enough", "short"), VALUES)
def test_a_condition_holds_on_one_side_and_not_on_the_other(value: object, enough: set, short: set) -> None:
    condition = Condition.read(value)  # type: ignore[arg-type]

    assert condition.holds(enough)
    assert not condition.holds(short)


def test_a_condition_names_every_fact_it_speaks_of() -> None:
    assert Condition.read(VALUES[4][0]).names() == {"a", "b", "c"}  # type: ignore[arg-type]
    assert ALWAYS.names() == frozenset()
    assert ALWAYS.holds(())


@given(st.sampled_from(VALUES), st.sets(st.sampled_from(NAMES)), st.sampled_from(NAMES))
def test_one_more_fact_never_makes_a_condition_fail(value: tuple, shown: set[str], more: str) -> None:
    condition = Condition.read(value[0])

    assert condition.holds(shown | {more}) >= condition.holds(shown)
