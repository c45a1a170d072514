"""Safe tables against the attack: the linear programmes find what going through every possible table finds, planted weak
tables are seen, and what is hidden by the rule cannot be narrowed down."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from panoh.statistics.rules.release.combinations import Records
from panoh.statistics.rules.release.safe import Crossed, safe_tables, small, too_narrow
from tests.statistics.microdata import COLUMNS, OF, invented_rows

pytestmark = pytest.mark.release


@pytest.fixture(scope="module")
def ranges():
    from panoh.exchange.release.attack import ranges

    return ranges


def table(counts, hidden, rows=(), columns=()):
    counts = np.array(counts)
    flags = np.zeros(counts.shape, bool)
    for each in hidden:
        flags[each] = True
    of_rows, of_columns = np.zeros(len(counts), bool), np.zeros(counts.shape[1], bool)
    of_rows[list(rows)], of_columns[list(columns)] = True, True
    return Crossed(0, counts, flags, of_rows, of_columns)


def every_world(given):
    """Going through all tables that fit what is published."""
    places, most = np.argwhere(given.hidden), int(given.counts.sum())
    least, high = np.full(len(places), most), np.zeros(len(places), int)
    for world in product(range(1, most + 1), repeat=len(places)):
        counts = given.counts.copy()
        counts[tuple(places.T)] = world
        same_rows = (counts.sum(axis=1) == given.row_totals) | given.row_hidden
        same_columns = (counts.sum(axis=0) == given.column_totals) | given.column_hidden
        if same_rows.all() and same_columns.all() and counts.sum() == given.counts.sum():
            least, high = np.minimum(least, world), np.maximum(high, world)
    return least.tolist(), high.tolist()


WEAK = {
    "a single hidden cell is what its row lacks": table([[3, 20], [15, 12]], [(0, 0)]),
    "two in one row are told by their columns": table([[3, 4, 20], [15, 12, 9]], [(0, 0), (0, 1)]),
    "a ring through a small cell leaves little room": table([[3, 2], [2, 4]], [(0, 0), (0, 1), (1, 0), (1, 1)]),
    "a hidden total does not help when its column tells": table([[3, 20], [15, 12]], [(0, 0)], rows=[0]),
}


@pytest.mark.parametrize("given", WEAK.values(), ids=WEAK)
def test_the_attack_sees_a_planted_weak_table(given, ranges):
    assert too_narrow(given, ranges(given)).any()


@pytest.mark.parametrize("seed", range(6))
def test_the_programmes_find_what_going_through_every_possible_table_finds(seed, ranges, monkeypatch):
    monkeypatch.setattr("panoh.exchange.release.attack.SMALL", 10_000)  # no short cut: to the end for every cell
    chance = np.random.default_rng(seed)
    counts = chance.integers(1, 5, size=(2, 3))
    given = table(counts, [(0, 0), (0, 1), (1, 0), (1, 1)][: 2 + seed % 3], rows=[1] if seed % 2 else [], columns=[0])

    least, most = ranges(given)

    body = np.append(np.append(given.hidden, np.zeros((2, 1), bool), axis=1), np.zeros((1, 4), bool), axis=0)
    assert (np.rint(least[body]).tolist(), np.rint(most[body]).tolist()) == every_world(given)


@pytest.mark.parametrize("number", [272, 1_000, 5_000])
def test_what_the_rule_hides_cannot_be_narrowed_down(number, ranges):
    rows = invented_rows(number)

    safe = safe_tables(Records.sorted_by_length(rows, np.ones(number, np.int64), OF), COLUMNS, 0, ranges)

    assert len(safe.tables) + len(safe.given_up) == len(COLUMNS) - 1
    assert len(safe.tables) > len(safe.given_up)
    for each in safe.tables:
        assert each.hidden[small(each.counts)].all(), "every small count is hidden"
        assert not (each.hidden & (each.counts == 0)).any(), "none is always printed"
        assert not too_narrow(each, ranges(each)).any()


def test_without_the_others_that_were_hidden_with_them_small_cells_would_be_told(ranges):
    rows = invented_rows(1_000)
    safe = safe_tables(Records.sorted_by_length(rows, np.ones(1_000, np.int64), OF), COLUMNS, 0, ranges)
    helped = [each for each in safe.tables if (each.hidden & ~small(each.counts)).any()]

    assert helped
    assert any(
        too_narrow(bare, ranges(bare)).any() for each in helped for bare in [replace(each, hidden=small(each.counts))]
    )


def test_272_records_give_a_safe_table_in_which_many_persons_can_be_seen(ranges):
    rows = invented_rows(272)

    safe = safe_tables(Records.sorted_by_length(rows, np.ones(272, np.int64), OF), COLUMNS, 1, ranges)

    assert not safe.given_up
    assert safe.shown > 0.4
