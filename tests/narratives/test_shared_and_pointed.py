"""What several counts share, what points back, and what was only supposed: one invented sentence for each."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import Row, facts, rows

WOMEN, GIRLS = {"age": "adult", "sex": "female"}, {"age": "child", "sex": "female"}
MEN, BOYS = {"age": "adult", "sex": "male"}, {"age": "child", "sex": "male"}
SEXUAL, LABOUR, OFFICIALS = {"form": "sexual"}, {"form": "labour"}, {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The government identified 38 victims. Of these, traffickers exploited 20 women and four girls in sex"
            " trafficking and nine men, three women, and two boys in forced labor.",
            [
                ("victims_identified", 38, 2021, {}, "reported"),
                ("victims_identified", 20, 2021, {**WOMEN, **SEXUAL}, "reported"),
                ("victims_identified", 4, 2021, {**GIRLS, **SEXUAL}, "reported"),
                ("victims_identified", 9, 2021, {**MEN, **LABOUR}, "reported"),
                ("victims_identified", 3, 2021, {**WOMEN, **LABOUR}, "reported"),
                ("victims_identified", 2, 2021, {**BOYS, **LABOUR}, "reported"),
            ],
        ),
        (
            "The government identified 30 victims. Of these, 21 victims, including six girls, were exploited in sex"
            " trafficking.",
            [
                ("victims_identified", 30, 2021, {}, "reported"),
                ("victims_identified", 21, 2021, SEXUAL, "reported"),
                ("victims_identified", 6, 2021, {**GIRLS}, "reported"),
            ],
        ),
        (
            "Police identified 44 victims during raids and visits to commercial sex establishments.",
            [("victims_identified", 44, 2021, {}, "reported")],
        ),
        (
            "In their forced labor cases, police identified 17 victims.",
            [("victims_identified", 17, 2021, LABOUR, "reported")],
        ),
        (
            "The government identified 30 victims. Ten were women, 14 were girls, and six were men or children.",
            [
                ("victims_identified", 30, 2021, {}, "reported"),
                ("victims_identified", 10, 2021, WOMEN, "reported"),
                ("victims_identified", 14, 2021, GIRLS, "reported"),
                ("victims_identified", 6, 2021, {}, "reported"),
            ],
        ),
        (
            "Fourteen victims were children.",
            [("victims_identified", 14, 2021, {"age": "child"}, "reported")],
        ),
        (
            "The government identified 30 victims; 20 were exploited in sex trafficking, six in forced labor, and four"
            " unknown.",
            [
                ("victims_identified", 30, 2021, {}, "reported"),
                ("victims_identified", 20, 2021, SEXUAL, "reported"),
                ("victims_identified", 6, 2021, LABOUR, "reported"),
                ("victims_identified", 4, 2021, {"form": "unknown"}, "reported"),
            ],
        ),
    ],
)
def test_a_form_told_once_is_told_of_all_it_covers(sentence: str, expected: list[Row]) -> None:
    assert sorted(rows(sentence), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "The government identified 28 female victims and no male victims.",
            "PROTECTION",
            [
                ("victims_identified", 28, 2021, {"sex": "female"}, "reported"),
                ("victims_identified", 0, 2021, {"sex": "male"}, "zero"),
            ],
        ),
        (
            "Police identified 211 potential victims and formally recognized 45 victims.",
            "PROTECTION",
            [
                ("potential_victims_identified", 211, 2021, {}, "reported"),
                ("victims_identified", 45, 2021, {}, "reported"),
            ],
        ),
        (
            "Of these 50 potential victims, the ministry identified 40 vulnerable children exploited in forced begging.",
            "PROTECTION",
            [
                ("potential_victims_identified", 50, 2021, {}, "reported"),
                ("potential_victims_identified", 40, 2021, {"age": "child", "form": "begging"}, "reported"),
            ],
        ),
        (
            "The law allowed restitution; however, such restitution was not ordered in 2021.",
            "PROTECTION",
            [("restitution_awards", 0, 2021, {}, "zero")],
        ),
        (
            "Despite reports of official complicity, the government did not report any such cases.",
            "PROSECUTION",
            [
                ("investigations", None, 2021, OFFICIALS, "not_reported"),
                ("prosecutions", None, 2021, OFFICIALS, "not_reported"),
                ("convictions", None, 2021, OFFICIALS, "not_reported"),
            ],
        ),
        (
            "The government arrested and investigated, but did not prosecute or convict, officials who were complicit.",
            "PROSECUTION",
            [("prosecutions", 0, 2021, OFFICIALS, "zero"), ("convictions", 0, 2021, OFFICIALS, "zero")],
        ),
        ("Courts did not convict most complicit officials.", "PROSECUTION", []),
        (
            "The government investigated 40 cases and prosecuted 17 cases. Ten of these cases involved sex trafficking"
            " and seven involved forced labor.",
            "PROSECUTION",
            [
                ("investigations", 40, 2021, {}, "reported"),
                ("prosecutions", 17, 2021, {}, "reported"),
                ("prosecutions", 10, 2021, SEXUAL, "reported"),
                ("prosecutions", 7, 2021, LABOUR, "reported"),
            ],
        ),
        (
            "Offenders were eligible for suspended sentences if the sentence was for three years or less.",
            "PROSECUTION",
            [],
        ),
        (
            "Authorities approved 30 of 44 applications requesting official victim status, compared with 25 of 40 in"
            " 2020.",
            "PROTECTION",
            [
                ("victims_identified", 30, 2021, {"victim_status": "recognised"}, "reported"),
                ("victims_identified", 25, 2020, {"victim_status": "recognised"}, "reported"),
            ],
        ),
        (
            "The law prescribed penalties of not less than five years' imprisonment and not more than 25 years'"
            " imprisonment.",
            "PROSECUTION",
            [
                ("statutory_penalty", 5, None, {"bound": "min"}, "reported"),
                ("statutory_penalty", 25, None, {"bound": "max"}, "reported"),
            ],
        ),
        (
            "The government repatriated 46 women from Kuwait.",
            "PROTECTION",
            [("victims_repatriated", 46, 2021, WOMEN, "reported")],
        ),
        (
            "The government convicted no traffickers; over the last six years, courts have only convicted five"
            " traffickers.",
            "PROSECUTION",
            [("convictions", 0, 2021, {}, "zero"), ("convictions", 5, None, {}, "reported")],
        ),
        (
            "The ministry held a conference on trafficking attended by 300 students.",
            "PREVENTION",
            [("awareness_audience", 300, 2021, {}, "reported")],
        ),
    ],
)
def test_what_points_back_and_what_was_only_supposed(sentence: str, section: str, expected: list[Row]) -> None:
    assert sorted(rows(sentence, section), key=str) == sorted(expected, key=str)


def test_the_media_are_the_source_of_what_they_told() -> None:
    (told,) = facts("In April 2021, media reported officials identified 12 victims.")
    assert told["actor"] == "media"


def test_an_article_does_not_part_two_who_acted_together() -> None:
    (told,) = facts("NGOs and the government repatriated 110 victims.")
    assert told["actor"] == "mixed"


@pytest.mark.parametrize(
    ("sentence", "section", "expected"),
    [
        (
            "The government identified 166 victims. By comparison, it identified 299 victims in 2020. Among the 166"
            " victims, there were 72 women.",
            "PROTECTION",
            [
                ("victims_identified", 166, 2021, {}, "reported"),
                ("victims_identified", 299, 2020, {}, "reported"),
                ("victims_identified", 72, 2021, WOMEN, "reported"),
            ],
        ),
        (
            "The government identified 60 victims (50 in 2020); 40 were female and 20 were male (33 females and 17"
            " males).",
            "PROTECTION",
            [
                ("victims_identified", 60, 2021, {}, "reported"),
                ("victims_identified", 50, 2020, {}, "reported"),
                ("victims_identified", 40, 2021, {"sex": "female"}, "reported"),
                ("victims_identified", 20, 2021, {"sex": "male"}, "reported"),
                ("victims_identified", 33, 2020, {"sex": "female"}, "reported"),
                ("victims_identified", 17, 2020, {"sex": "male"}, "reported"),
            ],
        ),
        (
            "The government identified 30 victims. It did not specify the form of trafficking of the remaining six"
            " victims.",
            "PROTECTION",
            [
                ("victims_identified", 30, 2021, {}, "reported"),
                ("victims_identified", 6, 2021, {"form": "unknown"}, "reported"),
            ],
        ),
        (
            "Officials initiated 15 new investigations and prosecutions of 18 defendants, compared with 11 investigations"
            " and 12 defendants in 2020.",
            "PROSECUTION",
            [
                ("investigations", 15, 2021, {}, "reported"),
                ("prosecutions", 18, 2021, {}, "reported"),
                ("investigations", 11, 2020, {}, "reported"),
                ("prosecutions", 12, 2020, {}, "reported"),
            ],
        ),
        (
            "The government provided assistance to 32 victims, including shelter, health care, and counseling.",
            "PROTECTION",
            [("victims_assisted", 32, 2021, {}, "reported")],
        ),
        (
            "The government identified 15 domestic victims.",
            "PROTECTION",
            [("victims_identified", 15, 2021, {"nationality": "GEO"}, "reported")],
        ),
        (
            "Authorities identified 45 victims, nearly double the 23 identified in 2020.",
            "PROTECTION",
            [
                ("victims_identified", 45, 2021, {}, "reported"),
                ("victims_identified", 23, 2020, {}, "reported"),
            ],
        ),
        (
            "The government identified 63 victims in 2021, similar to 70 in 2020 but less than 97 in 2019.",
            "PROTECTION",
            [
                ("victims_identified", 63, 2021, {}, "reported"),
                ("victims_identified", 70, 2020, {}, "reported"),
                ("victims_identified", 97, 2019, {}, "reported"),
            ],
        ),
        ("The court of appeals upheld six convictions.", "PROSECUTION", []),
        (
            "The assistance system admitted 160 victims. Of these victims, 19 entered the government-funded victim care"
            " program.",
            "PROTECTION",
            [("victims_assisted", 160, 2021, {}, "reported"), ("victims_assisted", 19, 2021, {}, "reported")],
        ),
        (
            "The law prescribed penalties of up to life imprisonment, or a fine if the imprisonment was less than 10"
            " years.",
            "PROSECUTION",
            [],
        ),
        (
            "A draft law remained pending for the third consecutive year.",
            "PROSECUTION",
            [("policy_gap", 3, 2021, {}, "zero")],
        ),
        (
            "Authorities provided an undisclosed amount of funding to NGOs caring for victims.",
            "PROTECTION",
            [("government_funding", None, 2021, {"purpose": "victim_protection"}, "not_reported")],
        ),
        ("The government did not provide information to ensure victims were counted once.", "PROTECTION", []),
        (
            "The government had committed to devoting 100,000 lari ($31,000) to an NGO shelter.",
            "PROTECTION",
            [],
        ),
        (
            "Courts sentenced one of the traffickers to 20 years' imprisonment.",
            "PROSECUTION",
            [("sentenced_imprisonment", 1, 2021, {"term": "20 years"}, "reported")],
        ),
    ],
)
def test_wholes_comparisons_and_services(sentence: str, section: str, expected: list[Row]) -> None:
    assert sorted(rows(sentence, section), key=str) == sorted(expected, key=str)
