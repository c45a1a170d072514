"""What different writers tell alike: totals behind their noun, wholes with their parts, other verbs. Each is invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows

_VI, _PVI, _VR = "victims_identified", "potential_victims_identified", "victims_referred"


def _counts(sentence: str, section: str) -> list[tuple[object, ...]]:
    """Measure, value and year of each fact, with what narrows it where anything does."""
    return [(m, v, y, b) if b else (m, v, y) for m, v, y, b, _ in rows(sentence, section)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The number of identified victims fell to 18 (from 27 in 2020).", [(_VI, 18, 2021), (_VI, 27, 2020)]),
        ("Victims numbered 61, as opposed to 74 in 2020.", [(_VI, 61, 2021), (_VI, 74, 2020)]),
        ("The number of male victims rose from four to nine.", [(_VI, 4, 2020, "M"), (_VI, 9, 2021, "M")]),
        ("The number of child victims assisted reached 90.", [("victims_assisted", 90, 2021, "C")]),
        ("The number of victims in shelters rose to 40.", [("shelter_residents", 40, 2021)]),
        (
            "Referrals of victims by law enforcement rose from 20 in 2020 to 34 in 2021.",
            [(_VR, 20, 2020), (_VR, 34, 2021)],
        ),
    ],
)
def test_a_total_behind_its_noun_is_counted(sentence: str, expected: list[tuple[object, ...]]) -> None:
    short = {"M": {"sex": "male"}, "C": {"age": "child"}}
    assert _counts(sentence, "PROTECTION") == [tuple(short.get(str(x), x) for x in row) for row in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prosecutions decreased by half, to 15.", [("prosecutions", 15, 2021)]),
        ("Convictions totaled 31 (38 in 2020).", [("convictions", 31, 2021), ("convictions", 38, 2020)]),
        ("Sex trafficking convictions totaled 31.", [("convictions", 31, 2021, {"form": "sexual"})]),
        ("The police looked into 14 allegations of trafficking.", [("investigations", 14, 2021)]),
        ("Courts heard 10 trafficking cases.", [("prosecutions", 10, 2021)]),
        (
            "Seven of those convicted were given jail terms ranging from one to four years.",
            [("sentenced_imprisonment", 7, 2021, {"term": "1-4 years"})],
        ),
        (
            "Twenty-one convictions were obtained, against 18 in 2020.",
            [("convictions", 21, 2021), ("convictions", 18, 2020)],
        ),
        ("Eleven defendants were on trial.", [("prosecutions_pending", 11, 2021)]),
        (
            "A total of 320 police officers, 40 judges, and 25 prosecutors were trained.",
            [("officials_trained", 320, 2021), ("officials_trained", 40, 2021), ("officials_trained", 25, 2021)],
        ),
        ("Eleven investigators worked in the trafficking unit.", [("specialised_staff", 11, 2021)]),
    ],
)
def test_law_enforcement_told_in_other_words(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert _counts(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government recorded 340 potential victims, of whom 95 were confirmed as victims.",
            [(_PVI, 340, 2021), (_VI, 95, 2021)],
        ),
        (
            "The government identified 48 victims, slightly more than the 45 it identified in 2020.",
            [(_VI, 48, 2021), (_VI, 45, 2020)],
        ),
        (
            "IOM assisted 37 victims in 2021, 12 fewer than in 2020.",
            [("victims_assisted", 37, 2021)],
        ),
        ("Most of the 88 identified victims were women.", [(_VI, 88, 2021)]),
        (
            "Officials identified 85 victims (sex trafficking, 60; forced begging, 25).",
            [(_VI, 85, 2021), (_VI, 60, 2021, {"form": "sexual"}), (_VI, 25, 2021, {"form": "begging"})],
        ),
        ("Police encountered 17 victims during raids on bars.", [(_VI, 17, 2021)]),
        ("State-run shelters took care of 48 victims.", [("shelter_residents", 48, 2021)]),
        (
            "The government cut its funding for the shelter from 90,000 euros to 70,000 euros.",
            [
                ("government_funding", 90000, 2020, {"purpose": "shelter"}),
                ("government_funding", 70000, 2021, {"purpose": "shelter"}),
            ],
        ),
        ("The authorities handed over 14 victims to an NGO for care.", [(_VR, 14, 2021)]),
        ("The ministry directed 32 victims to the center.", [(_VR, 32, 2021)]),
        ("Services were extended to 27 victims.", [("victims_assisted", 27, 2021)]),
        ("Authorities detained 14 trafficking victims for immigration violations.", [("victims_penalized", 14, 2021)]),
        ("No trafficking victims stayed in the shelter.", [("shelter_residents", 0, 2021)]),
        ("The government did not provide witness protection to any victim.", [("witness_protection", 0, 2021)]),
    ],
)
def test_protection_told_in_other_words(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert _counts(sentence, "PROTECTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Calls to the hotline numbered 3,200.", [("hotline_calls", 3200, 2021)]),
        ("The hotline operators referred 14 callers to the police.", [("hotline_referrals", 14, 2021)]),
        ("There were 64 inspectors for a workforce of 2 million.", [("labour_inspectors", 64, 2021)]),
        ("The government fined 19 recruiters.", [("recruiter_enforcement", 19, 2021)]),
        ("Four recruitment agencies lost their licenses.", [("recruiter_enforcement", 4, 2021)]),
        ("More than 5,000 students attended the sessions on trafficking.", [("awareness_audience", 5000, 2021)]),
        ("The working group convened on six occasions.", [("commission_meetings", 6, 2021)]),
        ("The government signed agreements with three countries.", [("cooperation_agreements", 3, 2021)]),
    ],
)
def test_prevention_told_in_other_words(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert _counts(sentence, "PREVENTION") == expected
