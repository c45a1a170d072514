"""Counts take their measure from verb and noun, their parts from lists and brackets, their year from comparisons."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

R = "reported"


def test_a_bracket_and_a_comparison_belong_to_the_count_before_them() -> None:
    read = rows(
        "Authorities identified 121 victims, including 95 sex trafficking victims (85 women and 10 girls) and 26 labor"
        " trafficking victims (20 men and six boys), compared with 80 victims in 2020."
    )

    sexual, labour = {"form": "sexual"}, {"form": "labour"}
    assert read == [
        ("victims_identified", 121, 2021, {}, R),
        ("victims_identified", 95, 2021, sexual, R),
        ("victims_identified", 85, 2021, {**sexual, "sex": "female", "age": "adult"}, R),
        ("victims_identified", 10, 2021, {**sexual, "sex": "female", "age": "child"}, R),
        ("victims_identified", 26, 2021, labour, R),
        ("victims_identified", 20, 2021, {**labour, "sex": "male", "age": "adult"}, R),
        ("victims_identified", 6, 2021, {**labour, "sex": "male", "age": "child"}, R),
        ("victims_identified", 80, 2020, {}, R),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police identified 30 victims, a decrease from 45 in 2020 and 60 in 2019.",
            [("victims_identified", n, y, {}, R) for n, y in ((30, 2021), (45, 2020), (60, 2019))],
        ),
        (
            "The government identified and referred 15 victims.",
            [("victims_identified", 15, 2021, {}, R), ("victims_referred", 15, 2021, {}, R)],
        ),
        (
            "The government referred 44 victims, social workers referred 57, and 41 were referred by civil society.",
            [("victims_referred", n, 2021, {}, R) for n in (44, 57, 41)],
        ),
        (
            "The government identified 40 victims. Of these, 21 were victims of sex trafficking and four of forced labor.",
            [
                ("victims_identified", 40, 2021, {}, R),
                ("victims_identified", 21, 2021, {"form": "sexual"}, R),
                ("victims_identified", 4, 2021, {"form": "labour"}, R),
            ],
        ),
        (
            "The government identified 20 victims. All were foreign citizens, including 13 men and four women.",
            [
                ("victims_identified", 20, 2021, {}, R),
                ("victims_identified", 13, 2021, {"sex": "male", "age": "adult"}, R),
                ("victims_identified", 4, 2021, {"sex": "female", "age": "adult"}, R),
            ],
        ),
        (
            "The hotline received 1,200 calls, resulting in the identification of 10 victims.",
            [("hotline_calls", 1200, 2021, {}, R), ("hotline_victims_identified", 10, 2021, {}, R)],
        ),
        (
            "The government provided 15 victims with medical care, nine with legal aid.",
            [
                ("victims_assisted", 15, 2021, {"service": "medical"}, R),
                ("victims_assisted", 9, 2021, {"service": "legal"}, R),
            ],
        ),
    ],
)
def test_protection_counts(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government investigated 28 and prosecuted 22 cases in 2021, an increase from four cases investigated and"
            " prosecuted in 2020.",
            [
                ("investigations", 28, 2021, {}, R),
                ("prosecutions", 22, 2021, {}, R),
                ("investigations", 4, 2020, {}, R),
                ("prosecutions", 4, 2020, {}, R),
            ],
        ),
        (
            "Courts convicted 29 traffickers (28 in 2020): 25 for sex trafficking and four for forced labor.",
            [
                ("convictions", 29, 2021, {}, R),
                ("convictions", 28, 2020, {}, R),
                ("convictions", 25, 2021, {"form": "sexual"}, R),
                ("convictions", 4, 2021, {"form": "labour"}, R),
            ],
        ),
        (
            "Courts convicted 14 traffickers in 2021—10 for sex trafficking and four for forced labor—compared with nine"
            " convictions in 2020.",
            [
                ("convictions", 14, 2021, {}, R),
                ("convictions", 10, 2021, {"form": "sexual"}, R),
                ("convictions", 4, 2021, {"form": "labour"}, R),
                ("convictions", 9, 2020, {}, R),
            ],
        ),
        (
            "There was one conviction, the same number of convictions as in 2020.",
            [("convictions", 1, 2021, {}, R), ("convictions", 1, 2020, {}, R)],
        ),
        (
            "Three traffickers received prison sentences between one to five years.",
            [("sentenced_imprisonment", 3, 2021, {"term": "1-5 years"}, R)],
        ),
        ("The law established a team of 12 mechanics and bought 40 radios.", []),
    ],
)
def test_prosecution_counts(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


def test_the_introduction_gives_way_to_the_section_that_tells_the_same() -> None:
    text = "It convicted 12 traffickers.\nPROSECUTION\nCourts convicted 12 traffickers under article 143."

    read = facts(text, section="")

    assert [f["section"] for f in read] == ["prosecution"]


def test_who_acted_is_the_nearest_one_named() -> None:
    read = facts("International organizations assisted 56 victims, and NGOs identified 44 potential victims.")

    assert [f["actor"] for f in read] == ["international_organisation", "ngo"]


def test_an_approximate_number_says_so() -> None:
    (read,) = facts("The government assisted more than 200 victims.")

    assert read["qualifier"] == "more_than"


def test_the_quote_lies_at_its_offsets() -> None:
    text = "PROTECTION\nPolice acted. Police identified 30 victims."

    (read,) = facts("Police acted. Police identified 30 victims.")

    assert text[read["start"] : read["end"]] == read["quote"] == "Police identified 30 victims."


def test_a_number_that_rose_is_told_for_both_years() -> None:
    assert rows("The number of identified victims rose from 47 to 272.") == [
        ("victims_identified", 47, 2020, {}, R),
        ("victims_identified", 272, 2021, {}, R),
    ]


def test_a_newspaper_tells_cases_victims_by_form_and_half_a_year() -> None:
    read = facts(
        "Authorities initiated 57 criminal cases of trafficking, down from 60 in 2020 but the number of identified victims"
        " surged from 47 to 272. Of these, 238 were victims of forced labor. In the first half of 2022 police registered 39"
        " new cases.",
        section="",
    )

    assert [(f["measure"], f["value"], f["year"]) for f in read] == [
        ("cases_registered", 57, 2021),
        ("cases_registered", 60, 2020),
        ("victims_identified", 47, 2020),
        ("victims_identified", 272, 2021),
        ("victims_identified", 238, 2021),
        ("cases_registered", 39, 2022),
    ]


def test_an_aside_between_short_dashes_is_a_bracket() -> None:
    read = rows("The government identified 42 victims – 30 women and 12 men – compared with 40 in 2019.")

    assert read[-1] == ("victims_identified", 40, 2019, {}, R)


def test_the_government_with_a_partner_is_mixed() -> None:
    together = facts("In 2021, the government and NGOs identified 56 victims.")
    partners = facts("In partnership with an international organization, the government assisted 20 victims.")

    assert [f["actor"] for f in together + partners] == ["mixed", "mixed"]
