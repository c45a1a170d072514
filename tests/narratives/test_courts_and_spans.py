"""Counts of courts and police: several verbs at once, spans of years, dashes without spaces."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Courts investigated, prosecuted, and convicted 14 brokers.",
            [("investigations", 14), ("prosecutions", 14), ("convictions", 14)],
        ),
        ("Police tried and convicted nine pimps.", [("prosecutions", 9), ("convictions", 9)]),
        ("Police opened 21 investigations of trafficking cases.", [("investigations", 21)]),
    ],
)
def test_all_verbs_of_a_list_are_told_of_the_count(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [(measure, value) for measure, value, *_ in told(sentence, "PROSECUTION")] == expected


@pytest.mark.parametrize(
    "opening", ["Between 2019 and 2020", "From May 2019 to July 2020", "Between May 2018 and June 2020"]
)
def test_a_span_of_years_dates_by_its_end(opening: str) -> None:
    assert rows(f"{opening}, courts convicted 14 brokers.", "PROSECUTION") == [
        ("convictions", 14, 2020, {}, "reported")
    ]


def test_a_dash_without_spaces_parts_words() -> None:
    sentence = "Police identified 30 sex trafficking victims–21 women and nine men–during the year."
    assert [row[1:] for row in told(sentence)] == [
        (30, "people", "government", {"form": "sexual"}),
        (21, "people", "government", {"form": "sexual", "sex": "female", "age": "adult"}),
        (9, "people", "government", {"form": "sexual", "sex": "male", "age": "adult"}),
    ]


def test_a_dash_between_names_or_years_parts_nothing() -> None:
    sentence = "In 2020–2021, officers at the Togo–Benin border identified 12 victims."
    assert [row[1] for row in told(sentence)] == [12]


def test_the_year_of_an_aside_does_not_date_the_count() -> None:
    sentence = (
        "With better data–an increase from the previous year, when one court answered–courts convicted six pimps."
    )
    assert rows(sentence, "PROSECUTION") == [("convictions", 6, 2021, {}, "reported")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Eight pimps were sentenced to more than one year.", [(8, "more than 1 year")]),
        ("Nine pimps received prison sentences of one year or less.", [(9, "up to 1 year")]),
        (
            "Of the six receiving prison terms, one received a term of up to five years, and two received two years.",
            [(1, "up to 5 years"), (2, "2 years")],
        ),
        (
            "Of 10 convictions, seven received prison terms, with two receiving a term exceeding four years.",
            [(7, None), (2, "more than 4 years")],
        ),
    ],
)
def test_persons_are_told_with_the_bound_of_their_term(sentence: str, expected: list[tuple[float, str]]) -> None:
    jailed = [row for row in told(sentence, "PROSECUTION") if row[0] == "sentenced_imprisonment"]
    assert [(value, traits.get("term")) for _, value, _, _, traits in jailed] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police raided 34 nightclubs.", [("raids", 34, "premises")]),
        ("Police conducted raids on 12 brothels.", [("raids", 12, "premises")]),
        ("Prosecutors filed charges in 18 cases.", [("prosecutions", 18, "cases")]),
        (
            "Investigations nearly doubled, from 30 to 58.",
            [("investigations", 30, "cases"), ("investigations", 58, "cases")],
        ),
        ("Authorities continued prosecutions against 14 brokers.", [("prosecutions_pending", 14, "people")]),
    ],
)
def test_what_police_and_prosecutors_did_is_counted(sentence: str, expected: list[tuple[str, float, str]]) -> None:
    assert [row[:3] for row in told(sentence, "PROSECUTION")] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Six police officers were suspended.",
        "An appellate court confirmed the convictions of 11 brokers.",
        "The ministry reported the acquittal of three brokers.",
        "The police continued training for 120 officers on interviews.",
    ],
)
def test_nobody_is_convicted_or_jailed_or_tried_there(sentence: str) -> None:
    assert not [row for row in told(sentence, "PROSECUTION") if row[0] != "officials_trained"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police investigated 14 suspects in nine cases, compared with 20 in 12 cases in 2020.",
            [("investigations", 14), ("investigations", 9)],
        ),
        (
            "Six cases were under investigation, and four were before the courts.",
            [("investigations", 6), ("prosecutions_pending", 4)],
        ),
        ("The ministry referred nine cases to the police for criminal investigation.", [("investigations", 9)]),
        (
            "Courts convicted 23 pimps under Article 12 and 14 under Article 17.",
            [("convictions", 23), ("convictions", 14)],
        ),
        ("Prosecutors filed criminal cases against 19 brokers.", [("prosecutions", 19)]),
        (
            "Of the 31 investigations, officials referred 18 for prosecution.",
            [("investigations", 31), ("prosecutions", 18)],
        ),
        ("Charges were brought against eight brokers.", [("prosecutions", 8)]),
        ("Investigations into 19 cases were ongoing.", [("investigations", 19)]),
        ("The office had 33 pending trafficking cases.", [("prosecutions_pending", 33)]),
        ("Eight victims sought restitution.", [("restitution_claims", 8)]),
        (
            "Courts gave sentences of two, three, and four years.",
            [("sentence_term", 2), ("sentence_term", 3), ("sentence_term", 4)],
        ),
        ("Prosecutors charged 15 employers of domestic workers.", [("prosecutions", 15)]),
    ],
)
def test_each_stage_of_a_case_is_its_own_count(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in told(sentence, "PROSECUTION")][: len(expected)] == expected


def test_what_goes_on_from_a_year_before_is_of_this_year() -> None:
    sentence = "The government continued to investigate three cases from 2019."
    assert rows(sentence, "PROSECUTION") == [("investigations", 3, 2021, {}, "reported")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police investigated a case involving eight minors.",
        "The ministry said 33 brokers were either acquitted or convicted of other crimes.",
    ],
)
def test_victims_of_a_case_and_the_acquitted_are_not_tried(sentence: str) -> None:
    assert not told(sentence, "PROSECUTION")
