"""Courses, visits, sessions and meetings in other words, and what a comparison behind them says; all invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts

Counted = list[tuple[str, float | None, int | None]]


def counted(sentence: str, section: str = "PREVENTION") -> Counted:
    """Measure, value and year of each fact."""
    return [(f["measure"], f["value"], f["year"]) for f in facts(sentence, section)]


CASES: list[tuple[str, Counted]] = [
    ("In total, 44 court clerks took a three-day course on trafficking.", [("officials_trained", 44, 2021)]),
    ("Inspectors made 310 surprise visits to brick kilns.", [("labour_inspections", 310, 2021)]),
    ("The agency hired nine inspectors, bringing the total to 52.", [("labour_inspectors", n, 2021) for n in (9, 52)]),
    (
        "Councils held 80 awareness sessions in markets, attended by 4,100 traders, up from 65 sessions in 2020.",
        [("awareness_events", 80, 2021), ("awareness_audience", 4100, 2021), ("awareness_events", 65, 2020)],
    ),
    (
        "The line answered 300 calls, a decrease from 420 in 2020, and nine victims were identified.",
        [("hotline_calls", 300, 2021), ("hotline_calls", 420, 2020), ("hotline_victims_identified", 9, 2021)],
    ),
    ("None of the 900 calls concerned trafficking.", [("hotline_calls", 900, 2021), ("hotline_calls", 0, 2021)]),
    ("The ministry did not train its diplomats.", [("trainings", 0, 2021)]),
    (
        "Of the 77 licensed agencies, the ministry sanctioned 12 and blacklisted two.",
        [("recruiter_enforcement", 12, 2021), ("recruiter_enforcement", 2, 2021)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_prevention_is_read_in_other_words(sentence: str, expected: Counted) -> None:
    assert sorted(counted(sentence), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Prosecutors did not initiate any prosecutions, compared with six the previous year.",
            [("prosecutions", 0, 2021), ("prosecutions", 6, 2020)],
        ),
        (
            "Police opened no investigations, unlike in 2020, when they opened five.",
            [("investigations", 0, 2021), ("investigations", 5, 2020)],
        ),
        (
            "Neither the police nor the courts kept statistics on prosecutions or convictions.",
            [("prosecutions", None, 2021), ("convictions", None, 2021)],
        ),
        (
            "In 2021, police opened 30 investigations. In 2020, police opened 44.",
            [("investigations", 30, 2021), ("investigations", 44, 2020)],
        ),
    ],
)
def test_comparisons_lean_on_denials_and_on_the_paragraph(sentence: str, expected: Counted) -> None:
    assert sorted(counted(sentence, "PROSECUTION"), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Of the 600 calls it received, 21 were passed to police.",
            [("hotline_calls", 600), ("hotline_referrals", 21)],
        ),
        ("The line received calls from 75 domestic workers.", [("hotline_calls", 75)]),
        ("The coordination council held six sessions.", [("commission_meetings", 6)]),
        (
            "The unit's nine inspectors made 400 visits to farms.",
            [("labour_inspectors", 9), ("labour_inspections", 400)],
        ),
    ],
)
def test_calls_sessions_and_visits_are_told_from_what_stands_around(
    sentence: str, expected: list[tuple[str, float]]
) -> None:
    assert sorted((f["measure"], f["value"]) for f in facts(sentence, "PREVENTION")) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Officers identified eight victims; none was penalized.",
            [("victims_identified", 8), ("victims_penalized", 0)],
        ),
        ("No victims were identified among the 90 people screened.", [("screening", 90), ("victims_identified", 0)]),
        (
            "Courts awarded no restitution, unlike in 2020, when two victims received it.",
            [("restitution_awards", 0), ("restitution_awards", 2)],
        ),
        (
            "The charity sheltered 12 of the victims and gave counseling to the other seven.",
            [("shelter_residents", 12), ("victims_assisted", 7)],
        ),
    ],
)
def test_denials_and_parts_lean_on_those_told(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert sorted((f["measure"], f["value"]) for f in facts(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        ("The campaign reached an estimated 3,000 villagers.", "PREVENTION", [("awareness_audience", 3000)]),
        (
            "The school held 12 courses for the police and, in May, four for judges.",
            "PREVENTION",
            [("trainings", 12), ("trainings", 4)],
        ),
        ("The number of labor inspectors remained at 27.", "PREVENTION", [("labour_inspectors", 27)]),
        ("Parliament has not passed the bill for six consecutive years.", "PREVENTION", [("policy_gap", 6)]),
        ("Diplomats did not receive anti-trafficking training.", "PREVENTION", [("trainings", 0)]),
        (
            "The ministry signed agreements with four recruitment agencies.",
            "PREVENTION",
            [("cooperation_agreements", 4)],
        ),
        (
            "The agency received 90 complaints against recruitment agencies and sanctioned 17.",
            "PREVENTION",
            [("recruiter_enforcement", 17)],
        ),
        (
            "Unlike in 2020, when courts convicted two, courts convicted none in 2021.",
            "PROSECUTION",
            [("convictions", 0), ("convictions", 2)],
        ),
        ("The ministry lacked data on convictions.", "PROSECUTION", [("convictions", None)]),
        ("Not a single trafficker was convicted.", "PROSECUTION", [("convictions", 0)]),
        ("No victims received medical care or legal aid.", "PROTECTION", [("victims_assisted", 0)]),
        ("None of the 22 victims received compensation.", "PROTECTION", [("restitution_awards", 0)]),
        (
            "The agency did not assist any victims, whereas NGOs assisted 31.",
            "PROTECTION",
            [("victims_assisted", 0), ("victims_assisted", 31)],
        ),
    ],
)
def test_estimates_lists_and_denials_are_read(
    sentence: str, section: str, expected: list[tuple[str, float | None]]
) -> None:
    assert sorted(((f["measure"], f["value"]) for f in facts(sentence, section)), key=str) == sorted(expected, key=str)
