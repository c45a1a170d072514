"""What independent annotators of the vocabulary agreed on: units, statuses, actors, forms. All sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import facts


def told(sentence: str, section: str = "PROTECTION") -> list[tuple[Any, ...]]:
    """Measure, value, unit, actor and breakdown of each fact."""
    return [(f["measure"], f["value"], f["unit"], f["actor"], f["breakdown"]) for f in facts(sentence, section)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts did not convict any government officials for complicity in trafficking crimes.",
            [("convictions", 0, "people", "government", {"group": "officials"})],
        ),
        (
            "There were no new prosecutions of government officials complicit in trafficking.",
            [("prosecutions", 0, "cases", "government", {"group": "officials"})],
        ),
        (
            "Courts convicted six traffickers, a significant increase from no convictions in 2020.",
            [
                ("convictions", 6, "people", "government", {}),
                ("convictions", 0, "people", "government", {}),
            ],
        ),
    ],
)
def test_none_of_persons_is_counted_in_persons(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(sentence, "PROSECUTION") == expected


def test_a_status_granted_is_a_status_recognised() -> None:
    assert told("The commission granted official victim status to 31 individuals.") == [
        ("victims_identified", 31, "people", "government", {"victim_status": "recognised"})
    ]
