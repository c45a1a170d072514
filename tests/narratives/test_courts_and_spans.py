"""Counts of courts and police: several verbs at once, spans of years, dashes without spaces."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts investigated, prosecuted, and convicted 14 brokers.",
            [("investigations", 14), ("prosecutions", 14), ("convictions", 14)],
        ),
        ("Police tried and convicted nine pimps.", [("prosecutions", 9), ("convictions", 9)]),
        ("Police opened 21 investigations of trafficking cases.", [("investigations", 21)]),
    ],
)
def test_all_verbs_of_a_list_are_told_of_the_count(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [(measure, value) for measure, value, *_ in told(sentence, "PROSECUTION")] == expected


@pytest.mark.parametrize(
    "opening", ["Between 2019 and 2020", "From May 2019 to July 2020", "Between May 2018 and June 2020"]
)
def test_a_span_of_years_dates_by_its_end(opening: str) -> None:
    assert rows(f"{opening}, courts convicted 14 brokers.", "PROSECUTION") == [
        ("convictions", 14, 2020, {}, "reported")
    ]


def test_a_dash_without_spaces_parts_words() -> None:
    sentence = "Police identified 30 sex trafficking victims–21 women and nine men–during the year."
    assert [row[1:] for row in told(sentence)] == [
        (30, "people", "government", {"form": "sexual"}),
        (21, "people", "government", {"form": "sexual", "sex": "female", "age": "adult"}),
        (9, "people", "government", {"form": "sexual", "sex": "male", "age": "adult"}),
    ]


def test_a_dash_between_names_or_years_parts_nothing() -> None:
    sentence = "In 2020–2021, officers at the Togo–Benin border identified 12 victims."
    assert [row[1] for row in told(sentence)] == [12]


def test_the_year_of_an_aside_does_not_date_the_count() -> None:
    sentence = (
        "With better data–an increase from the previous year, when one court answered–courts convicted six pimps."
    )
    assert rows(sentence, "PROSECUTION") == [("convictions", 6, 2021, {}, "reported")]
