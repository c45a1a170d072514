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
    assert [row[-1] for row in told(sentence)] == [{"purpose": purpose}]


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


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "Of the 26 convictions, 19 resulted in imprisonment.",
            "PROSECUTION",
            [("convictions", 26), ("sentenced_imprisonment", 19)],
        ),
        (
            "The government identified 40 victims. Of the 40 victims, 33 were women.",
            "PROTECTION",
            [("victims_identified", 40), ("victims_identified", 33)],
        ),
        (
            "Police continued to investigate three cases initiated in 2018.",
            "PROSECUTION",
            [("investigations", 3)],
        ),
        ("The embassy repatriated 300 migrant workers.", "PROTECTION", [("returnees", 300)]),
        ("Courts did not report sentencing data.", "PROSECUTION", [("sentence_term", None)]),
        ("The shelters did not support any victims of trafficking.", "PROTECTION", [("victims_assisted", 0)]),
        (
            "The government granted 60 permits in 2020, but it did not provide the number of permits granted in 2021.",
            "PROTECTION",
            [("residence_permits", 60), ("residence_permits", None)],
        ),
    ],
)
def test_wholes_denials_and_what_goes_on(sentence: str, section: str, expected: list[tuple[str, int | None]]) -> None:
    assert [row[:2] for row in told(sentence, section)] == expected


def test_a_case_that_goes_on_is_of_this_year() -> None:
    read = facts("Police continued to investigate three cases initiated in 2018.", "PROSECUTION")
    assert [fact["year"] for fact in read] == [2021]


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "The agency increased staff at headquarters from eight to 13.",
            "PROTECTION",
            [("specialised_staff", 8), ("specialised_staff", 13)],
        ),
        (
            "The system received 260 potential trafficking victim referrals.",
            "PROTECTION",
            [("potential_victims_referred", 260)],
        ),
        ("The council hosted three national teleconferences.", "PREVENTION", [("commission_meetings", 3)]),
        (
            "NGOs assisted 700 victims. The vast majority of victims (480) were females.",
            "PROTECTION",
            [("victims_assisted", 700), ("victims_assisted", 480)],
        ),
    ],
)
def test_posts_referrals_meetings_and_majorities(
    sentence: str, section: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [row[:2] for row in told(sentence, section)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Article 88 criminalized debt bondage. Article 88 prescribed penalties of up to nine years imprisonment.",
            [{"bound": "max", "form": "bonded_labour"}],
        ),
        (
            "Article 88 criminalized debt bondage. Article 90 prescribed penalties of up to nine years imprisonment.",
            [{"bound": "max"}],
        ),
        ("Courts prosecuted 31 suspects in nine cases for forced labor.", [{"form": "labour"}]),
    ],
)
def test_what_is_told_behind_or_before(sentence: str, expected: list[dict[str, str]]) -> None:
    read = [row for row in told(sentence, "PROSECUTION") if row[2] != "cases"]
    assert [row[-1] for row in read] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Officials identified 52 victims and referred them to shelters.",
            [("victims_identified", 52), ("victims_referred", 52)],
        ),
        (
            "Officials identified 52 victims and referred 30 of them to shelters.",
            [("victims_identified", 52), ("victims_referred", 30)],
        ),
        (
            "The government identified 90 potential victims and three official victims. Of these, 60 were potential"
            " sex trafficking victims; and 30 potential labor trafficking victims, including 11 forced begging victims.",
            [
                ("potential_victims_identified", 90),
                ("victims_identified", 3),
                ("potential_victims_identified", 60),
                ("potential_victims_identified", 30),
                ("potential_victims_identified", 11),
            ],
        ),
    ],
)
def test_them_and_those_who_stay_potential(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [row[:2] for row in told(sentence)] == expected


def test_none_as_in_another_year_is_none_of_both() -> None:
    read = facts("Police investigated no suspects for sex trafficking, the same as in 2019.", "PROSECUTION")
    assert [(fact["value"], fact["year"]) for fact in read] == [(0, 2021), (0, 2019)]


@pytest.mark.parametrize(
    ("sentence", "measure", "traits"),
    [
        (
            "Lacking a common database, the government did not report comprehensive data.",
            "victims_identified",
            {},
        ),
        (
            "The ministry did not report disaggregated data on victims exploited in forced labor.",
            "victims_identified",
            {"form": "labour"},
        ),
        ("The government could not provide comprehensive data on victim protection.", "victims_assisted", {}),
    ],
)
def test_data_not_reported_are_of_the_victims(sentence: str, measure: str, traits: dict[str, str]) -> None:
    read = facts(sentence)
    assert [(f["measure"], f["status"], f["breakdown"]) for f in read] == [(measure, "not_reported", traits)]


def test_numbers_withheld_in_one_statement_are_not_of_the_next() -> None:
    read = told(
        "While police did not report the number of victims identified, witness protection supported 12 victims."
    )
    assert ("witness_protection", None) not in [row[:2] for row in read]
