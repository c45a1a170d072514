"""Training, agreements, staff, inspections and money: one sentence for each way of saying it, all invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import told

Told = list[tuple[Any, ...]]


def counted(sentence: str, section: str = "PREVENTION") -> Told:
    """Measure, value and unit of each fact."""
    return [fact[:3] for fact in told(sentence, section)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The academy held a three-day seminar on victim identification for customs staff.",
            [("trainings", 1, "events")],
        ),
        (
            "In partnership with an international organization, the ministry organized a workshop on forced labor.",
            [("trainings", 1, "events")],
        ),
        ("The government did not hold a workshop on trafficking for its consuls.", [("trainings", 0, "events")]),
        ("The ministry planned to hold a seminar on trafficking.", []),
        ("The ministry distributed a training manual on trafficking.", []),
        ("In May, the ministry signed a new labor agreement with Kuwait.", [("cooperation_agreements", 1, "projects")]),
        (
            "The commission signed a memorandum of understanding with an NGO.",
            [("cooperation_agreements", 1, "organisations")],
        ),
        ("The government drafted an agreement with Kuwait.", []),
    ],
)
def test_one_course_or_agreement_told_by_its_article(sentence: str, expected: Told) -> None:
    assert counted(sentence) == expected
