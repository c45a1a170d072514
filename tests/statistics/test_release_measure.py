"""The bench judges a release as pac-synth's evaluator does with resolution 10, so that the figures of both compare."""

from __future__ import annotations

import numpy as np
import pytest

from bench.release import judged
from panoh.statistics.rules.release.combinations import Cells


def counts(**persons: int) -> tuple[Cells, np.ndarray]:
    keys = sorted(ord(each) for each in persons)
    return Cells(1, 200, np.array(keys)), np.array([persons[chr(key)] for key in keys])


REAL = counts(a=10, b=9, c=20, d=5)


@pytest.mark.parametrize(
    ("released", "error"),
    [
        (counts(a=10, c=20), "0.000"),
        (counts(a=15, c=20), "0.250"),
        (counts(a=10), "0.500"),
        (counts(a=10, c=20, d=10), "0.333"),
        (counts(a=10, c=20, x=50), "0.333"),
    ],
    ids=["exact", "one off by half", "one missing", "one of few persons printed twice as large", "one invented"],
)
def test_the_measure_takes_all_of_ten_and_more_and_all_that_are_printed(released, error):
    assert judged(REAL, released)[0] == error
