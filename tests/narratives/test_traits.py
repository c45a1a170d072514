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


@pytest.mark.parametrize(
    ("sentence", "crimes"),
    [
        (
            "If the crime involved a child victim, the penalties increased to seven to 11 years imprisonment.",
            [{"bound": "min", "age": "child"}, {"bound": "max", "age": "child"}],
        ),
        ("The penalty for debt bondage was nine years imprisonment.", [{"bound": "exact", "form": "bonded_labour"}]),
        (
            "The code prescribed a maximum of six years imprisonment; for the seduction of girls, it prescribed a"
            " sentence of eight years or more.",
            [{"bound": "max"}, {"bound": "min", "age": "child", "sex": "female"}],
        ),
        ("The code criminalized forced labor and prescribed penalties of up to six years.", [{"bound": "max"}]),
    ],
)
def test_a_crime_named_before_its_own_penalty_is_told_of_it(sentence: str, crimes: list[dict[str, str]]) -> None:
    assert [fact["breakdown"] for fact in facts(sentence, "PROSECUTION")] == crimes


def test_a_form_nobody_registered_is_unknown() -> None:
    read = told("Police identified 14 victims, nine of sex trafficking and five whose exploitation was not recorded.")
    assert [row[-1] for row in read] == [{}, {"form": "sexual"}, {"form": "unknown"}]
