"""Wholes, parts and comparisons as narratives of many years write them: each sentence is invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

LABOUR = {"form": "labour"}
REPORTED = "reported"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Officials identified 41 as potential victims and three as official victims.",
            [("potential_victims_identified", 41, 2021, {}, REPORTED), ("victims_identified", 3, 2021, {}, REPORTED)],
        ),
        (
            "Police identified 60 potential victims, of which 44 identified as female and 16 identified as male.",
            [
                ("potential_victims_identified", 60, 2021, {}, REPORTED),
                ("potential_victims_identified", 44, 2021, {"sex": "female"}, REPORTED),
                ("potential_victims_identified", 16, 2021, {"sex": "male"}, REPORTED),
            ],
        ),
        (
            "Police identified 31 potential victims. Of the 31 potential victims, the bureau referred 19 to care.",
            [
                ("potential_victims_identified", 31, 2021, {}, REPORTED),
                ("potential_victims_referred", 19, 2021, {}, REPORTED),
            ],
        ),
        (
            "Police identified nine victims, nearly all of whom (eight) were Peruvian women; all nine were adults.",
            [
                ("victims_identified", 9, 2021, {}, REPORTED),
                ("victims_identified", 8, 2021, {"age": "adult", "nationality": "PER", "sex": "female"}, REPORTED),
                ("victims_identified", 9, 2021, {"age": "adult"}, REPORTED),
            ],
        ),
        (
            "The government identified fewer child victims (20 compared to 52).",
            [
                ("victims_identified", 20, 2021, {"age": "child"}, REPORTED),
                ("victims_identified", 52, 2020, {"age": "child"}, REPORTED),
            ],
        ),
        (
            "Police identified 28 victims; two were from Peru and Chile.",
            [
                ("victims_identified", 28, 2021, {}, REPORTED),
                ("victims_identified", 2, 2021, {"nationality": "foreign"}, REPORTED),
            ],
        ),
        (
            "The ministry assisted 18 women and four men, 12 of whom had been exploited in forced labor.",
            [
                ("victims_assisted", 18, 2021, {"age": "adult", "sex": "female"}, REPORTED),
                ("victims_assisted", 4, 2021, {"age": "adult", "sex": "male"}, REPORTED),
                ("victims_assisted", 12, 2021, {"age": "adult", **LABOUR}, REPORTED),
            ],
        ),
    ],
)
def test_a_part_is_told_of_its_whole(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts convicted 14 traffickers, compared with six traffickers prosecuted and five convicted in 2020.",
            [
                ("convictions", 14, 2021, {}, REPORTED),
                ("prosecutions", 6, 2020, {}, REPORTED),
                ("convictions", 5, 2020, {}, REPORTED),
            ],
        ),
        (
            "Police investigated 11 cases, compared with 14 in 2020 and none in 2019.",
            [
                ("investigations", 11, 2021, {}, REPORTED),
                ("investigations", 14, 2020, {}, REPORTED),
                ("investigations", 0, 2019, {}, "zero"),
            ],
        ),
        (
            "In 2021, police reported investigating 20 cases, compared with 35 the previous year, and prosecutions of 17"
            " defendants.",
            [
                ("investigations", 20, 2021, {}, REPORTED),
                ("investigations", 35, 2020, {}, REPORTED),
                ("prosecutions", 17, 2021, {}, REPORTED),
            ],
        ),
        (
            "This is a decrease from the previous reporting period, when police investigated 90 cases and courts"
            " convicted six traffickers.",
            [("investigations", 90, 2020, {}, REPORTED), ("convictions", 6, 2020, {}, REPORTED)],
        ),
        (
            "Of the investigations, there were 56 for sex trafficking (compared to 27 in 2020).",
            [],
        ),
        (
            "Police identified 52 suspects for sex trafficking, 30 for forced labor, and 10 for forced begging.",
            [],
        ),
    ],
)
def test_a_comparison_keeps_its_measure_and_its_year(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The team operated two hotlines, one of which received 500 calls, of which 16 were trafficking-related; the"
            " hotline referred 15 of these calls to police.",
            [("hotline_calls", 500), ("hotline_calls", 16), ("hotline_referrals", 15)],
        ),
        ("The shelter consisted of six houses for a maximum capacity of 200 residents.", [("shelter_capacity", 200)]),
        ("The center was only able to provide shelter for four victims at a time.", [("shelter_capacity", 4)]),
        ("The majority of identified victims, 205, was not referred.", []),
        (
            "The ministry reported identifying 15 victims, all but two of whom were children.",
            [("victims_identified", 15)],
        ),
        ("The two national hotlines were operational at all hours.", []),
    ],
)
def test_places_calls_and_what_is_not_counted(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in rows(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        (
            "Courts convicted 12 traffickers in nine cases and sentenced seven of those convicted to life imprisonment.",
            "life",
        ),
        ("Courts sentenced 12 traffickers to five to nine years' imprisonment.", "5-9 years"),
    ],
)
def test_those_sentenced_keep_their_term(sentence: str, term: str) -> None:
    jailed = [row[3] for row in rows(sentence, "PROSECUTION") if row[0] == "sentenced_imprisonment"]

    assert jailed == [{"term": term}]


def test_when_something_was_done_is_no_sentence() -> None:
    read = rows("Courts convicted two men who were deported within 30 days, one year after sentencing.", "PROSECUTION")

    assert "sentence_term" not in [row[0] for row in read]


def test_those_who_told_the_government_identified_them() -> None:
    read = facts("NGOs reported to the government that they identified 72 potential victims.")

    assert [fact["actor"] for fact in read] == ["ngo"]


def test_what_the_government_could_not_report_is_not_reported() -> None:
    read = rows(
        "The ministry was unable to report the number of victims housed in shelters; this compared with 77 in 2020."
    )

    assert read[0] == ("shelter_residents", 77, 2020, {}, REPORTED)
    assert read[1] == ("shelter_residents", None, 2021, {}, "not_reported")
