"""Who was found, and whom they were given help, in sentences a report could use: each is invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Inspectors identified 17 children in four kilns, some of whom may have been victims.",
            [("potential_victims_identified", 17, "people", "government", {"age": "child"})],
        ),
        (
            "Border guards identified 31 women with at least two indicators of trafficking.",
            [("potential_victims_identified", 31, "people", "government", {"sex": "female", "age": "adult"})],
        ),
        (
            "Police identified 12 probable victims.",
            [("potential_victims_identified", 12, "people", "government", {})],
        ),
        (
            "The hotline identified nine suspected trafficking cases.",
            [("hotline_victims_identified", 9, "cases", "government", {"victim_status": "potential"})],
        ),
        (
            "The army identified 61 boys associated with armed groups.",
            [("victims_identified", 61, "people", "government", {"sex": "male", "age": "child"})],
        ),
        ("Police identified 29 individuals suspected of forced labor.", []),
        ("Police identified 34 sex and labor traffickers.", []),
    ],
)
def test_persons_found_are_victims_only_as_far_as_told(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "An NGO identified 14 victims, including six girls, and provided them with medical care.",
            [
                ("victims_identified", 14, "people", "ngo", {}),
                ("victims_identified", 6, "people", "ngo", {"sex": "female", "age": "child"}),
                ("victims_assisted", 14, "people", "ngo", {"service": "medical"}),
            ],
        ),
        (
            "Police identified eight victims and provided all of them with shelter.",
            [
                ("victims_identified", 8, "people", "government", {}),
                ("shelter_residents", 8, "people", "government", {}),
            ],
        ),
        (
            "Police identified eight victims and provided care to others.",
            [("victims_identified", 8, "people", "government", {})],
        ),
        (
            "The ministry provided food, shelter, and legal assistance to 27 victims.",
            [("victims_assisted", 27, "people", "government", {})],
        ),
        ("The ministry provided shelter to 27 victims.", [("shelter_residents", 27, "people", "government", {})]),
        (
            "The unit provided 19 street children with counseling and reunited 11 children with their families.",
            [
                ("victims_assisted", 19, "people", "government", {"age": "child", "service": "psychological"}),
                ("victims_assisted", 11, "people", "government", {"age": "child", "service": "reintegration"}),
            ],
        ),
        (
            "The witness protection unit provided legal assistance to 16 victims.",
            [("victims_assisted", 16, "people", "government", {"service": "legal"})],
        ),
        (
            "Authorities admitted three victims to the witness protection program.",
            [("witness_protection", 3, "people", "government", {})],
        ),
    ],
)
def test_help_is_counted_for_whom_it_was_given(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("NGOs reported a total of 38 victims.", [("victims_identified", 38, "people", "ngo", {})]),
        ("There were 24 victims in 2020.", [("victims_identified", 24, "people", "government", {})]),
        (
            "An NGO estimated there were 5,200 victims of forced labor.",
            [("prevalence_estimate", 5200, "people", "ngo", {"form": "labour"})],
        ),
        (
            "The unit received 70 referrals of potential victims, of which 18 were confirmed as victims.",
            [
                ("potential_victims_referred", 70, "people", "government", {}),
                ("victims_identified", 18, "people", "government", {}),
            ],
        ),
        (
            "Police referred 21 victims. Of these victims, nine were referred by police, five by NGOs, and seven self-referred.",
            [
                ("victims_referred", 21, "people", "government", {}),
                ("victims_referred", 9, "people", "government", {}),
                ("victims_referred", 5, "people", "ngo", {}),
                ("victims_referred", 7, "people", "self", {}),
            ],
        ),
        (
            "Eleven victims participated in the victim assistance program.",
            [("victims_assisted", 11, "people", "government", {})],
        ),
        ("Four victims remained in a shelter.", [("shelter_residents", 4, "people", "government", {})]),
        (
            "The law gives victims a 45-day reflection period, which can be extended to 60 days.",
            [
                ("reflection_period", 45, "days", "government", {}),
                ("reflection_period", 60, "days", "government", {}),
            ],
        ),
        (
            "The ministry ran 19 regional offices that gave victims legal assistance.",
            [("service_centres", 19, "facilities", "government", {})],
        ),
        ("The ministry opened 19 offices.", []),
    ],
)
def test_what_only_tells_of_victims_counts_them(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry sheltered nine boys, but 13 adult victims did not receive services.", [9, 0]),
        ("Police identified 50 victims. Four of the 11 offices assisted 16 women.", [50, 16]),
        ("Courts granted asylum to six victims.", [6]),
        ("Of the 30 victims, 21 received care, and nine were not victims.", [30, 21]),
        ("The fund supported shelter and care for 31 victims.", [31]),
    ],
)
def test_only_those_who_were_helped_are_counted(sentence: str, expected: list[float]) -> None:
    assert [row[1] for row in told(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry reunited 22 children with their families.", {"age": "child", "service": "reintegration"}),
        ("The clinic provided medical care to 16 male and female victims.", {"service": "medical"}),
    ],
)
def test_what_narrows_those_who_were_helped(sentence: str, expected: dict[str, str]) -> None:
    assert [row[-1] for row in told(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Officers screened 310 divers, of whom nine were victims.", [("screening", 310), ("victims_identified", 9)]),
        (
            "Officers screened 310 divers, nine of whom were potential victims.",
            [("screening", 310), ("potential_victims_identified", 9)],
        ),
        (
            "The consulate repatriated 140 citizens, of whom 18 were trafficking victims.",
            [("returnees", 140), ("victims_repatriated", 18)],
        ),
        ("Police rescued 14 girls from a bar.", [("victims_identified", 14)]),
        ("Police must notify the center within 36 hours.", [("referral_deadline", 36)]),
    ],
)
def test_victims_found_among_others_are_counted(sentence: str, expected: list[object]) -> None:
    assert [row[:2] for row in told(sentence)] == expected
