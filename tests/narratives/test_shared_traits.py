"""What several counts share, what only one of them is told, and what a count of parts keeps of its whole."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import told

Told = tuple[str, float, dict[str, str]]


def breakdowns(sentence: str, section: str = "PROSECUTION") -> list[Told]:
    return [(row[0], row[1], row[-1]) for row in told(sentence, section)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts convicted nine traffickers in four sex trafficking cases.",
            [("convictions", 9, {"form": "sexual"}), ("convictions", 4, {"form": "sexual"})],
        ),
        (
            "A court sentenced six foreigners and one Georgian to prison terms of nine years for forced labor.",
            [
                ("sentenced_imprisonment", 6, {"form": "labour", "nationality": "foreign", "term": "9 years"}),
                ("sentenced_imprisonment", 1, {"form": "labour", "nationality": "GEO", "term": "9 years"}),
            ],
        ),
        (
            "Police prosecuted five suspects, two for pimping and three for forced labor.",
            [
                ("prosecutions", 5, {}),
                ("prosecutions", 2, {"form": "sexual"}),
                ("prosecutions", 3, {"form": "labour"}),
            ],
        ),
        (
            "The court sentenced the owner to nine years in prison for forced labor.",
            [("sentence_term", 9, {"bound": "exact", "form": "labour"})],
        ),
        (
            "Prosecutors prosecuted 12 defendants for forced labor and seven defendants for sex trafficking. These"
            " prosecutions included 11 defendants in the capital.",
            [
                ("prosecutions", 12, {"form": "labour"}),
                ("prosecutions", 7, {"form": "sexual"}),
                ("prosecutions", 11, {}),
            ],
        ),
    ],
)
def test_what_is_shared_in_court(sentence: str, expected: list[Told]) -> None:
    assert breakdowns(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police identified 31 sex trafficking victims (28 of pimping and three of forced marriage).",
            [
                ("victims_identified", 31, {"form": "sexual"}),
                ("victims_identified", 28, {"form": "sexual"}),
                ("victims_identified", 3, {"form": "sexual"}),
            ],
        ),
        (
            "Police identified 21 victims: 14 were Georgian and seven were from other Asian countries.",
            [
                ("victims_identified", 21, {}),
                ("victims_identified", 14, {"nationality": "GEO"}),
                ("victims_identified", 7, {"nationality": "foreign"}),
            ],
        ),
        (
            "Police identified nine victims; two were children in both 2020 and 2021.",
            [
                ("victims_identified", 9, {}),
                ("victims_identified", 2, {"age": "child"}),
                ("victims_identified", 2, {"age": "child"}),
            ],
        ),
    ],
)
def test_what_parts_keep_of_their_whole(sentence: str, expected: list[Told]) -> None:
    assert breakdowns(sentence, "PROTECTION") == expected


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Eleven officers received training from an international organization.", ["international_organisation"]),
        ("The government supported nine workshops, organized by an NGO, for officials.", ["mixed"]),
        ("Prosecutors attended six trainings conducted by a foreign government.", ["foreign_government"]),
        ("Prosecutors attended six trainings conducted by the ministry.", ["government"]),
        ("The ministry coordinated with an NGO to train 33 officers.", ["mixed"]),
        ("Another 23 victims received assistance in NGO-run shelters.", ["ngo"]),
    ],
)
def test_who_gave_a_course_acted(sentence: str, actors: list[str]) -> None:
    assert [row[3] for row in told(sentence)] == actors


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shelters supported 44 trafficking victims and potential victims.", {}),
        ("The government identified 13 Chilean and Peruvian victims.", {"nationality": "foreign"}),
        ("The ministry repatriated seven trafficking victims to Vietnam.", {"nationality": "VNM"}),
        (
            "The government reported some foreign victims but did not report whether it assisted these victims.",
            {"nationality": "foreign"},
        ),
    ],
)
def test_of_whom_a_count_is(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence)[0][-1] == expected


def test_who_is_convicted_behind_cases_is_a_person() -> None:
    read = told("Police investigated 33 cases, prosecuted 21, and convicted nine.", "PROSECUTION")
    assert [(row[0], row[2]) for row in read] == [
        ("investigations", "cases"),
        ("prosecutions", "cases"),
        ("convictions", "people"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The government identified 17 victims, all of whom were foreign nationals.", {"nationality": "foreign"}),
        (
            "Police identified 13 victims, all Nepali men.",
            {"sex": "male", "age": "adult", "nationality": "NPL"},
        ),
        ("Courts convicted six traffickers, all for child sex trafficking.", {"form": "sexual", "age": "child"}),
        ("Prosecutors charged 11 with sex trafficking in five cases.", {"form": "sexual"}),
        ("Police identified two victims, both girls.", {"sex": "female", "age": "child"}),
    ],
)
def test_what_is_said_of_all_behind_a_comma(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence)[0][-1] == expected


def test_an_aside_does_not_hide_who_runs_a_shelter() -> None:
    assert told("NGO-run shelters, with government funding, provided care for 26 victims.")[0][3] == "ngo"


def test_suspects_of_several_crimes_are_of_none() -> None:
    read = breakdowns("Police investigated nine cases of pimping and six cases of forced labor involving 20 suspects.")
    assert read[-1] == ("investigations", 20, {})


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The embassy assisted 21 Georgian women in Spain and repatriated 14 of them.",
            {"sex": "female", "age": "adult", "nationality": "GEO"},
        ),
        (
            "NGOs assisted 42 women and nine girls who were exploited in sex trafficking.",
            {"sex": "female", "age": "child", "form": "sexual"},
        ),
    ],
)
def test_what_those_told_before_were(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence)[-1][-1] == expected


def test_each_house_has_its_own_keeper_and_each_sum_its_own_purpose() -> None:
    houses = told("Two government-run shelters and three NGO-run shelters assisted victims.")
    assert [row[3] for row in houses] == ["government", "ngo"]
    sums = told("The ministry allocated 90,000 lari to the anti-trafficking committee and 40,000 lari for a shelter.")
    assert [row[-1] for row in sums] == [{"purpose": "anti_trafficking"}, {"purpose": "shelter"}]
