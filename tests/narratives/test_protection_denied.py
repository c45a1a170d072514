"""What of protection is denied, and figures told in constructions of their own."""

import pytest

from tests.narratives.reading_of import facts, rows


@pytest.mark.parametrize(
    ("sentence", "measure", "value", "year"),
    [
        ("The number of recognized victims fell to 18 from 43 the year before.", "victims_identified", 18, 2021),
        ("Police flagged 15 women as potential victims.", "potential_victims_identified", 15, 2021),
        ("Nine victims came forward on their own.", "victims_identified", 9, 2021),
        ("Of the 2,300 calls to the helpline, 41 related to trafficking.", "hotline_calls", 41, 2021),
        ("Two victims were jailed for theft.", "victims_penalized", 2, 2021),
        (
            "Officials extended the residency of 14 victims and granted permanent residence to three.",
            "residence_permits",
            3,
            2021,
        ),
    ],
)
def test_figures_of_protection(sentence: str, measure: str, value: int, year: int) -> None:
    assert (measure, value, year) in [row[:3] for row in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "measure", "status"),
    [
        ("Police deported 90 workers without screening them for signs of abuse.", "screening", "zero"),
        ("The ministry reported identifying no victims.", "victims_identified", "zero"),
        ("The district lacked a shelter for trafficking victims.", "shelters", "zero"),
        (
            "Neither the courts nor the ministry reported the number of victims they assisted.",
            "victims_assisted",
            "not_reported",
        ),
        ("Statistics on victim assistance were not available.", "victims_assisted", "not_reported"),
        ("No victims were reported to have been jailed for their acts.", "victims_penalized", "zero"),
        ("No victims took part in the witness protection program.", "witness_protection", "zero"),
    ],
)
def test_denials_of_protection(sentence: str, measure: str, status: str) -> None:
    assert (measure, status) in [(row[0], row[4]) for row in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The ministry ran seven shelters. They assisted 310 women.", ("shelter_residents", 310)),
        ("The city added a house, bringing the total number of shelters to four.", ("shelters", 4)),
        ("IOM provided assistance to 121 victims and repatriated 38.", ("victims_assisted", 121)),
        ("The institute held six trainings on identifying victims for 240 officers.", ("officials_trained", 240)),
        ("The shelter had 12 beds; none were placed there.", ("shelter_residents", 0)),
        ("NGOs assisted 37 victims, 12 fewer than in 2020.", ("victims_assisted", 37)),
    ],
)
def test_told_of_what_stands_before(sentence: str, fact: tuple[str, int]) -> None:
    assert fact in [row[:2] for row in rows(sentence)]


def test_whoever_is_told_in_an_aside_does_not_act() -> None:
    assert [f["actor"] for f in facts("NGOs, some of which received state funds, assisted 502 victims.")] == ["ngo"]
    assert [f["actor"] for f in facts("The helpline, run by an NGO, took 90 calls.")] == ["ngo"]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The law offered a reflection period; 13 victims were granted it.", ("reflection_period", 13)),
        ("The inspectorate recovered unpaid wages for 54 victims of forced labor.", ("restitution_awards", 54)),
        ("Eleven victims completed vocational courses.", ("victims_assisted", 11)),
        ("The number of victims staying in shelters rose from 41 to 96.", ("shelter_residents", 96)),
        ("The shelters stayed empty, as no victims sought accommodation.", ("shelter_residents", 0)),
        ("Officials gave no support to the 14 victims.", ("victims_assisted", 0)),
        ("The state did not fund the shelters, nor did it assist any victims.", ("victims_assisted", 0)),
        ("The law entitled victims to damages, but courts have never awarded any.", ("restitution_awards", 0)),
        ("The ministry did not report whether prosecutors sought restitution.", ("restitution_claims", None)),
        ("Police had no mechanism to find victims and did not identify any in 2021.", ("victims_identified", 0)),
        ("The agency provided shelter to 31 victims and medical care to 22.", ("victims_assisted", 22)),
    ],
)
def test_what_it_and_any_stand_for(sentence: str, fact: tuple[str, int | None]) -> None:
    assert fact in [row[:2] for row in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "The board received 211 referrals of possible victims, of which 140 were confirmed.",
            ("victims_identified", 140),
        ),
        ("The state reported no trafficking victims for the third year running.", ("victims_identified", 0)),
        ("No statistics on victims were available.", ("victims_identified", None)),
        ("None of the foreign victims requested repatriation.", ("victims_repatriated", 0)),
        ("None of the convicted traffickers paid restitution.", ("restitution_awards", 0)),
        ("Two victims entered witness protection, and none received compensation.", ("witness_protection", 2)),
        ("The country's only shelter was full.", ("shelters", 1)),
    ],
)
def test_confirmed_and_none(sentence: str, fact: tuple[str, int | None]) -> None:
    assert fact in [row[:2] for row in rows(sentence)]


def test_who_stands_before_a_number_acts() -> None:
    read = facts("Police identified 120 victims, NGOs 63, and labor inspectors 17.")
    assert [(f["value"], f["actor"]) for f in read] == [(120, "government"), (63, "ngo"), (17, "government")]
