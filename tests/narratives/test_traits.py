"""What narrows a fact: the ends of ranges, status, form and age where other words stand between."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts, told


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("Sentences ranged from eight months imprisonment and a fine to four years imprisonment.", ["min", "max"]),
        ("Traffickers received sentences ranging from a fine of 900 lari to six years imprisonment.", ["max"]),
        ("Courts sentenced traffickers to terms ranging from three and a half years up to nine years.", ["min", "max"]),
        ("The code increased penalties to 20 years to life imprisonment.", ["min"]),
        ("The sentence was four years imprisonment.", ["exact"]),
    ],
)
def test_both_ends_of_a_range_are_told(sentence: str, bounds: list[str]) -> None:
    ends = [fact["breakdown"]["bound"] for fact in facts(sentence, "PROSECUTION") if "bound" in fact["breakdown"]]
    assert ends == bounds


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The embassy repatriated 12 suspected trafficking victims from Spain and Italy.",
            [("victims_repatriated", 12, "people", "government", {"victim_status": "potential"})],
        ),
        (
            "Police conducted nine raids in sex trafficking cases.",
            [("raids", 9, "operations", "government", {"form": "sexual"})],
        ),
        (
            "The hotline received 14 calls reporting child forced labor cases.",
            [("hotline_calls", 14, "calls", "government", {"form": "labour", "age": "child"})],
        ),
    ],
)
def test_what_narrows_a_count_stays(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected
