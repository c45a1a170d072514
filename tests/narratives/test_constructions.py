"""Constructions that narratives of other countries and years share: who did it, when, of which whole, and what was only meant."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

SEXUAL, LABOUR = {"form": "sexual"}, {"form": "labour"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The protocol, developed in 2016, provided assistance to all 21 victims.",
            [("victims_assisted", 21, 2021, {}, "reported")],
        ),
        (
            "In a positive change from the previous reporting period, the government assisted 26 victims.",
            [("victims_assisted", 26, 2021, {}, "reported")],
        ),
        (
            "The number of victims identified increased from 24 in 2020 to 38 in 2021.",
            [("victims_identified", 24, 2020, {}, "reported"), ("victims_identified", 38, 2021, {}, "reported")],
        ),
        (
            "Police investigated three cases (nine investigations in 2020; zero in 2019).",
            [
                ("investigations", 3, 2021, {}, "reported"),
                ("investigations", 9, 2020, {}, "reported"),
                ("investigations", 0, 2019, {}, "zero"),
            ],
        ),
    ],
)
def test_the_year_is_that_of_the_count(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        (
            "The government identified 64 victims, NGOs identified ten, and two self-identified.",
            ["government", "ngo", "self"],
        ),
        ("Police identified 20 victims (NGOs identified 52 victims in 2020).", ["government", "ngo"]),
        ("The ministry, working with foreign governments and INTERPOL, assisted five victims.", ["government"]),
        ("In partnership with the ministry and NGOs, the committee assisted three victims.", ["mixed"]),
    ],
)
def test_each_count_keeps_its_own_actor(sentence: str, actors: list[str]) -> None:
    assert [fact["actor"] for fact in facts(sentence)] == actors


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry was attempting to locate and repatriate 12 victims.", []),
        ("The ministry investigated the claims of 42 migrant workers.", []),
        ("The ministry suspended two registered educational firms.", []),
        (
            "The government did not report screening any of the 3,400 deportees.",
            [("screening", None, 2021, {}, "not_reported")],
        ),
    ],
)
def test_what_was_meant_or_is_only_described_is_no_count(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police identified 25 sex and 13 labor trafficking victims.",
            [
                ("victims_identified", 25, 2021, SEXUAL, "reported"),
                ("victims_identified", 13, 2021, LABOUR, "reported"),
            ],
        ),
        (
            "The government provided shelter to 24 victims and medical care to 12 victims.",
            [
                ("shelter_residents", 24, 2021, {}, "reported"),
                ("victims_assisted", 12, 2021, {"service": "medical"}, "reported"),
            ],
        ),
        (
            "The government provided shelter, medical care, and counseling to 26 victims.",
            [("victims_assisted", 26, 2021, {}, "reported")],
        ),
        (
            "Police identified 39 potential victims and referred 27 of them to shelters.",
            [
                ("potential_victims_identified", 39, 2021, {}, "reported"),
                ("potential_victims_referred", 27, 2021, {}, "reported"),
            ],
        ),
        (
            "The government operated three shelters for victims, with a total capacity of 120.",
            [("shelters", 3, 2021, {}, "reported"), ("shelter_capacity", 120, 2021, {}, "reported")],
        ),
    ],
)
def test_what_a_count_leaves_out_is_taken_from_beside_it(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


def test_figures_withheld_are_not_reported() -> None:
    read = rows("The government did not provide law enforcement data for 2021.", "PROSECUTION")

    assert read == [
        (measure, None, 2021, {}, "not_reported") for measure in ("investigations", "prosecutions", "convictions")
    ]


def test_personal_information_kept_back_is_no_figure_withheld() -> None:
    read = rows("The government did not keep victims' personal information confidential.")

    assert read == []


def test_those_fined_were_not_jailed() -> None:
    read = rows(
        "Courts sentenced 10 traffickers to prison terms of two to 15 years and two traffickers to fines.",
        "PROSECUTION",
    )

    assert read == [("sentenced_imprisonment", 10, 2021, {"term": "2-15 years"}, "reported")]


def test_not_less_than_is_the_least_the_law_allows() -> None:
    read = rows("The law prescribed penalties of not less than seven years' imprisonment.", "PROSECUTION")

    assert read == [("statutory_penalty", 7, None, {"bound": "min"}, "reported")]


def test_a_purpose_behind_a_comparison_is_that_of_the_money() -> None:
    read = rows("The government allocated 540,000 lari, an increase from 496,000 lari in 2020, to operate its shelter.")

    assert [row[3] for row in read] == [{"purpose": "shelter"}, {"purpose": "shelter"}]


def test_the_same_number_told_twice_in_a_sentence_is_two_facts() -> None:
    read = rows("The academy trained 40 investigators and 40 judges.", "PROSECUTION")

    assert [row[:2] for row in read] == [("officials_trained", 40), ("officials_trained", 40)]
