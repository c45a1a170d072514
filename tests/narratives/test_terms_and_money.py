"""Penalties, sentences, permits, money, tiers."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts, rows


def test_a_penalty_of_the_law_has_two_bounds_and_no_year() -> None:
    read = rows("Article 143 prescribed penalties of seven to 20 years imprisonment.", "PROSECUTION")

    assert read == [
        ("statutory_penalty", 7, None, {"bound": "min"}, "reported"),
        ("statutory_penalty", 20, None, {"bound": "max"}, "reported"),
    ]


@pytest.mark.parametrize(
    ("sentence", "section", "measure", "value", "unit"),
    [
        ("Courts issued a sentence of eight years’ imprisonment.", "PROSECUTION", "sentence_term", 8, "years"),
        ("The law allowed a 60-day reflection period.", "PROTECTION", "reflection_period", 60, "days"),
        ("Victims could obtain a six-month residence permit.", "PROTECTION", "residence_permit_term", 6, "months"),
        ("Police must refer victims within 24 hours.", "PROTECTION", "referral_deadline", 24, "hours"),
    ],
)
def test_a_span_of_time_finds_its_measure(sentence: str, section: str, measure: str, value: int, unit: str) -> None:
    (read,) = facts(sentence, section)

    assert (read["measure"], read["value"], read["unit"]) == (measure, value, unit)


def test_a_budget_that_rose_is_two_facts_with_their_dollars() -> None:
    read = facts(
        "It increased its anti-trafficking budget from €20,000 ($24,010) in 2020 to €35,000 ($42,020) in 2021."
    )

    assert [(f["value"], f["unit"], f["year"], f["usd"], f["breakdown"]) for f in read] == [
        (20000, "EUR", 2020, 24010, {"purpose": "anti_trafficking"}),
        (35000, "EUR", 2021, 42020, {"purpose": "anti_trafficking"}),
    ]


def test_a_fine_and_a_seizure_are_not_funding() -> None:
    assert rows("Police seized assets worth 31 million lari ($950,920) from traffickers.", "PROSECUTION") == []


@pytest.mark.parametrize(
    ("text", "tier", "change"),
    [
        ("GEORGIA: Tier 1", "1", "unstated"),
        ("Tajikistan (Tier 3)", "3", "unstated"),
        ("GEORGIA: Tier 2\n\nTherefore Georgia was upgraded to Tier 2 Watch List.", "2WL", "upgraded"),
        ("Therefore Kuwait remained on Tier 2 Watch List for the third consecutive year.", "2WL", "remained"),
    ],
)
def test_a_narrative_places_its_country_once(text: str, tier: str, change: str) -> None:
    (read,) = facts(text, section="")

    assert read["breakdown"] == {"tier": tier, "change": change}
    assert read["year"] == 2022
