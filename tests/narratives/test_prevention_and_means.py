"""Training, agreements, staff, inspections and money: one sentence for each way of saying it, all invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.narratives.reading_of import facts, told

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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The court ordered the two brothers to pay 9,000 euros ($10,000) to the victim.",
            [("restitution_awards", 9000, "EUR")],
        ),
        (
            "The court awarded 25,000 euros ($30,000) in compensation to the family.",
            [("restitution_awards", 25000, "EUR")],
        ),
        (
            "Traffickers were required to compensate two workers; one received 900 lari ($330).",
            [("restitution_awards", 900, "GEL")],
        ),
        ("The law set a fine of up to 9,000 lari ($3,300) for anyone refusing compensation.", []),
        (
            "The ministry provided 800 lari ($290) to victims when they went home.",
            [("victim_allowance", 800, "GEL")],
        ),
        (
            "The ministry used 40,000 lari ($14,800) of seized assets for a shelter.",
            [("government_funding", 40000, "GEL")],
        ),
        (
            "The government allocated 90,000 lari ($33,000) to three NGOs for legal aid.",
            [("grants_awarded", 3, "organisations"), ("government_funding", 90000, "GEL")],
        ),
        (
            "The government paid 90,000 lari ($33,000) to the three NGOs it worked with.",
            [("government_funding", 90000, "GEL")],
        ),
        ("The government did not report if it had disbursed any of the 3 million lari.", []),
    ],
)
def test_money_is_told_by_whom_it_went_to(sentence: str, expected: Told) -> None:
    assert [fact for fact in counted(sentence, "PROTECTION") if fact[1]] == expected


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        (
            "The Ministry of Social Affairs provided 50,000 lari in 2020 to one shelter, and the region funded 8,000 lari of"
            " legal aid.",
            [2020, 2021],
        ),
        ("This compared with the ministry providing 30,000 lari for shelters in 2019.", [2019]),
        (
            "In 2021, the ministry spent 9,000 lari on shelters and earmarked 4,000 lari for a hotline, the same amounts"
            " as in 2020.",
            [2021, 2021, 2020, 2020],
        ),
    ],
)
def test_each_money_is_of_its_own_year(sentence: str, years: list[int]) -> None:
    money = [fact for fact in facts(sentence) if fact["measure"] == "government_funding"]

    assert [fact["year"] for fact in money] == years


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The bureau conducted 60 inspections of recruitment agencies.",
            [("recruiter_enforcement", 60, "inspections")],
        ),
        ("In May, the ministry closed an unlicensed employment agency.", [("recruiter_enforcement", 1, "companies")]),
        (
            "The bureau reported the closure of three recruitment firms.",
            [("recruiter_enforcement", 3, "companies")],
        ),
        ("Inspectors inspected 40 sites.", [("labour_inspections", 40, "inspections")]),
        (
            "The ministry increased its number of labor inspectors from 90 to 110, all of whom received training.",
            [("labour_inspectors", 90, "people"), ("labour_inspectors", 110, "people")],
        ),
        (
            "The ministry conducted 30 inspections at farms, 14 at bars, and six on vessels.",
            [("labour_inspections", n, "inspections") for n in (30, 14, 6)],
        ),
        ("The ministry aired six radio spots on trafficking.", [("awareness_events", 6, "events")]),
        ("The task force held two plenary sessions.", [("commission_meetings", 2, "meetings")]),
        ("Officers spoke to 900 students about trafficking.", [("awareness_audience", 900, "people")]),
        ("In all, 70 judges completed an online course on trafficking.", [("officials_trained", 70, "people")]),
        ("The hotline received over a million calls.", [("hotline_calls", 1_000_000, "calls")]),
        ("The committee met at least once.", [("commission_meetings", 1, "meetings")]),
        (
            "The government adopted a national plan of action with three objectives: (1) to train judges; (2) to protect"
            " witnesses; and (3) to warn migrants.",
            [("nap_objectives", 3, "objectives")],
        ),
        (
            "The academy held training on forced labor for 45 officers.",
            [("officials_trained", 45, "people")],
        ),
        (
            "The academy trained 20 officers; 30 clerks and officials; and 12 judges, prosecutors, and lawyers.",
            [("officials_trained", n, "people") for n in (20, 30, 12)],
        ),
        ("The ministry trained 80 of its officials on safe migration.", [("officials_trained", 80, "people")]),
    ],
)
def test_inspections_meetings_and_trainees(sentence: str, expected: Told) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The anti-trafficking unit comprised 16 persons, including nine prosecutors.",
            [("specialised_staff", 16, "people"), ("specialised_staff", 9, "people")],
        ),
        (
            "There were two officers dedicated to investigating trafficking, compared with four in 2019.",
            [("specialised_staff", 2, "people"), ("specialised_staff", 4, "people")],
        ),
        (
            "The directorate maintained 12 specialized officers, including three women.",
            [("specialised_staff", 12, "people"), ("specialised_staff", 3, "people")],
        ),
        (
            "The ministry created a unit with six prosecutors and reported nine officers working only on trafficking.",
            [("specialised_staff", 6, "people"), ("specialised_staff", 9, "people")],
        ),
        ("The police maintained four brigades to combat trafficking.", [("specialised_staff", 4, "groups")]),
    ],
)
def test_those_who_work_on_trafficking_alone(sentence: str, expected: Told) -> None:
    assert counted(sentence, "PROSECUTION") == expected
