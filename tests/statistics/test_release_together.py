"""Noisy counts told by each other: they help, none speaks for itself twice, and the records are not asked for it."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from panoh.statistics.rules.release import private, tables
from panoh.statistics.rules.release.belief import Measured
from panoh.statistics.rules.release.combinations import SIZES, Cells, Held, Records, counted, held
from panoh.statistics.rules.release.tables import tables_of
from panoh.statistics.rules.release.together import together

FOUR_KINDS = (40.0, 90.0, 200.0, 470.0)
ALIKE = (100.0,) * 4


def crowd_of_kinds(long: int) -> Held:
    """Two hundred records of four kinds; all of a kind have the same `long` values, so its triples have one count."""
    of = 4 * long
    rows = np.repeat(np.arange(of).reshape(4, long), 50, axis=0)
    each = [combinations(range(kind * long, (kind + 1) * long), 3) for kind in range(4)]
    keys = sorted((a * of + b) * of + c for kind in each for a, b, c in kind)
    return held(Records.sorted_by_length(rows, np.ones(len(rows), np.int64), of), Cells(3, of, np.array(keys)))


def seen_in(crowd: Held, true: tuple[float, ...], deviation: float) -> Measured:
    noise = np.random.default_rng(4).normal(size=crowd.cells) * deviation
    return Measured(np.repeat(true, crowd.cells // 4) + noise, np.full(crowd.cells, deviation))


def test_many_noisy_counts_of_the_same_persons_tell_how_many_there_are_better_than_one_does():
    crowd = crowd_of_kinds(long=6)
    seen, true = seen_in(crowd, FOUR_KINDS, 12.0), np.repeat(FOUR_KINDS, 20)

    found = crowd.per_cell(together(crowd, seen, 800.0).often)

    assert np.abs(seen.count - true).mean() > 9
    assert np.abs(found - true).mean() < 2


@pytest.mark.parametrize("seen_so_many", [20.0, 100.0, 160.0])
def test_what_others_say_of_a_count_that_stands_alone_is_not_what_it_says_itself(seen_so_many):
    crowd = crowd_of_kinds(long=3)
    seen = seen_in(crowd, ALIKE, 5.0)
    seen.count[0] = seen_so_many

    found = together(crowd, seen, 400.0)

    assert crowd.per_cell(found.often)[0] == pytest.approx(seen_so_many, rel=0.05)
    assert found.apart[0] == pytest.approx(100, rel=0.05)


def test_a_crowd_that_is_like_the_counts_stays_as_it_is():
    crowd = crowd_of_kinds(long=6)

    found = together(crowd, Measured(np.repeat(ALIKE, 20), np.full(80, 5.0)), 400.0)

    assert np.allclose(found.often, 2.0)
    assert np.allclose(found.apart, 100.0)


def records_of_kinds(number: int, seed: int) -> tuple[Records, tuple[np.ndarray, ...]]:
    """Eight kinds of cases, with some of sixteen flags each and two years; not like the records of other tests."""
    chance = np.random.default_rng(seed)
    kinds, flags, years = 8, 16, 8
    typical = chance.random((kinds, flags)) < 0.45
    kind = np.minimum(chance.geometric(0.3, size=number) - 1, kinds - 1)
    has = chance.random((number, flags)) < np.where(typical[kind], 0.9, 0.02)
    year = np.minimum(chance.integers(years, size=kinds)[kind] + chance.integers(2, size=number), years - 1)
    rows = np.column_stack([year, np.where(has, years + np.arange(flags), -1)])
    values, times = np.unique(rows, axis=0, return_counts=True)
    columns = (np.arange(years), *(np.array([years + flag]) for flag in range(flags)))
    return Records.sorted_by_length(values, times, years + flags), columns


@pytest.mark.parametrize("seed", [2, 3])
def test_tables_told_by_all_counts_together_err_less_and_without_asking_the_records_again(seed, monkeypatch):
    monkeypatch.setattr(private, "_CROWD", 2_000)
    records, columns = records_of_kinds(4_000, seed)
    chance = np.random.default_rng(seed)

    def noisy(sums, moved, rho):
        scale = moved / np.sqrt(2 * rho)
        return np.rint(sums + chance.normal(size=len(sums)) * scale), scale

    looking, crowd = private.looked_through(records, columns, 0.05, noisy, np.random.default_rng(5))
    true = {size: counted(looking._records, size) for size in SIZES}
    looking._records = looking._noisy = None

    told = tables_of(looking, crowd)
    monkeypatch.setattr(tables, "_agreed", lambda looking, crowd: looking.looked)
    alone = tables_of(looking, crowd)

    assert mean_error(told[2], true[2]) < 0.97 * mean_error(alone[2], true[2])
    assert mean_error(told[3], true[3]) < 0.92 * mean_error(alone[3], true[3])


def mean_error(table, true) -> float:
    """Over combinations of ten and more persons and all that are printed; missing or invented counts 1."""
    cells, times = true
    count = dict(zip(cells.keys.tolist(), times.tolist(), strict=True))
    shown = dict(zip(table.cells.keys.tolist(), table.count.tolist(), strict=True))
    keys = set(shown) | {key for key, persons in count.items() if persons >= 10}
    return float(np.mean([abs(shown.get(k, 0) - count[k]) / count[k] if k in count else 1.0 for k in keys]))
