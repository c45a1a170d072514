"""docs/asvs.md answers every point of level 1 and 2 once, and counts its answers rightly; what it names as proof is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.house.sources import HOUSE

PAGE = (HOUSE / "docs" / "asvs.md").read_text(encoding="utf-8")
POINTS = [
    line.split()[0]
    for line in (HOUSE / "tests" / "house" / "asvs_numbers.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
STATES = ("holds", "in part", "not", "n/a")
ROWS = [
    (cells[1].split(), cells[3].strip(), cells[4].strip())
    for cells in (line.split("|") for line in PAGE.splitlines() if line.startswith("| V"))
]


def test_every_point_is_answered_once():
    answered = [number for numbers, _, _ in ROWS for number in numbers]

    assert Counter(answered) == Counter(POINTS)


def test_the_count_at_the_top_is_the_count_of_the_rows():
    counted = Counter(state for numbers, state, _ in ROWS for _ in numbers)
    [told] = re.findall(r"^\*\*(\d+) hold, (\d+) in part, (\d+) do not, (\d+) do not apply\*\*", PAGE, re.M)

    assert set(counted) <= set(STATES)
    assert tuple(map(int, told)) == tuple(counted[state] for state in STATES)


@pytest.mark.parametrize(("numbers", "state", "evidence"), ROWS, ids=[numbers[0] for numbers, _, _ in ROWS])
def test_an_answer_has_its_proof_or_its_reason(numbers, state, evidence):
    named = re.findall(r"`((?:panoh|tests|docs|requirements|bench)/[\w./*-]+)`", evidence)

    assert evidence
    assert [path for path in named if not any(HOUSE.glob(path))] == []


def test_every_gap_is_in_the_list_at_the_top():
    gaps = PAGE.split("## Gaps")[1].split("\n## ")[0]
    open_points = {number for numbers, state, _ in ROWS if state in {"not", "in part"} for number in numbers}

    assert open_points == set(re.findall(r"V\d+\.\d+\.\d+", gaps))
