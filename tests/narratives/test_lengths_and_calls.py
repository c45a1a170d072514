"""How long permits last, help that goes on, what calls to a hotline brought, and money under its other names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import told

GOVERNMENT = "government"
POTENTIAL = {"victim_status": "potential"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The law gave victims a reflection period of 20 to 40 days.",
            [
                ("reflection_period", 20, "days", GOVERNMENT, {"bound": "min"}),
                ("reflection_period", 40, "days", GOVERNMENT, {"bound": "max"}),
            ],
        ),
        (
            "Victims could obtain a residence permit valid for between four months and two years.",
            [
                ("residence_permit_term", 4, "months", GOVERNMENT, {"bound": "min"}),
                ("residence_permit_term", 2, "years", GOVERNMENT, {"bound": "max"}),
            ],
        ),
        (
            "The draft law would shorten the reflection period from four months to 25 days.",
            [("reflection_period", 25, "days", GOVERNMENT, {})],
        ),
        (
            "Nine of the 20 victims made use of the reflection period.",
            [("reflection_period", 9, "people", GOVERNMENT, {})],
        ),
        (
            "Three victims identified in a previous year continued to receive care.",
            [("victims_assisted", 3, "people", GOVERNMENT, {})],
        ),
        (
            "Inspectors identified 36 children in child labor, including potential victims, compared with 52 in 2020.",
            [
                ("potential_victims_identified", 36, "people", GOVERNMENT, {"age": "child"}),
                ("potential_victims_identified", 52, "people", GOVERNMENT, {"age": "child"}),
            ],
        ),
        (
            "The embassy assisted six victims with voluntary return.",
            [("victims_repatriated", 6, "people", GOVERNMENT, {})],
        ),
        (
            "The embassy repatriated 17 women between the ages of 19 and 33.",
            [("victims_repatriated", 17, "people", GOVERNMENT, {"age": "adult", "sex": "female"})],
        ),
    ],
)
def test_a_length_has_both_its_ends_and_help_goes_on(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The hotline received 310 calls, including nine potential trafficking cases.",
            [
                ("hotline_calls", 310, "calls", GOVERNMENT, {}),
                ("hotline_victims_identified", 9, "cases", GOVERNMENT, POTENTIAL),
            ],
        ),
        (
            "The hotline received 310 calls; five potential victims were identified.",
            [
                ("hotline_calls", 310, "calls", GOVERNMENT, {}),
                ("hotline_victims_identified", 5, "people", GOVERNMENT, POTENTIAL),
            ],
        ),
        (
            "The hotline received 310 calls; police identified five potential victims.",
            [
                ("hotline_calls", 310, "calls", GOVERNMENT, {}),
                ("potential_victims_identified", 5, "people", GOVERNMENT, {}),
            ],
        ),
        ("The police received 140 reports of human trafficking.", []),
        (
            "The hotline received 140 reports of human trafficking.",
            [("hotline_calls", 140, "calls", GOVERNMENT, {})],
        ),
    ],
)
def test_who_calls_to_a_hotline_brought_to_light(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(sentence, "PREVENTION") == expected


@pytest.mark.parametrize(("word", "code"), [("ringgits", "MYR"), ("hryvnya", "UAH"), ("nairas", "NGN")])
def test_money_is_known_by_its_plural_too(word: str, code: str) -> None:
    assert [fact[2] for fact in told(f"The government allocated 20,000 {word} ($900) to the shelter.")] == [code]
