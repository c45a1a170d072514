"""What independent annotators of the vocabulary agreed on: units, statuses, actors, forms. All sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import told


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "An NGO partnered with the government to assist 41 victims.",
            [("victims_assisted", 41, "people", "mixed", {})],
        ),
        (
            "The government identified 30 victims, compared with 12 victims identified by officials, international"
            " organizations, and NGOs in 2020.",
            [
                ("victims_identified", 30, "people", "government", {}),
                ("victims_identified", 12, "people", "mixed", {}),
            ],
        ),
        (
            "Turkish police reported identifying six women as potential sex trafficking victims.",
            [
                (
                    "potential_victims_identified",
                    6,
                    "people",
                    "foreign_government",
                    {"age": "adult", "form": "sexual", "sex": "female"},
                )
            ],
        ),
        (
            "NGOs assisted 81 victims, well below the 203 victims assisted in 2019.",
            [("victims_assisted", 81, "people", "ngo", {}), ("victims_assisted", 203, "people", "ngo", {})],
        ),
        (
            "Officials identified 60 victims and NGOs identified 15 victims. Of the 75 total victims, 70 were female.",
            [
                ("victims_identified", 60, "people", "government", {}),
                ("victims_identified", 15, "people", "ngo", {}),
                ("victims_identified", 75, "people", "mixed", {}),
                ("victims_identified", 70, "people", "mixed", {"sex": "female"}),
            ],
        ),
    ],
)
def test_who_acts(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government operated one shelter and supported three NGO-run shelters.",
            [("shelters", 1, "government"), ("shelters", 3, "ngo")],
        ),
        ("The state funded three shelters run by NGOs.", [("shelters", 3, "ngo")]),
        ("The government-funded NGO-run shelter accommodated four victims.", [("shelter_residents", 4, "ngo")]),
        ("The shelter accommodated four victims.", [("shelter_residents", 4, "government")]),
    ],
)
def test_whoever_runs_a_shelter_acts_in_it_whoever_pays(sentence: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(row[0], row[1], row[3]) for row in told(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("NGOs assisted 310 victims of sexual and labor exploitation.", [("victims_assisted", 310, {})]),
        (
            "The government identified nine victims of both sexual and labor exploitation.",
            [("victims_identified", 9, {"form": "both"})],
        ),
        (
            "Police identified 17 victims of sexual exploitation, forced labor, and forced begging.",
            [("victims_identified", 17, {})],
        ),
        ("The ministry assisted 52 Georgian and foreign victims.", [("victims_assisted", 52, {})]),
        (
            "The ministry provided healthcare to 44 trafficking victims.",
            [("victims_assisted", 44, {"service": "medical"})],
        ),
        (
            "Observers noted a rise in forced labor within the country. Authorities registered 13 such victims.",
            [("victims_identified", 13, {"form": "labour"})],
        ),
        (
            "The men's shelter assisted 21 victims, and continued to assist eight victims who had entered before.",
            [("shelter_residents", 21, {"sex": "male"}), ("shelter_residents", 8, {"sex": "male"})],
        ),
        (
            "The agency assisted 40 female victims, compared with providing care to 27 victims in 2020.",
            [("victims_assisted", 40, {"sex": "female"}), ("victims_assisted", 27, {"sex": "female"})],
        ),
        (
            "The center assisted 90 possible victims, compared with 72 victims in 2020.",
            [
                ("victims_assisted", 90, {"victim_status": "potential"}),
                ("victims_assisted", 72, {"victim_status": "potential"}),
            ],
        ),
        ("Officers screened 500 potential victims.", [("screening", 500, {})]),
        ("Victims received a minimum 45-day reflection period.", [("reflection_period", 45, {"bound": "min"})]),
    ],
)
def test_what_narrows_a_count(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert [(measure, value, traits) for measure, value, _, _, traits in told(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "traits"),
    [
        ("Police investigated 12 cases of child trafficking.", {"age": "child"}),
        ("Prosecutors charged six suspects with child sex tourism.", {"age": "child", "form": "sexual"}),
        ("The government did not report any child sex tourism prosecutions.", {"age": "child", "form": "sexual"}),
        ("Police investigated 12 cases of adult and child sex trafficking.", {"form": "sexual"}),
    ],
)
def test_a_crime_against_children_says_so(sentence: str, traits: dict[str, str]) -> None:
    assert [row[-1] for row in told(sentence, "PROSECUTION")] == [traits]


@pytest.mark.parametrize(
    ("sentence", "purpose"),
    [
        ("The government allocated 3 million lari to implement its national action plan.", "anti_trafficking"),
        ("Through its anti-trafficking fund, the government granted 90,000 lari to two NGOs.", "anti_trafficking"),
        ("The government allocated 60,000 lari to an NGO to open a halfway house.", "ngo_shelters"),
    ],
)
def test_what_money_is_for(sentence: str, purpose: str) -> None:
    assert [row[-1] for row in told(sentence) if row[0] == "government_funding"] == [{"purpose": purpose}]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Twelve of the 15 convicted traffickers received suspended sentences.", [(12, {"term": "suspended"})]),
        ("Judges issued suspended sentences for 21 traffickers.", [(21, {"term": "suspended"})]),
        ("Five prison sentences were partially suspended.", [(5, {"term": "partially suspended"})]),
        ("No sentences were suspended.", [(0, {"term": "suspended"})]),
        ("The ministry suspended two licenses.", []),
    ],
)
def test_suspended_sentences_are_counted(sentence: str, expected: list[tuple[int, dict[str, str]]]) -> None:
    read = [row for row in told(sentence, "PROSECUTION") if row[0] == "sentenced_imprisonment"]
    assert [(row[1], row[-1]) for row in read] == expected
