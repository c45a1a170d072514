"""Wholes named for their parts, what goes on, what is withheld, and who "them" are. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts, told


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "Of the 26 convictions, 19 resulted in imprisonment.",
            "PROSECUTION",
            [("convictions", 26), ("sentenced_imprisonment", 19)],
        ),
        (
            "The government identified 40 victims. Of the 40 victims, 33 were women.",
            "PROTECTION",
            [("victims_identified", 40), ("victims_identified", 33)],
        ),
        (
            "Police continued to investigate three cases initiated in 2018.",
            "PROSECUTION",
            [("investigations", 3)],
        ),
        ("The embassy repatriated 300 migrant workers.", "PROTECTION", [("returnees", 300)]),
        ("Courts did not report sentencing data.", "PROSECUTION", [("sentence_term", None)]),
        ("The shelters did not support any victims of trafficking.", "PROTECTION", [("victims_assisted", 0)]),
        (
            "The government granted 60 permits in 2020, but it did not provide the number of permits granted in 2021.",
            "PROTECTION",
            [("residence_permits", 60), ("residence_permits", None)],
        ),
    ],
)
def test_wholes_denials_and_what_goes_on(sentence: str, section: str, expected: list[tuple[str, int | None]]) -> None:
    assert [row[:2] for row in told(sentence, section)] == expected


def test_a_case_that_goes_on_is_of_this_year() -> None:
    read = facts("Police continued to investigate three cases initiated in 2018.", "PROSECUTION")
    assert [fact["year"] for fact in read] == [2021]


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "The agency increased staff at headquarters from eight to 13.",
            "PROTECTION",
            [("specialised_staff", 8), ("specialised_staff", 13)],
        ),
        (
            "The system received 260 potential trafficking victim referrals.",
            "PROTECTION",
            [("potential_victims_referred", 260)],
        ),
        ("The council hosted three national teleconferences.", "PREVENTION", [("commission_meetings", 3)]),
        (
            "NGOs assisted 700 victims. The vast majority of victims (480) were females.",
            "PROTECTION",
            [("victims_assisted", 700), ("victims_assisted", 480)],
        ),
    ],
)
def test_posts_referrals_meetings_and_majorities(
    sentence: str, section: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [row[:2] for row in told(sentence, section)] == expected


def test_suspects_are_of_the_form_told_behind_their_cases() -> None:
    read = [
        row
        for row in told("Courts prosecuted 31 suspects in nine cases for forced labor.", "PROSECUTION")
        if row[2] != "cases"
    ]

    assert [row[-1] for row in read] == [{"form": "labour"}]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Officials identified 52 victims and referred them to shelters.",
            [("victims_identified", 52), ("victims_referred", 52)],
        ),
        (
            "Officials identified 52 victims and referred 30 of them to shelters.",
            [("victims_identified", 52), ("victims_referred", 30)],
        ),
        (
            "The government identified 90 potential victims and three official victims. Of these, 60 were potential"
            " sex trafficking victims; and 30 potential labor trafficking victims, including 11 forced begging victims.",
            [
                ("potential_victims_identified", 90),
                ("victims_identified", 3),
                ("potential_victims_identified", 60),
                ("potential_victims_identified", 30),
                ("potential_victims_identified", 11),
            ],
        ),
    ],
)
def test_them_and_those_who_stay_potential(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [row[:2] for row in told(sentence)] == expected


def test_none_as_in_another_year_is_none_of_both() -> None:
    read = facts("Police investigated no suspects for sex trafficking, the same as in 2019.", "PROSECUTION")
    assert [(fact["value"], fact["year"]) for fact in read] == [(0, 2021), (0, 2019)]


@pytest.mark.parametrize(
    ("sentence", "measure", "traits"),
    [
        (
            "Lacking a common database, the government did not report comprehensive data.",
            "victims_identified",
            {},
        ),
        (
            "The ministry did not report disaggregated data on victims exploited in forced labor.",
            "victims_identified",
            {"form": "labour"},
        ),
        ("The government could not provide comprehensive data on victim protection.", "victims_assisted", {}),
    ],
)
def test_data_not_reported_are_of_the_victims(sentence: str, measure: str, traits: dict[str, str]) -> None:
    read = facts(sentence)
    assert [(f["measure"], f["status"], f["breakdown"]) for f in read] == [(measure, "not_reported", traits)]


def test_numbers_withheld_in_one_statement_are_not_of_the_next() -> None:
    read = told(
        "While police did not report the number of victims identified, witness protection supported 12 victims."
    )
    assert ("witness_protection", None) not in [row[:2] for row in read]
