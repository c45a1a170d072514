"""Wordings met in narratives read for the first time: one sentence for each way of saying it, all invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

FOREIGN, OFFICIALS = {"nationality": "foreign"}, {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Victims could receive temporary residency, but the government did not provide such benefits to any victims.",
            [("residence_permits", 0, 2021, {}, "zero")],
        ),
        (
            "The law allowed foreign victims residency permits; the government did not report any victims benefiting"
            " from these provisions.",
            [("residence_permits", None, 2021, FOREIGN, "not_reported")],
        ),
        (
            "While victims could file civil suits against traffickers, no victim had ever done so.",
            [("restitution_claims", 0, 2021, {}, "zero")],
        ),
        (
            "There were no specialized shelters for male victims.",
            [("shelters", 0, 2021, {"sex": "male"}, "zero")],
        ),
        ("Many shelters did not have adequate staff.", []),
        ("Hundreds of victims did not receive compensation.", []),
        (
            "It was unclear how many victims received such assistance.",
            [("victims_assisted", None, 2021, {}, "not_reported")],
        ),
        (
            "The government did not report if it assisted six victims identified earlier.",
            [("victims_assisted", None, 2021, {}, "not_reported")],
        ),
        (
            "There were no verified reports of victims being detained or jailed for unlawful acts.",
            [("victims_penalized", 0, 2021, {}, "zero")],
        ),
    ],
)
def test_denials_that_point_back_or_judge(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police investigated 22 cases, an increase from no investigations or prosecutions in 2020.",
            [
                ("investigations", 22, 2021, {}, "reported"),
                ("investigations", 0, 2020, {}, "zero"),
                ("prosecutions", 0, 2020, {}, "zero"),
            ],
        ),
        (
            "The government did not report the number of cases investigated or individuals prosecuted or convicted.",
            [(m, None, 2021, {}, "not_reported") for m in ("investigations", "prosecutions", "convictions")],
        ),
        (
            "In previous years, police investigated officials; no such investigations or prosecutions took place.",
            [(m, 0, 2021, OFFICIALS, "zero") for m in ("investigations", "prosecutions")],
        ),
        ("The government had yet to secure a conviction.", [("convictions", 0, 2021, {}, "zero")]),
        ("Prosecutors did not indict the perpetrator.", []),
        (
            "Police opened 675 cases in 2021, a decrease from 864 and 858 in 2020 and 2019, respectively.",
            [
                ("cases_registered", 675, 2021, {}, "reported"),
                ("cases_registered", 864, 2020, {}, "reported"),
                ("cases_registered", 858, 2019, {}, "reported"),
            ],
        ),
        (
            "Police investigated 12 labor trafficking cases involving four suspects.",
            [("investigations", n, 2021, {"form": "labour"}, "reported") for n in (12, 4)],
        ),
        (
            "Police investigated 481 cases; of these cases, 57 (12 percent) were prosecuted.",
            [("investigations", 481, 2021, {}, "reported"), ("prosecutions", 57, 2021, {}, "reported")],
        ),
        (
            "The prosecution service maintained a 19-person trafficking unit.",
            [("specialised_staff", 19, 2021, {}, "reported")],
        ),
        (
            "A total of 93 judges, prosecutors, lawyers, and psychologists participated in the training.",
            [("officials_trained", 93, 2021, {}, "reported")],
        ),
        (
            "The academy provided training for 60 community leaders in 2020.",
            [("officials_trained", 60, 2020, {}, "reported")],
        ),
    ],
)
def test_law_enforcement(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PROSECUTION") == expected


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "derived"),
    [
        ("The court sentenced him to two years and eight months in prison.", 32, "months", True),
        ("The court sentenced him to two and a half years in prison.", 2.5, "years", False),
        ("The highest sentence was 16 years in prison.", 16, "years", False),
    ],
)
def test_a_sum_of_years_and_months_is_marked_as_derived(sentence: str, value: float, unit: str, derived: bool) -> None:
    (fact,) = facts(sentence, "PROSECUTION")

    assert (fact["measure"], fact["value"], fact["unit"]) == ("sentence_term", value, unit)
    assert fact.get("derived", False) is derived


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The interagency committee met twice in 2021.", [("commission_meetings", 2, 2021, {}, "reported")]),
        ("The interagency committee met once a month.", []),
        ("The national committee has not been active since 2012.", [("commission_meetings", 0, 2021, {}, "zero")]),
        ("The government did not meet the minimum standards.", []),
        (
            "Authorities held 33 workshops for 4,600 participants to raise awareness.",
            [
                ("awareness_events", 33, 2021, {}, "reported"),
                ("awareness_audience", 4600, 2021, {}, "reported"),
            ],
        ),
        (
            "Police operated a hotline, but it did not receive any reports of trafficking.",
            [("hotline_calls", 0, 2021, {}, "zero")],
        ),
    ],
)
def test_prevention(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, "PREVENTION") == expected


def test_services_counted_one_by_one_are_told_apart() -> None:
    read = rows("The government referred all 45 victims and provided 30 with shelter and 12 with legal aid.")

    assert ("shelter_residents", 30, 2021, {}, "reported") in read
    assert ("victims_assisted", 12, 2021, {"service": "legal"}, "reported") in read


def test_a_single_shelter_is_one_and_not_a_single_conviction_is_none() -> None:
    assert rows("The women's union operated a single shelter.") == [("shelters", 1, 2021, {}, "reported")]
    assert rows("There has not been a single conviction.", "PROSECUTION") == [("convictions", 0, 2021, {}, "zero")]


def test_the_government_with_a_partner_is_mixed() -> None:
    (fact,) = facts(
        "The government partnered with an international NGO to deliver two training sessions.", "PROSECUTION"
    )

    assert (fact["value"], fact["actor"]) == (2, "mixed")


def test_a_text_that_lost_its_headings_is_read_by_its_first_sentences() -> None:
    text = "The government maintained protection efforts. Of the 75 victims, 40 were women."

    assert [fact["section"] for fact in facts(text, "")] == ["protection", "protection"]


def test_money_told_later_is_for_the_same_purpose() -> None:
    read = facts("The government provided $20,000 for shelters in 2021; the allocation was $10,000 in 2020.")

    assert [fact["breakdown"] for fact in read] == [{"purpose": "shelter"}] * 2


def test_money_that_was_not_paid_is_no_funding() -> None:
    assert facts("The government failed to channel a grant of $2 million to NGOs.") == []


def test_a_special_case_tells_its_efforts_under_one_heading() -> None:
    text = (
        "GEORGIA: Special Case\n\nGeorgia remains a Special Case for the third consecutive year.\n\n"
        "TRAFFICKING PROFILE\nAn estimated 400 children are exploited.\n"
        "GOVERNMENT EFFORTS\nThe government identified 12 victims. It did not conduct any awareness campaigns."
    )

    read = [(fact["measure"], fact["value"], fact["breakdown"]) for fact in facts(text, "")]

    assert read == [
        ("tier_placement", None, {"tier": "SC", "change": "remained"}),
        ("victims_identified", 12, {}),
        ("awareness_events", 0, {}),
    ]


def test_advice_within_a_line_is_out_of_scope() -> None:
    assert facts("Recommendations for Georgia: Prosecute 10 traffickers and identify 20 victims.", "") == []
