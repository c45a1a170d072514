"""What courts gave: of which year, and what only the law, a plan or help lasting some days tells."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows, told


def test_sentences_are_of_the_year_of_the_convictions_before() -> None:
    text = "In 2019, courts convicted 12 brokers. Sentences ranged from two to nine years, and three were suspended."
    assert [row[1:3] for row in rows(text, "PROSECUTION") if row[0] == "sentence_term"] == [(2, 2019), (9, 2019)]


def test_an_average_compared_is_of_the_year_told_before() -> None:
    text = "In 2020, courts convicted 12 brokers. The average sentence was seven years, compared to four years in 2019."
    assert ("sentence_term", 7, 2020, {"bound": "exact"}, "reported") in rows(text, "PROSECUTION")


def test_new_totals_without_a_year_end_the_year_before() -> None:
    text = "In 2019, courts convicted 12 brokers. Courts convicted nine pimps. Sentences ranged from two to nine years."
    assert [row[2] for row in rows(text, "PROSECUTION") if row[0] == "sentence_term"] == [2021, 2021]


@pytest.mark.parametrize(
    ("sentence", "section", "measure"),
    [
        (
            "Article 4 made it a crime to sell a child, with sentences of two to nine years.",
            "PROSECUTION",
            "statutory_penalty",
        ),
        ("Reporters wrote that imposed penalties ranged from two to nine years.", "PROSECUTION", "sentence_term"),
        (
            "Of the 20 sentenced, sentences ranged from two to nine years, with five sentenced to four years.",
            "PROSECUTION",
            "sentence_term",
        ),
    ],
)
def test_law_and_court_are_told_apart(sentence: str, section: str, measure: str) -> None:
    spans = [row[:2] for row in told(sentence, section) if row[1] in (2, 9)]
    assert spans == [(measure, 2), (measure, 9)]


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("The government began revising its code to raise sentences from two to nine years.", "PROSECUTION"),
        ("The code allowed the suspension of sentences under two years.", "PROSECUTION"),
        ("Shelter was provided for two days and care for up to nine months.", "PROTECTION"),
    ],
)
def test_no_term_is_told(sentence: str, section: str) -> None:
    assert not [row for row in told(sentence, section) if row[0] in ("sentence_term", "statutory_penalty")]


def test_one_half_is_part_of_the_number() -> None:
    assert [row[1] for row in told("Courts gave a sentence of three and one-half years.", "PROSECUTION")] == [3.5]
