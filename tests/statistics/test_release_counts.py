"""Counting combinations, and that no one person moves what is measured by more than the bound says."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from panoh.statistics.rules.release.belief import FAR, Measured, believe
from panoh.statistics.rules.release.combinations import Cells, Records, counted, held
from panoh.statistics.rules.release.measuring import MovesTooMuch, Weighing, bound_for, measured, weighing
from panoh.statistics.rules.release.shares import THIN, Shares, shares_for

COLUMNS = (4, 3, 1, 1, 6)
OF = sum(COLUMNS)


def persons(number: int, seed: int = 7) -> np.ndarray:
    chance = np.random.default_rng(seed)
    first = np.cumsum([0, *COLUMNS[:-1]])
    found = [
        np.where(chance.random(number) < 0.7, first[place] + chance.integers(size, size=number), -1)
        for place, size in enumerate(COLUMNS)
    ]
    return np.stack(found, axis=1)


def records(rows: np.ndarray) -> Records:
    return Records.sorted_by_length(rows, np.ones(len(rows), np.int64), OF)


def by_hand(rows: np.ndarray, size: int) -> Counter:
    known = [sorted(value for value in row if value >= 0) for row in rows.tolist()]
    return Counter(combination for row in known for combination in combinations(row, size))


@pytest.mark.parametrize("size", [1, 2, 3])
def test_combinations_are_counted_as_by_hand(size):
    rows = persons(200)

    cells, times = counted(records(rows), size)

    found = dict(zip(zip(*(v.tolist() for v in cells.values()), strict=True), times.tolist(), strict=True))
    assert found == dict(by_hand(rows, size))


def test_records_that_occur_often_are_kept_once_and_count_as_often():
    rows = persons(50)
    distinct, times = np.unique(rows, axis=0, return_counts=True)

    once = counted(Records.sorted_by_length(distinct, times, OF), 2)

    assert once[1].tolist() == counted(records(rows), 2)[1].tolist()


def test_a_combination_left_out_has_no_number_and_large_codebooks_find_the_same_numbers():
    keys = np.array([3, 17, 40])
    small, large = Cells(2, 15, keys), Cells(3, 1000, keys)
    asked = np.array([3, 4, 40, 17, 0])

    assert small.numbers(asked).tolist() == large.numbers(asked).tolist() == [1, 0, 3, 2, 0]


class Told:
    """What would have been covered with noise, and for how great a move of one person."""

    def __init__(self) -> None:
        self.sums: list[np.ndarray] = []
        self.moves: list[float] = []

    def __call__(self, sums, moved, rho):
        self.sums.append(sums.copy())
        self.moves.append(moved)
        return sums.astype(float), moved / np.sqrt(2 * rho)


@pytest.mark.parametrize("bound", [0.4, 1.0, 3.0, 50.0])
def test_one_person_more_or_less_moves_the_measured_sums_by_no_more_than_the_bound(bound):
    """Neighbouring files by trial: every person is taken out once."""
    rows, told = persons(60), Told()
    cells, _ = counted(records(rows), 3)
    given = weighing(np.random.default_rng(1).uniform(0.05, 1, len(cells)), bound)

    for without in [None, *range(len(rows))]:
        less = rows if without is None else np.delete(rows, without, axis=0)
        measured(held(records(less), cells), np.ones(len(less), np.int64), given, 0.5, told)

    moved = [np.linalg.norm((told.sums[0] - other).astype(float)) for other in told.sums[1:]]
    assert max(moved) <= told.moves[0]
    assert bound > 2 or max(moved) > 0.95 * told.moves[0], "the bound is used, so a smaller one would be broken"


def test_the_bound_itself_is_found_by_a_histogram_in_which_one_person_is_one_step():
    rows, told = persons(60), Told()
    cells, _ = counted(records(rows), 2)

    for less in (rows, rows[1:]):
        bound_for(held(records(less), cells), np.ones(len(less), np.int64), np.ones(len(cells)), 0.9, 1.0, told)

    assert np.abs(told.sums[0] - told.sums[1]).sum() == 1
    assert told.moves == [1.0, 1.0]


def test_a_bound_that_would_be_broken_stops_the_release(monkeypatch):
    rows = persons(20)
    cells, _ = counted(records(rows), 2)
    monkeypatch.setattr("panoh.statistics.rules.release.measuring.added", lambda held, given: np.ones(held.records))

    with pytest.raises(MovesTooMuch):
        measured(held(records(rows), cells), np.ones(20, np.int64), Weighing(np.full(len(cells), 9), 10), 0.5, Told())


def test_where_nobody_adds_too_much_measured_counts_are_the_true_ones():
    rows = persons(80)
    cells, times = counted(records(rows), 2)

    seen = measured(held(records(rows), cells), np.ones(80, np.int64), weighing(np.ones(len(cells)), 9.0), 0.5, Told())

    assert np.allclose(seen.count, times)


@pytest.mark.parametrize("shares", [Shares(), THIN])
def test_no_more_is_shared_out_than_there_is(shares):
    assert 0.99 < shares.whole <= 1 + 1e-9


def test_sharing_out_more_is_refused():
    with pytest.raises(ValueError, match="more is shared out"):
        Shares(singles=0.9)


def test_a_thin_budget_goes_to_pairs():
    assert sum(shares_for(0.02).pairs) > sum(shares_for(0.3).pairs)


def test_what_noisy_counts_say_is_close_where_noise_is_small_and_silent_where_it_hides_everything():
    true = np.array([0.0, 200, 40, 1000] * 50)
    deviation = np.array([3.0, 3, 3, 3] * 50)
    noise = np.random.default_rng(3).normal(size=200) * deviation

    found = believe(
        np.full(200, 60.0),
        Measured(true + noise, deviation),
        np.zeros(200, np.int64),
        most=np.full(200, 2000.0),
        least=10,
        above=FAR,
    )

    assert found.enough[true == 0].max() < 0.5
    assert found.enough[true > 0].min() > 0.99
    assert np.abs(found.estimate - true)[true > 0].mean() < 12
    assert (found.error[true == 1000] < found.error[true == 40].mean()).all()
