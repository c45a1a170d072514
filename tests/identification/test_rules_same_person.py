"""Of several records of one person, all count as one, over any number of pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from panoh.identification.rules.same_person import counted_as, linked

PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda pair: pair[0] != pair[1]), max_size=12)


def test_one_of_two_counts_as_the_other():
    assert counted_as([(3, 7)]) == {7: 3}


def test_over_a_third_record_all_count_as_one():
    assert counted_as([(3, 7), (7, 9)]) == {7: 3, 9: 3}
    assert counted_as([(3, 9), (7, 9)]) == {7: 3, 9: 3}


def test_two_people_are_two():
    assert counted_as([(1, 2), (5, 6)]) == {2: 1, 6: 5}


@given(PAIRS)
def test_each_counts_as_the_least_of_all_that_are_one_with_it(pairs):
    whole = counted_as(pairs)

    for key in range(1, 10):
        assert whole.get(key, key) == min(linked(key, pairs))


@given(PAIRS, st.randoms())
def test_in_whatever_order_they_were_said(pairs, dice):
    said = list(pairs)
    dice.shuffle(said)

    assert counted_as(said) == counted_as(pairs)
