"""Cases that reach the police are registered, their suspects are persons, and what an office goes on with is no case."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts, told

_CASES = "cases_registered"


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The police received 58 reports of possible human trafficking, compared with 41 in 2020.", [58, 41]),
        ("The bureau received 37 complaints regarding forced labor.", [37]),
        ("Authorities filed nine criminal reports for trafficking (six in 2020).", [9, 6]),
        ("The agency received 120 cases for investigation.", [120]),
        ("Inspectors visited bars, which resulted in 14 reports of trafficking.", [14]),
    ],
)
def test_reports_and_complaints_received_are_cases_registered(sentence: str, values: list[float]) -> None:
    assert [(row[0], row[1]) for row in told(sentence, "PROSECUTION")] == [(_CASES, value) for value in values]


def test_reports_to_a_hotline_are_calls() -> None:
    assert told("A hotline received 80 reports of trafficking.", "PROSECUTION")[0][0] == "hotline_calls"


@pytest.mark.parametrize(
    ("sentences", "persons"),
    [
        ("Police investigated 40 cases. The 40 cases involved 61 suspects and 23 victims.", ("investigations", 61)),
        ("Police conducted 12 investigations. These investigations involved 15 perpetrators.", ("investigations", 15)),
        ("Prosecutors initiated four prosecutions for sex trafficking involving 11 suspects.", ("prosecutions", 11)),
    ],
)
def test_suspects_of_cases_told_before_are_counted(sentences: str, persons: tuple[str, float]) -> None:
    assert [row[:3] for row in told(sentences, "PROSECUTION")][1:] == [(*persons, "people")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The police continued the operation of a desk where two police officers worked on trafficking cases.",
        "Officials continued to cooperate with other governments to pursue traffickers in six cases.",
    ],
)
def test_what_an_office_goes_on_with_is_no_pending_case(sentence: str) -> None:
    assert "prosecutions_pending" not in [row[0] for row in told(sentence, "PROSECUTION")]


def test_a_previous_timeframe_is_the_period_before() -> None:
    read = facts("During the previous timeframe, the government investigated 44 cases.", "PROSECUTION")
    assert [(fact["value"], fact["year"]) for fact in read] == [(44, 2020)]


def test_a_civil_servant_charged_is_an_official() -> None:
    read = told("The government charged a civil servant with complicity in trafficking.", "PROSECUTION")
    assert read == [("prosecutions", 1, "people", "government", {"group": "officials"})]
