"""What courts gave: cases beside persons, persons with their terms, and terms that stand alone."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

OFFICIALS = {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts convicted 21 traffickers in six cases.",
            [("convictions", 21, 2021, {}, "reported"), ("convictions", 6, 2021, {}, "reported")],
        ),
        ("Courts convicted five traffickers in one case.", [("convictions", 5, 2021, {}, "reported")]),
        (
            "The ministry prosecuted 70 defendants, compared with 80 cases investigated, 60 defendants prosecuted, and"
            " 50 convicted in 2020.",
            [
                ("prosecutions", 70, 2021, {}, "reported"),
                ("investigations", 80, 2020, {}, "reported"),
                ("prosecutions", 60, 2020, {}, "reported"),
                ("convictions", 50, 2020, {}, "reported"),
            ],
        ),
        (
            "The government reported 12 investigations and seven convictions, compared with nine and four,"
            " respectively, in 2020.",
            [
                ("investigations", 12, 2021, {}, "reported"),
                ("convictions", 7, 2021, {}, "reported"),
                ("investigations", 9, 2020, {}, "reported"),
                ("convictions", 4, 2020, {}, "reported"),
            ],
        ),
        (
            "Authorities investigated 34 cases (25 sex trafficking, nine labor trafficking) involving 60 suspects.",
            [
                ("investigations", 34, 2021, {}, "reported"),
                ("investigations", 25, 2021, {"form": "sexual"}, "reported"),
                ("investigations", 9, 2021, {"form": "labour"}, "reported"),
                ("investigations", 60, 2021, {}, "reported"),
            ],
        ),
        (
            "Of the 54 investigations, 30 involved sex trafficking.",
            [
                ("investigations", 54, 2021, {}, "reported"),
                ("investigations", 30, 2021, {"form": "sexual"}, "reported"),
            ],
        ),
        (
            "Courts convicted 57 traffickers, 31 for sex trafficking and 26 for forced labor, compared with 73 in 2020.",
            [
                ("convictions", 57, 2021, {}, "reported"),
                ("convictions", 31, 2021, {"form": "sexual"}, "reported"),
                ("convictions", 26, 2021, {"form": "labour"}, "reported"),
                ("convictions", 73, 2020, {}, "reported"),
            ],
        ),
        (
            "Prosecutors obtained 45 convictions in 38 cases.",
            [("convictions", 45, 2021, {}, "reported"), ("convictions", 38, 2021, {}, "reported")],
        ),
        ("Police brought 12 cases to court.", [("prosecutions", 12, 2021, {}, "reported")]),
        ("Police detained 34 suspects and charged 20 of them.", [("prosecutions", 20, 2021, {}, "reported")]),
        (
            "Convictions fell to 30 in 2021, from 45 in 2020.",
            [("convictions", 30, 2021, {}, "reported"), ("convictions", 45, 2020, {}, "reported")],
        ),
        (
            "There were no convictions in 2021, compared with 11 in 2020.",
            [("convictions", 11, 2020, {}, "reported"), ("convictions", 0, 2021, {}, "zero")],
        ),
        ("The ministry did not report how many of the 25 traffickers received prison sentences.", []),
        ("In one prosecution, the judge convicted six traffickers.", [("convictions", 6, 2021, {}, "reported")]),
        ("The high court overturned the convictions of three traffickers.", []),
        ("Since 2015, courts have convicted 13 traffickers.", [("convictions", 13, None, {}, "reported")]),
        ("Courts have convicted three traffickers in the last five years.", [("convictions", 3, None, {}, "reported")]),
    ],
)
def test_each_count_of_the_courts_has_its_own_measure(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ten traffickers received sentences of imprisonment of two to nine years.",
            [("sentenced_imprisonment", 10, 2021, {"term": "2-9 years"}, "reported")],
        ),
        (
            "Judges sentenced three traffickers to five years, four to seven years, and two to 10 years in prison.",
            [
                ("sentenced_imprisonment", 3, 2021, {"term": "5 years"}, "reported"),
                ("sentenced_imprisonment", 4, 2021, {"term": "7 years"}, "reported"),
                ("sentenced_imprisonment", 2, 2021, {"term": "10 years"}, "reported"),
            ],
        ),
        ("Only 12 traffickers served prison time.", [("sentenced_imprisonment", 12, 2021, {}, "reported")]),
        (
            "Sentences ranged from four months suspended to five years imprisonment.",
            [
                ("sentence_term", 4, 2021, {"bound": "min"}, "reported"),
                ("sentence_term", 5, 2021, {"bound": "max"}, "reported"),
            ],
        ),
        (
            "The judge gave sentences of 30 and 12 years imprisonment, respectively.",
            [
                ("sentence_term", 30, 2021, {"bound": "exact"}, "reported"),
                ("sentence_term", 12, 2021, {"bound": "exact"}, "reported"),
            ],
        ),
        (
            "Courts convicted two police officers and sentenced them to six years imprisonment.",
            [
                ("convictions", 2, 2021, OFFICIALS, "reported"),
                ("sentence_term", 6, 2021, {"bound": "exact", **OFFICIALS}, "reported"),
            ],
        ),
        ("Two traffickers received fines.", []),
        ("Most sentences exceeded three years, and 70 percent of them five years imprisonment.", []),
    ],
)
def test_a_term_stands_with_whom_it_was_given_to(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


def test_a_second_penalty_of_the_same_sentence_is_of_the_law_too() -> None:
    read = rows(
        "The law prescribed a six-year minimum sentence, or a 15-year minimum for acts against children.", "PROSECUTION"
    )

    assert [row[:2] for row in read] == [("statutory_penalty", 6), ("statutory_penalty", 15)]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("No victims were repatriated.", ["victims_repatriated"]),
        ("No suspects were prosecuted or convicted.", ["prosecutions", "convictions"]),
        ("Prosecutors did not charge any officials.", ["prosecutions"]),
        ("Judges convicted no one, and police offered limited or no training to recruits.", ["convictions"]),
        ("The ministry did not report developing a mechanism for the referral of victims.", []),
        ("The ministry did not report if that number included victims identified by the police.", []),
        (
            "The ministry did not report whether any of these inspections led to the identification of victims.",
            ["victims_identified"],
        ),
    ],
)
def test_a_denial_covers_what_is_denied_and_no_more(sentence: str, measures: list[str]) -> None:
    assert [fact["measure"] for fact in facts(sentence)] == measures
