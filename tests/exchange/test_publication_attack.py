"""The attack on figures published time after time: linear programmes find what going through every possible table finds."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.statistics.rules.publication.protecting import Rounds, too_narrow
from panoh.statistics.rules.values import SMALL

pytestmark = pytest.mark.release


@pytest.fixture(scope="module")
def attack():
    from panoh.exchange.release.attack import ranges_of_rounds

    return ranges_of_rounds


def rounds(hidden, *counts) -> Rounds:
    flags = np.zeros(len(counts[0]), bool)
    flags[list(hidden)] = True
    return Rounds(np.array(counts), flags)


def every_world(published: Rounds):
    """All ways to fill the hidden rows so that every total is what was printed; rows that did not move are filled once."""
    places = np.nonzero(published.hidden)[0].tolist()
    cells = list(dict.fromkeys((row, int(line[row])) for line in published.counts for row in places))
    room = int(published.counts[:, places].sum(axis=1).max())
    least, most = dict.fromkeys(cells, room), dict.fromkeys(cells, 0)
    for world in product(range(1, room + 1), repeat=len(cells)):
        filled = dict(zip(cells, world, strict=True))
        fits = all(
            sum(filled[row, int(line[row])] for row in places) == line[places].sum() for line in published.counts
        )
        if fits:
            least = {cell: min(least[cell], filled[cell]) for cell in cells}
            most = {cell: max(most[cell], filled[cell]) for cell in cells}
    return least, most


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(1, 6), min_size=2, max_size=2), min_size=1, max_size=2))
def test_it_finds_what_going_through_every_table_finds(counts):
    from panoh.exchange.release.attack import ranges_of_rounds

    published = rounds((0, 1), *[[*line, 20] for line in counts])

    least, most = ranges_of_rounds(published)
    low, high = every_world(published)
    small = [(number, row) for number in range(len(counts)) for row in (0, 1)]
    assert {(row, int(published.counts[number, row])): round(least[number, row]) for number, row in small} == low
    assert {(row, int(published.counts[number, row])): round(most[number, row]) for number, row in small} == high


def test_it_sees_what_a_row_alone_in_hiding_gives_away(attack):
    assert too_narrow(rounds((0,), [4, 30, 20]), attack).any()


def test_it_sees_that_little_company_is_no_company(attack):
    assert too_narrow(rounds((0, 1), [4, 5, 60]), attack).any()
    assert not too_narrow(rounds((0, 1), [4, 30, 60]), attack).any()


def test_company_that_all_stayed_while_the_small_row_moved_gives_it_no_less_room(attack):
    assert not too_narrow(rounds((0, 1), [4, 30, 60], [4, 45, 60]), attack).any()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(0, 40))
def test_what_is_reckoned_without_programmes_is_what_programmes_find(hidden, shown):
    from panoh.exchange.release import attack

    published = rounds(range(len(hidden)), [*hidden, shown])
    least, most = attack.ranges_of_rounds(published)
    low, high = attack._of_many_sums(
        [list(range(len(hidden)))], [sum(hidden)], sum(hidden) + shown, [True] * len(hidden)
    )

    narrow = high - low < SMALL
    assert np.allclose(least[0, :-1][narrow], low[narrow])
    assert np.allclose(most[0, :-1][narrow], high[narrow])
    assert (most[0, :-1][~narrow] - least[0, :-1][~narrow] >= SMALL).all()
