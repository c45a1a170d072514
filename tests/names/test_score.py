"""The measure on known pairs, and the bars the comparison must hold on both halves of them."""

import csv
from pathlib import Path

import pytest

from panoh.names.score import Pair, PairsUnreadable, read_pairs, score

PAIRS = Path(__file__).parent / "pairs.csv"


@pytest.mark.parametrize("half", ["tune", "held"])
def test_recall_and_precision_hold_on_each_half_of_the_pairs(half: str) -> None:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["half"] == half]

    measured = score(Pair(row["a"], row["b"], row["same"] == "yes") for row in rows)

    assert len(measured.verdicts) > 500
    assert measured.recall is not None
    assert measured.recall >= 0.98
    assert measured.precision is not None
    assert measured.precision >= 0.99
    assert measured.key_recall is not None
    assert measured.key_recall >= 0.98


def test_recall_and_precision_are_counted_and_misses_named() -> None:
    pairs = [
        Pair("Рустам Каримов", "Rustam Karimov", True),
        Pair("Рустам Каримов", "Далер Назаров", True),
        Pair("Рустам Каримов", "Рустам Карим", False),
        Pair("Рустам Каримов", "Далер Назаров", False),
    ]

    measured = score(pairs)

    assert (measured.recall, measured.precision, measured.f1) == (0.5, 0.5, 0.5)
    assert [verdict.pair for verdict in measured.misses] == [pairs[1], pairs[2]]


def test_nothing_to_divide_by_is_none_and_not_zero() -> None:
    measured = score([Pair("Рустам Каримов", "Далер Назаров", False)])

    assert (measured.recall, measured.precision, measured.f1) == (None, None, None)


def test_other_columns_are_left_alone() -> None:
    found = read_pairs(["a,b,same,note", "Рустам,Rustam,YES,x", "Рустам,Daler,0,y"])

    assert found == (Pair("Рустам", "Rustam", True), Pair("Рустам", "Daler", False))


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["a,b", "x,y"], "missing: same"),
        (["a,b,same", "x,,yes"], "line 2: both a and b"),
        (["a,b,same", "x,y,maybe"], "same must be yes or no"),
        ([], "missing: a, b, same"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_change(lines: list[str], says: str) -> None:
    with pytest.raises(PairsUnreadable, match=says):
        read_pairs(lines)
