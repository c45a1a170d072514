"""Shelters, hotlines and inspections as the prose names them, who acted, and what money was for."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

NGO_SHELTERS = {"purpose": "ngo_shelters"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Five crisis centers provided support to victims.", [("service_centres", 5, 2021, {}, "reported")]),
        ("The ministry operated 30 crisis rooms for victims.", [("shelters", 30, 2021, {}, "reported")]),
        ("The ministry opened three shelters.", [("shelters", 3, 2021, {}, "reported")]),
        (
            "The ministry operated two shelters that provided housing and care for child victims.",
            [("shelters", 2, 2021, {"age": "child"}, "reported")],
        ),
        (
            "The ministry provided shelter to 45 victims, legal assistance to 23, and medical care to 12.",
            [
                ("shelter_residents", 45, 2021, {}, "reported"),
                ("victims_assisted", 23, 2021, {"service": "legal"}, "reported"),
                ("victims_assisted", 12, 2021, {"service": "medical"}, "reported"),
            ],
        ),
        (
            "Border guards intercepted 14 children.",
            [("potential_victims_identified", 14, 2021, {"age": "child"}, "reported")],
        ),
        (
            "Police identified 90 victims, including 60 women and 30 girls (70 in 2020).",
            [
                ("victims_identified", 90, 2021, {}, "reported"),
                ("victims_identified", 60, 2021, {"sex": "female", "age": "adult"}, "reported"),
                ("victims_identified", 30, 2021, {"sex": "female", "age": "child"}, "reported"),
                ("victims_identified", 70, 2020, {}, "reported"),
            ],
        ),
        (
            "Police identified 35 women and girls as victims.",
            [("victims_identified", 35, 2021, {"sex": "female"}, "reported")],
        ),
        (
            "Police identified 12 victims in May, four of whom declined assistance.",
            [("victims_identified", 12, 2021, {}, "reported")],
        ),
        (
            "Police identified 90 victims. Traffickers exploited 60 victims in sex trafficking and 30 in forced labor.",
            [
                ("victims_identified", 90, 2021, {}, "reported"),
                ("victims_identified", 60, 2021, {"form": "sexual"}, "reported"),
                ("victims_identified", 30, 2021, {"form": "labour"}, "reported"),
            ],
        ),
        ("Of the 78 victims assisted by NGOs, 23 cooperated with prosecutors.", []),
        ("The ministry operated two shelters, one in Batumi and one in Poti.", [("shelters", 2, 2021, {}, "reported")]),
        ("The 40-bed shelter was full.", [("shelter_capacity", 40, 2021, {}, "reported")]),
        (
            "Police screened 400 migrants and identified no victims (two in 2020).",
            [
                ("screening", 400, 2021, {}, "reported"),
                ("victims_identified", 2, 2020, {}, "reported"),
                ("victims_identified", 0, 2021, {}, "zero"),
            ],
        ),
        ("The commission adopted an action plan to shelter 26 victims.", []),
    ],
)
def test_persons_and_places_are_counted_as_what_they_are(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inspectors conducted inspections of 340 farms.", [("labour_inspections", 340, 2021, {}, "reported")]),
        (
            "The ministry imposed fines on three employment agencies.",
            [("recruiter_enforcement", 3, 2021, {}, "reported")],
        ),
        (
            "The hotline received 900 calls and 40 requests.",
            [("hotline_calls", 900, 2021, {}, "reported"), ("hotline_calls", 40, 2021, {}, "reported")],
        ),
        ("The academy trained more than two dozen officers.", [("officials_trained", 24, 2021, {}, "reported")]),
    ],
)
def test_what_is_done_to_prevent_is_counted(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PREVENTION") == expected


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("MOSA and the NGO assisted 20 victims.", ["mixed"]),
        ("The ministry assisted 20 victims in cooperation with an international organization.", ["mixed"]),
        ("Algeria deported 90 migrants.", ["foreign_government"]),
        ("Police referred 12, NGOs referred eight, and six victims self-identified.", ["government", "ngo", "self"]),
    ],
)
def test_who_acted_is_told_by_the_words_around_the_verb(sentence: str, actors: list[str]) -> None:
    assert [fact["actor"] for fact in facts(sentence)] == actors


@pytest.mark.parametrize(
    ("sentence", "purposes"),
    [
        ("The government gave 5 million lari to an NGO to run two shelters.", [NGO_SHELTERS]),
        (
            "The government provided 70 lari for an awareness campaign and 14 lari to build a register.",
            [{"purpose": "awareness"}, {"purpose": "anti_trafficking"}],
        ),
        ("Districts could provide assistance of up to 20,000 lari to a victim.", []),
    ],
)
def test_money_is_for_what_stands_beside_it(sentence: str, purposes: list[dict[str, str]]) -> None:
    money = [fact for fact in facts(sentence, "PREVENTION") if fact["measure"] == "government_funding"]

    assert [fact["breakdown"] for fact in money] == purposes


def test_a_year_beside_money_is_no_money() -> None:
    read = rows("Funding for shelters rose from 3 million lari in 2020 to 4 million lari in 2021.")

    assert [row[:4] for row in read] == [
        ("government_funding", 3_000_000, 2020, {"purpose": "shelter"}),
        ("government_funding", 4_000_000, 2021, {"purpose": "shelter"}),
    ]


def test_a_text_that_breaks_off_behind_to_is_read() -> None:
    assert rows("Police identified 64 victims subjected to") == [("victims_identified", 64, 2021, {}, "reported")]


def test_a_program_of_the_year_to_come_does_not_date_its_money() -> None:
    (fact,) = facts("The ministry gave 6 million lari to an NGO to run a campaign in 2022.", "PREVENTION")[:1]

    assert (fact["measure"], fact["year"]) == ("government_funding", 2021)


def test_a_dollar_sign_before_a_named_currency_is_of_that_currency() -> None:
    (fact,) = facts("The ministry allocated $7 million Canadian dollars for victims.", country="CAN")

    assert (fact["value"], fact["unit"]) == (7_000_000, "CAD")
