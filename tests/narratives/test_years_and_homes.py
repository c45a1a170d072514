"""Years, shelters and joined counts as narratives of many years write them: each sentence is invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, rows

REPORTED = "reported"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In 2019, the center registered 58 victims. Police identified 32 victims (46 in 2018).",
            [
                ("victims_identified", 58, 2019, {}, REPORTED),
                ("victims_identified", 32, 2019, {}, REPORTED),
                ("victims_identified", 46, 2018, {}, REPORTED),
            ],
        ),
        (
            "The ministry assisted 23 victims and continued to assist eight victims who entered the shelter in 2018.",
            [("shelter_residents", 23, 2021, {}, REPORTED), ("shelter_residents", 8, 2021, {}, REPORTED)],
        ),
        (
            "The ministry assisted 25 victims and one victim identified the previous reporting period.",
            [("victims_assisted", 25, 2021, {}, REPORTED), ("victims_assisted", 1, 2021, {}, REPORTED)],
        ),
        (
            "Police identified 72 victims (59 in the preceding period).",
            [("victims_identified", 72, 2021, {}, REPORTED), ("victims_identified", 59, 2020, {}, REPORTED)],
        ),
    ],
)
def test_a_year_belongs_to_what_was_done_in_it(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government operated a 35-bed shelter for female victims and a 12-bed shelter for male victims.",
            [
                ("shelter_capacity", 35, 2021, {"sex": "female"}, REPORTED),
                ("shelter_capacity", 12, 2021, {"sex": "male"}, REPORTED),
            ],
        ),
        (
            "The female shelter assisted 29 victims.",
            [("shelter_residents", 29, 2021, {"sex": "female"}, REPORTED)],
        ),
        (
            "The ministry opened two shelters dedicated to providing care, and legal help, to child trafficking victims.",
            [("shelters", 2, 2021, {"age": "child"}, REPORTED)],
        ),
        (
            "The government funded three NGO-managed shelters.",
            [("shelters", 3, 2021, {}, REPORTED)],
        ),
        (
            "The ministry sheltered 14 victims in two shelters, a decrease from 19 victims in 2020.",
            [
                ("shelter_residents", 14, 2021, {}, REPORTED),
                ("shelter_residents", 19, 2020, {}, REPORTED),
            ],
        ),
    ],
)
def test_a_house_and_those_who_live_in_it(sentence: str, expected: list[Row]) -> None:
    read = [row for row in rows(sentence) if row[:2] != ("shelters", 2) or row[3]]

    assert read == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts prosecuted and convicted two sex traffickers using the trafficking law and 11 using another statute,"
            " down from 21 prosecutions and convictions in 2020.",
            [
                ("prosecutions", 2, 2021, {"form": "sexual"}, REPORTED),
                ("convictions", 2, 2021, {"form": "sexual"}, REPORTED),
                ("prosecutions", 11, 2021, {"form": "sexual"}, REPORTED),
                ("convictions", 11, 2021, {"form": "sexual"}, REPORTED),
                ("prosecutions", 21, 2020, {}, REPORTED),
                ("convictions", 21, 2020, {}, REPORTED),
            ],
        ),
        (
            "Police opened 25 investigations, compared with 15 investigations and prosecutions of 49 suspects in 2020.",
            [
                ("investigations", 25, 2021, {}, REPORTED),
                ("investigations", 15, 2020, {}, REPORTED),
                ("prosecutions", 49, 2020, {}, REPORTED),
            ],
        ),
        (
            "The government explained its decrease in prosecutions from 41 cases in the previous Nepali fiscal year to 18.",
            [("prosecutions", 41, 2020, {}, REPORTED), ("prosecutions", 18, 2021, {}, REPORTED)],
        ),
    ],
)
def test_joined_acts_and_their_numbers(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police identified 19 victims. Children comprised 14 of the victims.",
            ("victims_identified", 14, 2021, {"age": "child"}, REPORTED),
        ),
        (
            "Police identified 19 victims. Of the 19 victims, nine were under age 18 and almost all were female.",
            ("victims_identified", 9, 2021, {"age": "child"}, REPORTED),
        ),
        (
            "Of the 32 child victims noted above, the ministry assisted 18 with food and clothing.",
            ("victims_assisted", 18, 2021, {}, REPORTED),
        ),
        (
            "It is unclear how many victims were referred during the year.",
            ("victims_referred", None, 2021, {}, "not_reported"),
        ),
        (
            "Local governments provided additional funds for victims, although they did not report the amount.",
            ("government_funding", None, 2021, {"purpose": "victim_protection"}, "not_reported"),
        ),
    ],
)
def test_what_a_sentence_adds_to_the_one_before(sentence: str, expected: Row) -> None:
    assert rows(sentence)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police arrested 41 suspects, of whom 30 were formally charged.",
            [("prosecutions", 30, 2021, {}, REPORTED)],
        ),
        (
            "Out of 64 cases sent to court, 22 resulted in convictions, nine in acquittals, and 33 were still ongoing.",
            [
                ("prosecutions", 64, 2021, {}, REPORTED),
                ("convictions", 22, 2021, {}, REPORTED),
                ("prosecutions_pending", 33, 2021, {}, REPORTED),
            ],
        ),
        (
            "Courts issued 18 convictions, including seven for child trafficking.",
            [("convictions", 18, 2021, {}, REPORTED), ("convictions", 7, 2021, {"age": "child"}, REPORTED)],
        ),
        (
            "No victims received restitution, and no civil suits were filed.",
            [("restitution_awards", 0, 2021, {}, "zero"), ("restitution_claims", 0, 2021, {}, "zero")],
        ),
        (
            "Two victims testified; none received witness protection.",
            [("witness_protection", 0, 2021, {}, "zero")],
        ),
        (
            "The ministry's 120 inspectors conducted 3,450 inspections.",
            [("labour_inspectors", 120, 2021, {}, REPORTED), ("labour_inspections", 3450, 2021, {}, REPORTED)],
        ),
    ],
)
def test_what_became_of_cases_and_those_who_inspect(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government reported 10 ongoing investigations and five new prosecutions.",
            [("investigations", 10), ("prosecutions", 5)],
        ),
        ("Police assisted in the rescue of 13 victims and referred all to shelters.", [("victims_identified", 13)]),
        ("Only two of the 81 victims identified agreed to participate in prosecutions.", []),
    ],
)
def test_what_is_ongoing_rescued_or_only_agreed(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in rows(sentence)] == expected
