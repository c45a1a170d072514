"""Numbers in figures and in words."""

from __future__ import annotations

import pytest

from panoh.narratives.amounts import amounts
from panoh.narratives.numbers import number_at
from panoh.narratives.tagging import tag
from panoh.narratives.tokens import tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,500", 2500),
        ("sixty-eight", 68),
        ("One-hundred and fifteen", 115),
        ("one hundred and five", 105),
        ("2.6 million", 2_600_000),
        ("sole", 1),
        ("zero", 0),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(text: str, value: float) -> None:
    read = number_at(tokens(text), 0)

    assert read is not None
    assert read[0] == value


@pytest.mark.parametrize("text", ["hundreds", "several", "a majority", "third", "someone"])
def test_a_vague_word_is_no_number(text: str) -> None:
    assert number_at(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "usd"),
    [
        ("253,670 Tajikistani somoni ($22,400)", 253670, "TJS", 22400),
        ("€6.6 million ($7.9 million)", 6_600_000, "EUR", 7_900_000),
        ("500 Swiss francs ($510)", 500, "CHF", 510),
        ("90.6 million West African CFA francs (FCFA) ($161,120)", 90_600_000, "XOF", 161_120),
        ("7 million TTD ($1.1 million)", 7_000_000, "TTD", 1_100_000),
        ("34.8 million Jamaican dollars ($272,470)", 34_800_000, "JMD", 272_470),
        ("2.2 million dinars ($21,710)", 2_200_000, "RSD", 21_710),
    ],
)
def test_money_is_written_out_in_its_own_currency_with_its_dollars(
    text: str, value: float, unit: str, usd: float
) -> None:
    (money,) = amounts(tokens(text), "SRB")

    assert (money.value, money.unit, money.usd) == (value, unit, usd)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("five to 15 years", 5, 15, "years"),
        ("between one to five years", 1, 5, "years"),
        ("six months to 10 years", 6, 10, "months"),
        ("two-month", 2, None, "months"),
        ("30-day", 30, None, "days"),
    ],
)
def test_a_span_of_time_keeps_both_its_ends(text: str, low: float, high: float | None, unit: str) -> None:
    (span,) = amounts(tokens(text), None)

    assert (span.value, span.high, span.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Articles 210, 211, and 367 of the penal code",
        "children younger than 18",
        "its annual September 28 events",
        "one of the shelters",
        "one another",
        "no one was identified",
        "in 2017",
    ],
)
def test_articles_ages_dates_and_pronouns_are_not_counted(text: str) -> None:
    counted = [item.low for item in tag(tokens(text), 2018, None) if item.amount]

    assert counted == []
