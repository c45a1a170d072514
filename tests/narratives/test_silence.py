"""None, and not reported, are never the same thing."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

OFFICIALS = {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government did not report any investigations, prosecutions, or convictions of officials complicit in"
            " trafficking.",
            [(m, None, 2021, OFFICIALS, "not_reported") for m in ("investigations", "prosecutions", "convictions")],
        ),
        (
            "There were no new investigations or prosecutions of officials complicit in trafficking.",
            [(m, 0, 2021, OFFICIALS, "zero") for m in ("investigations", "prosecutions")],
        ),
        (
            "The government did not prosecute or convict any traffickers.",
            [(m, 0, 2021, {}, "zero") for m in ("prosecutions", "convictions")],
        ),
        (
            "The government did not report how many cases it investigated.",
            [("investigations", None, 2021, {}, "not_reported")],
        ),
        ("Authorities have not convicted a trafficker since 2016.", [("convictions", 0, 2021, {}, "zero")]),
        ("The government did not fully implement its plan or vigorously prosecute traffickers.", []),
    ],
)
def test_the_trap_of_prosecution(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government did not identify any child victims in both 2020 and 2021.",
            [("victims_identified", 0, y, {"age": "child"}, "zero") for y in (2020, 2021)],
        ),
        (
            "Authorities referred 15 victims to care (unreported in 2020).",
            [("victims_referred", 15, 2021, {}, "reported"), ("victims_referred", None, 2020, {}, "not_reported")],
        ),
        (
            "The government did not report issuing any residence permits, compared to one in 2020.",
            [("residence_permits", 1, 2020, {}, "reported"), ("residence_permits", None, 2021, {}, "not_reported")],
        ),
        (
            "There were no reports the government penalized victims for unlawful acts.",
            [("victims_penalized", 0, 2021, {}, "zero")],
        ),
        ("No trafficking victims have ever received restitution.", [("restitution_awards", 0, 2021, {}, "zero")]),
        (
            "The government did not provide funding to NGO-run shelters.",
            [("government_funding", 0, 2021, {"purpose": "ngo_shelters"}, "zero")],
        ),
        ("Officials did not proactively identify victims.", []),
        ("The government did not report efforts to reduce the demand for commercial sex.", []),
    ],
)
def test_silence_in_protection(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


def test_a_run_of_years_stays_with_the_denial_of_its_clause() -> None:
    read = facts(
        "The government did not conduct any awareness campaigns for the second consecutive year and did not adopt a"
        " national action plan for the fourth consecutive year.",
        "PREVENTION",
    )

    assert [(f["measure"], f["value"], f["consecutive_years"]) for f in read] == [
        ("awareness_events", 0, 2),
        ("policy_gap", 4, 4),
    ]
