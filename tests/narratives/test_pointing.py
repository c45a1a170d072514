"""What a denial points back to: a right, a benefit, a protection told before it."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, rows

FOREIGN = {"nationality": "foreign"}
NONE, WITHHELD = (0, "zero"), (None, "not_reported")


def _one(measure: str, told: tuple[float | None, str], traits: dict[str, str] | None = None) -> list[Row]:
    return [(measure, told[0], 2021, traits or {}, told[1])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Survivors may file civil suits against their abusers; there were no reports this occurred.",
            _one("restitution_claims", NONE),
        ),
        (
            "Victims could seek damages from traffickers, though none reported doing so.",
            _one("restitution_claims", NONE),
        ),
        (
            "Courts could order restitution; the government did not report any judge did so.",
            _one("restitution_awards", WITHHELD),
        ),
        (
            "Foreign victims were eligible for a temporary visa, but officials did not report how many received it.",
            _one("residence_permits", WITHHELD, FOREIGN),
        ),
        (
            "The police could grant foreign victims permission to remain in the country, but did not report doing so.",
            _one("residence_permits", WITHHELD, FOREIGN),
        ),
        (
            "Experts assisted in the repatriation of foreign victims, but the ministry did not provide such assistance.",
            _one("victims_repatriated", NONE, FOREIGN),
        ),
        (
            "The law entitled victims to protection during court proceedings. Police did not report if they provided"
            " such protection to victims.",
            _one("witness_protection", WITHHELD),
        ),
        (
            "Witnesses could stay in safe houses, but police did not report whether any victim received protection.",
            _one("witness_protection", WITHHELD),
        ),
        (
            "The government did not report providing counseling or other assistance to victims.",
            _one("victims_assisted", WITHHELD),
        ),
        ("The law protected witnesses. It was unclear whether this protection would be extended to children.", []),
    ],
)
def test_a_denial_points_back(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected
