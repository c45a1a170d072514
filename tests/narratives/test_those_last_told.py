"""Counts that lean on the victims last told, and who exploited or brought them home: each sentence is invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import told

GIRL = {"sex": "female", "age": "child"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The victims were 14 girls and five men.", [14, 5]),
        ("Fourteen were sexually exploited and five were victims of forced labor.", [14, 5]),
        ("Girls made up 14 of the victims.", [14]),
        ("All 40 were referred to the ministry.", [40]),
        ("Fourteen received assistance.", [14]),
        ("The ministry provided legal aid to 14 of them.", [14]),
    ],
)
def test_a_bare_number_counts_the_victims_last_told(sentence: str, expected: list[float]) -> None:
    assert [row[1] for row in told(f"Police identified 40 victims. {sentence}")][1:] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Among the victims identified, 14 were girls, and five were men.",
            [
                ("victims_identified", 14, "people", "government", GIRL),
                ("victims_identified", 5, "people", "government", {"sex": "male", "age": "adult"}),
            ],
        ),
        (
            "Of the 19 victims, labor traffickers exploited 14 and sex traffickers exploited five.",
            [
                ("victims_identified", 19, "people", "government", {}),
                ("victims_identified", 14, "people", "government", {"form": "labour"}),
                ("victims_identified", 5, "people", "government", {"form": "sexual"}),
            ],
        ),
        (
            "Police identified 14 sex trafficking victims and five forced labor victims; three were girls.",
            [
                ("victims_identified", 14, "people", "government", {"form": "sexual"}),
                ("victims_identified", 5, "people", "government", {"form": "labour"}),
                ("victims_identified", 3, "people", "government", GIRL),
            ],
        ),
        (
            "The embassy helped eight victims return home.",
            [("victims_repatriated", 8, "people", "government", {})],
        ),
        (
            "The ministry provided legal aid to eight victims and repatriation assistance to three.",
            [
                ("victims_assisted", 8, "people", "government", {"service": "legal"}),
                ("victims_repatriated", 3, "people", "government", {}),
            ],
        ),
        (
            "State shelters accommodated nine victims and NGO shelters accommodated four.",
            [
                ("shelter_residents", 9, "people", "government", {}),
                ("shelter_residents", 4, "people", "ngo", {}),
            ],
        ),
        ("Sixteen victims received a reflection period.", [("reflection_period", 16, "people", "government", {})]),
    ],
)
def test_each_part_is_told_by_its_own_words(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry issued 5,300 work permits to migrants.", [("status_regularised", 5300)]),
        ("The ministry issued 14 work permits to victims.", [("residence_permits", 14)]),
        (
            "The agency issued 30 visas and 12 extensions to victims.",
            [("residence_permits", 30), ("residence_permits", 12)],
        ),
        (
            "The embassy repatriated seven victims who had been held abroad and four victims from Oman.",
            [("victims_repatriated", 7), ("victims_repatriated", 4)],
        ),
        (
            "Police identified 60 victims, compared with 72 in 2020, in addition to 15 boys in forced begging.",
            [("victims_identified", 60), ("victims_identified", 72), ("victims_identified", 15)],
        ),
        ("The center screened for victims among the 8,200 deported migrants.", [("screening", 8200)]),
        (
            "Forty were identified as potential victims and 13 identified as victims.",
            [("potential_victims_identified", 40), ("victims_identified", 13)],
        ),
        (
            "Police identified and assisted 31 victims, compared with 44 victims in 2020.",
            [
                ("victims_identified", 31),
                ("victims_assisted", 31),
                ("victims_identified", 44),
                ("victims_assisted", 44),
            ],
        ),
        ("Experts noted a lack of housing for victims with more than one child.", []),
        ("Transitional apartments accommodated 17 victims.", [("shelter_residents", 17)]),
    ],
)
def test_each_count_is_of_its_own_measure(sentence: str, expected: list[object]) -> None:
    assert [row[:2] for row in told(sentence)] == expected
