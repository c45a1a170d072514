"""What a denial is of where one thing was to lead to another, and what a year is likened to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import rows


def _silent(sentence: str, section: str) -> list[tuple[Any, ...]]:
    return [(m, y, s) for m, _, y, _, s in rows(sentence, section) if s != "reported"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The hotline operated all day, but police did not report whether any calls led to investigations or"
            " identifying victims.",
            [("investigations", 2021), ("hotline_victims_identified", 2021)],
        ),
        (
            "The ministry did not report the number of calls received, victims identified, or investigations resulting"
            " from such calls.",
            [("hotline_calls", 2021), ("hotline_victims_identified", 2021), ("investigations", 2021)],
        ),
        (
            "The ministry ran a helpline; no data was available on its effectiveness.",
            [("hotline_calls", 2021)],
        ),
        ("Officials did not report if these cases culminated in prosecutions.", [("prosecutions", 2021)]),
        (
            "The police did not report initiating investigations or prosecutions.",
            [("investigations", 2021), ("prosecutions", 2021)],
        ),
        ("The government did not report sanctioning any recruitment agencies.", [("recruiter_enforcement", 2021)]),
    ],
)
def test_what_was_to_follow_is_not_reported(sentence: str, expected: list[tuple[str, int]]) -> None:
    told = _silent(sentence, "PREVENTION")
    assert sorted(told) == sorted((measure, year, "not_reported") for measure, year in expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("None of the inspections led to investigations.", [("investigations", 2021)]),
        ("No victims were identified as a result of the inspections.", [("victims_identified", 2021)]),
        ("The government did not make efforts to regulate or punish labor brokers.", [("recruiter_enforcement", 2021)]),
        (
            "The police did not prosecute any cases or take action against illegal recruitment agencies.",
            [("prosecutions", 2021), ("recruiter_enforcement", 2021)],
        ),
        ("In contrast to the previous year, courts did not convict any traffickers.", [("convictions", 2021)]),
        (
            "As in 2020, the government did not allocate funding for shelters.",
            [("government_funding", 2020), ("government_funding", 2021)],
        ),
    ],
)
def test_none_followed(sentence: str, expected: list[tuple[str, int]]) -> None:
    told = _silent(sentence, "PREVENTION")
    assert sorted(told) == sorted((measure, year, "zero") for measure, year in expected)
