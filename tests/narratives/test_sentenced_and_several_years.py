"""Who a term was given to and who told of it, spans of years and months, and denials of several years."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        (
            "Courts convicted 12 offenders; sex traffickers received sentences ranging from two to seven years.",
            "sexual",
        ),
        ("A court convicted two men for forced prostitution, with sentences from two to nine years.", "sexual"),
        ("Courts convicted two offenders and sentenced them to terms from two to nine years.", None),
    ],
)
def test_a_term_is_of_the_crime_of_those_who_received_it(sentence: str, form: str | None) -> None:
    terms = [fact for fact in facts(sentence, "PROSECUTION") if fact["measure"] == "sentence_term"]
    assert [fact["breakdown"].get("form") for fact in terms] == [form, form]


def test_terms_told_by_the_media_have_the_media_as_their_source() -> None:
    told = facts(
        "The ministry did not report sentencing data, but media reported sentences ranged from one to six years.",
        "PROSECUTION",
    )
    assert {fact["actor"] for fact in told if fact["value"]} == {"media"}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("One trafficker received a sentence of four years and two months.", "4 years 2 months"),
        ("Nine traffickers received sentences between one day and eight months.", "1 day-8 months"),
        ("Nine traffickers received sentences between three months and nine years.", "3 months-9 years"),
    ],
)
def test_a_term_of_years_and_months_is_told_as_printed(sentence: str, term: str) -> None:
    assert [fact["breakdown"].get("term") for fact in facts(sentence, "PROSECUTION")][:1] == [term]


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "No victims applied for restitution in 2019, 2020, or 2021.",
            "PROTECTION",
            [("restitution_claims", 0, year, {}, "zero") for year in (2019, 2020, 2021)],
        ),
        (
            "The ministry did not report training local judges.",
            "PREVENTION",
            [("officials_trained", None, 2021, {}, "not_reported")],
        ),
        (
            "Police did not report any convictions, and the six prosecutions remained ongoing.",
            "PROSECUTION",
            [("convictions", None, 2021, {}, "not_reported"), ("prosecutions_pending", 6, 2021, {}, "reported")],
        ),
    ],
)
def test_denials_are_of_each_year_and_of_no_more_than_they_name(
    sentence: str, section: str, expected: list[Row]
) -> None:
    assert sorted(rows(sentence, section), key=str) == sorted(expected, key=str)
