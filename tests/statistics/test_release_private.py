"""The private release without its noise: then tables are the true ones, and records hold nothing the tables do not print."""

from __future__ import annotations

import numpy as np
import pytest

from panoh.statistics.rules.release import private
from panoh.statistics.rules.release.combinations import SIZES, Records, counted
from panoh.statistics.rules.release.private import private_release
from panoh.statistics.rules.release.utility import utility
from tests.statistics.microdata import COLUMNS, OF, invented_rows


@pytest.fixture(autouse=True)
def _smaller_crowd(monkeypatch):
    monkeypatch.setattr(private, "_CROWD", 2_000)


def nearly_no_noise(sums, moved, rho):
    return sums.astype(float), moved / 1e4


def released(rows, noisy=nearly_no_noise, rho=5.0):
    values, times = np.unique(rows, axis=0, return_counts=True)
    return private_release(Records.sorted_by_length(values, times, OF), COLUMNS, rho, noisy, np.random.default_rng(5))


def test_without_noise_single_values_and_pairs_are_counted_right():
    rows = invented_rows(3_000)
    true = {size: counted(Records.sorted_by_length(rows, np.ones(len(rows), np.int64), OF), size) for size in SIZES}

    found = released(rows)

    assert found.persons == 3_000
    for size in (1, 2):
        cells, times = true[size]
        count = dict(zip(cells.keys.tolist(), times.tolist(), strict=True))
        table = found.tables[size]
        errors = [
            abs(c - count.get(k, 0)) / max(1, count.get(k, 0))
            for k, c in zip(table.cells.keys.tolist(), table.count, strict=True)
        ]
        assert np.mean(errors) < 0.1
        assert set(cells.keys[times >= 20].tolist()) <= set(table.cells.keys.tolist())


def test_a_triple_is_printed_only_where_its_three_pairs_are():
    found = released(invented_rows(3_000))

    pairs = set(found.tables[2].cells.keys.tolist())
    one, two, three = found.tables[3].cells.values()
    assert len(one)
    for first, second in ((one, two), (one, three), (two, three)):
        assert set((first * OF + second).tolist()) <= pairs


def test_records_hold_only_what_is_printed_and_their_counts_are_near_it():
    found = released(invented_rows(3_000))

    assert abs(found.records.persons - found.persons) < 0.1 * found.persons
    for size in SIZES:
        cells, times = counted(found.records, size)
        table = found.tables[size]
        assert set(cells.keys.tolist()) <= set(table.cells.keys.tolist())
        count = dict(zip(cells.keys.tolist(), times.tolist(), strict=True))
        differ = [abs(count.get(k, 0) - c) / c for k, c in zip(table.cells.keys.tolist(), table.count, strict=True)]
        assert np.mean(differ) < 0.3


def test_a_record_has_one_value_of_each_column_at_most():
    found = released(invented_rows(2_000))

    for members in COLUMNS:
        inside = (found.records.values >= members[0]) & (found.records.values <= members[-1])
        assert inside.sum(axis=1).max() <= 1


@pytest.mark.parametrize("number", [1, 2, 20, 60])
@pytest.mark.parametrize("times", [40, 400, 40_000])
def test_where_noise_drowns_everything_the_release_says_that_it_is_no_use(number, times):
    chance = np.random.default_rng(2)

    def drowned(sums, moved, rho):
        scale = moved * times
        return sums + np.rint(chance.normal(size=len(sums)) * scale), scale

    found = released(invented_rows(number), drowned)

    assert utility(found, COLUMNS).why_not
