"""Of all a person said about one purpose the latest counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.registry.rules.word import Word, standing, takes_back

DAY_ONE = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUSE, OTHER = 7, 8


def word(day: int, given: bool = True, **said) -> Word:
    return Word(**{"key": day, "purpose": "service", "giver": "self", "given": given, "at": on(day), **said})


def on(day: int) -> datetime:
    return DAY_ONE + timedelta(days=day)


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ((word(1),), [1]),
        ((word(1), word(2, given=False)), []),
        ((word(1, given=False), word(2)), [2]),
        ((word(1), word(2), word(3, given=False)), []),
        ((word(1), word(2, withdrawn_at=on(3))), []),
        ((word(1, withdrawn_at=on(2)), word(3)), [3]),
        ((word(1), word(2, given=False, purpose="police")), [1]),
        ((word(2), word(1)), [2, 1]),
    ],
)
def test_the_latest_word_counts(words, stand):
    assert [each.key for each in standing(words, adult=True)] == stand


def test_a_child_does_not_undo_the_guardians_word_and_an_adult_speaks_for_themselves():
    words = (word(1, giver="guardian"), word(2, given=False))

    assert [each.key for each in standing(words, adult=False)] == [1]
    assert standing(words, adult=True) == ()


def test_a_no_to_one_house_is_none_to_another():
    words = (word(1), word(2, given=False, to=HOUSE))

    assert standing(words, adult=True, to=HOUSE) == ()
    assert [each.key for each in standing(words, adult=True, to=OTHER)] == [1]
    assert [each.key for each in standing(words, adult=True)] == [1]


def test_a_yes_to_one_house_is_none_to_another_and_a_general_no_ends_it():
    yes = word(1, to=HOUSE)

    assert [each.key for each in standing((yes,), adult=True, to=HOUSE)] == [1]
    assert standing((yes,), adult=True, to=OTHER) == ()
    assert standing((yes, word(2, given=False)), adult=True, to=HOUSE) == ()


def test_of_two_words_at_one_moment_the_one_written_later_counts():
    at_once = replace(word(2, given=False), at=on(1))

    assert takes_back(at_once, word(1), adult=True)
    assert not takes_back(replace(at_once, key=0), word(1), adult=True)


WORDS = st.lists(
    st.builds(
        lambda given, purpose, giver, back: (given, purpose, giver, back),
        st.booleans(),
        st.sampled_from(["service", "police"]),
        st.sampled_from(["self", "guardian"]),
        st.none() | st.integers(0, 9),
    ),
    max_size=6,
)


@given(WORDS, st.booleans())
def test_after_a_no_of_their_own_an_adult_agrees_to_nothing_until_they_say_yes(said, adult):
    words = [
        word(day, given, purpose=purpose, giver=giver, withdrawn_at=on(day + back) if given and back else None)
        for day, (given, purpose, giver, back) in enumerate(said)
    ]
    last = word(99, given=False)

    stand = standing([*words, last], adult=adult, purposes=("service",))

    assert all(each.giver == "guardian" and not adult for each in stand)
    assert standing([*words, last, word(100)], adult=adult, purposes=("service",))[0].key == 100
