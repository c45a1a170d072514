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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The ministry operated nine shelters and 12 counseling centers for female victims of violence.",
            [
                ("shelters", 9, "facilities", "government", {"sex": "female"}),
                ("service_centres", 12, "facilities", "government", {"sex": "female"}),
            ],
        ),
        (
            "The city operated two shelters, one for women and one for men.",
            [
                ("shelters", 2, "facilities", "government", {}),
                ("shelters", 1, "facilities", "government", {"sex": "female", "age": "adult"}),
                ("shelters", 1, "facilities", "government", {"sex": "male", "age": "adult"}),
            ],
        ),
        (
            "The government did not operate shelters or provide services specifically for men.",
            [("shelters", 0, "facilities", "government", {"sex": "male", "age": "adult"})],
        ),
        (
            "Female victims stayed in hotels, but male victims did not have access to a shelter.",
            [("shelters", 0, "facilities", "government", {"sex": "male"})],
        ),
        (
            "The women's shelter assisted 22 victims.",
            [("shelter_residents", 22, "people", "government", {"sex": "female"})],
        ),
    ],
)
def test_for_whom_a_house_is(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "officials"),
    [
        ("Prosecutors investigated one government official for trafficking crimes.", 1),
        ("The court convicted a border guard and sentenced him to four years imprisonment.", 1),
        ("Police charged three members of the military with trafficking.", 1),
        ("Judges opened two trafficking prosecutions and a third case against a police officer.", 0),
    ],
)
def test_one_official_is_an_official_too(sentence: str, officials: int) -> None:
    read = [fact["breakdown"].get("group") for fact in facts(sentence, "PROSECUTION")]
    assert read.count("officials") == officials
