"""What a narrative finds wanting: found in the introduction and the sections, and each want of a mixed sentence by itself."""

from __future__ import annotations

import pytest

from panoh.assessment.rules.rewording import likeness
from panoh.assessment.rules.wanting import section_of, shortcomings
from tests.narratives.shared_texts import narratives


def of_introduction(text: str) -> list[str]:
    return [
        each.words for each in shortcomings(f"ANYLAND: Tier 2\n\n{text}\n\nPROTECTION\nThe government held a course.")
    ]


def of_section(text: str) -> list[str]:
    return [each.words for each in shortcomings(f"ANYLAND: Tier 2\n\nPROTECTION\n{text}")]


@pytest.mark.parametrize("path", narratives(), ids=lambda path: path.stem)
def test_every_shortcoming_stands_at_its_place(path):
    text = path.read_text(encoding="utf-8")

    for each in shortcomings(text):
        assert text[each.start : each.end] == each.words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "However, the government did not meet the minimum standards in several key areas. It did not fund shelters. "
            "Police fined victims. Therefore Anyland remained on Tier 2.",
            ["It did not fund shelters.", "Police fined victims."],
        ),
        (
            "However, the government did not meet the minimum standards, as it has not opened a shelter since 2010, lacked a "
            "plan for courses, which slowed the work, and did not hold any course.",
            [
                "it has not opened a shelter since 2010",
                "lacked a plan for courses, which slowed the work",
                "did not hold any course.",
            ],
        ),
        (
            "However, the government did not demonstrate overall increasing efforts compared to the previous reporting "
            "period; therefore Anyland remained on Tier 2 Watch List. It held no courses. Because the government has devoted "
            "sufficient resources to a written plan, Anyland was granted a waiver per the Act.",
            ["It held no courses."],
        ),
        (
            "Anyland met. Although the government meets the minimum standards, it held fewer courses. The number of homes fell.",
            ["it held fewer courses.", "The number of homes fell."],
        ),
        (
            "Despite these achievements, the government held few courses. The inspectors came late.",
            ["the government held few courses.", "The inspectors came late."],
        ),
        (
            "The Government of Anyland does not fully meet the minimum standards for the elimination of trafficking and is not "
            "making significant efforts to do so; therefore Anyland remained on Tier 3. Despite the lack of significant efforts, "
            "the government took some steps, including a course. However, the government kept children at work in its fields.",
            ["the government kept children at work in its fields."],
        ),
        (
            "The Government of Anyland does not fully meet the minimum standards for the elimination of trafficking and is not "
            "making significant efforts to do so. The law is silent.",
            ["The law is silent."],
        ),
    ],
)
def test_shortcomings_are_found_on_every_tier_and_the_verdict_is_none(text, found):
    assert of_introduction(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The government did not keep a register of victims.",
        "Inspectors lacked cars.",
        "There were no shelters for men.",
        "The homes remained without a nurse.",
        "Services for boys were inadequate.",
        "Courts failed to order any payment.",
        "The government decreased efforts to protect victims.",
        "The long delays hampered the trials.",
        "Victims were sometimes fined and detained for work without papers.",
        "Anyland is not a party to the Protocol.",
        "The council has not met since 2019.",
        "There were no reports victims were penalized; however, without formal procedures some may have been.",
    ],
)
def test_a_section_tells_a_shortcoming_in_many_ways(text):
    assert of_section(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "The government identified 40 victims, compared with none in 2019.",
        "There were no reports that victims were penalized for unlawful acts.",
        "The government did not require victims to testify.",
        "The government did not detain any victims.",
        "Help was not contingent on a trial.",
        "Law No. 12 criminalized trafficking.",
        "The government held a course to overcome the lack of interpreters.",
        "The court convicted two officials for complicity in trafficking.",
        "The government maintained protection efforts.",
    ],
)
def test_what_only_reads_like_a_want_is_none(text):
    assert of_section(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The government trained police; it did not train judges.", ["it did not train judges."]),
        (
            "The government did not open a shelter, nor did it fund one.",
            ["The government did not open a shelter", "nor did it fund one."],
        ),
        (
            "The home did not take in women who did not testify and the government did not pay for other homes.",
            ["The home did not take in women who did not testify", "the government did not pay for other homes."],
        ),
        ("A lack of cars, as well as of fuel, hindered work.", ["A lack of cars, as well as of fuel, hindered work."]),
        (
            "Despite complaints of lacking care, including of food, the government did not inspect homes.",
            ["Despite complaints of lacking care, including of food, the government did not inspect homes."],
        ),
        ("Police drafted but did not adopt a guide.", ["Police drafted but did not adopt a guide."]),
    ],
)
def test_each_want_of_a_mixed_sentence_is_one(text, found):
    assert of_section(text) == found


def test_recommendations_and_the_profile_tell_no_shortcoming():
    text = (
        "ANYLAND: Tier 2\n\nRECOMMENDATIONS\nEnd the lack of shelters.\n\nPROTECTION\nThe homes lacked staff.\n\n"
        "TRAFFICKING PROFILE\nTraffickers exploit children who have no papers."
    )

    assert [each.words for each in shortcomings(text)] == ["The homes lacked staff."]


def test_a_shortcoming_says_where_it_stands():
    text = "ANYLAND: Tier 2\n\nHowever, nobody came. It was so.\n\nPREVENTION\nThe plan has not begun."

    assert [section_of(text)(each.start) for each in shortcomings(text)] == [
        "introduction",
        "introduction",
        "prevention",
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "proposed"),
    [
        (
            "The government did not report whether it held courses.",
            "The government did not report whether homes opened.",
            False,
        ),
        ("did not identify any victims in 2017", "did not follow its own identification procedures in courts", False),
        (
            "The government did not adopt the SOPs.",
            "The government has not adopted standard operating procedures.",
            True,
        ),
        ("identified no victims", "identified no victims", True),
        ("The government did not report.", "The government did not report.", True),
    ],
)
def test_words_of_every_second_sentence_make_no_two_alike(earlier, later, proposed):
    assert likeness(earlier, later).proposed is proposed
