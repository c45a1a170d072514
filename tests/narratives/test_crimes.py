"""Which crime a penalty is for: as the words behind the span of years say, or of no one crime. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows

CHILD, ADULT = {"age": "child"}, {"age": "adult"}
SEXUAL, LABOUR = {"form": "sexual"}, {"form": "labour"}


@pytest.mark.parametrize(
    ("sentence", "crimes"),
    [
        (
            "Article 12 criminalized trafficking and prescribed penalties of four to nine years imprisonment for an offense"
            " involving an adult victim and six to 13 years imprisonment for one involving a child victim.",
            [ADULT, ADULT, CHILD, CHILD],
        ),
        (
            "Section 4 prescribed a mandatory minimum of three years to a maximum of 16 years imprisonment for child"
            " trafficking.",
            [CHILD, CHILD],
        ),
        (
            "Article 40 criminalized sex and labor trafficking and prescribed penalties of up to 12 years imprisonment.",
            [{}],
        ),
        (
            "Section 9 criminalized forced labor and prescribed penalties of two to six years imprisonment.",
            [{}, {}],
        ),
        ("Article 77 criminalized child sex tourism, with penalties of up to 11 years imprisonment.", [{}]),
        (
            "The law prescribed up to nine years imprisonment for labor trafficking and up to 11 years for sex trafficking.",
            [LABOUR, SEXUAL],
        ),
        (
            "Article 8 criminalized slavery, servitude, and forced begging and prescribed penalties of up to 14 years"
            " imprisonment.",
            [{}],
        ),
        (
            "Article 3 prohibits the sale of children, prescribing penalties of up to seven years imprisonment.",
            [{}],
        ),
        (
            "Article 21 criminalized forced labor and prescribed a penalty of five years imprisonment, or 10 years if the"
            " victim was younger than 14.",
            [{}, CHILD],
        ),
        (
            "The law prescribed penalties of up to 18 years imprisonment for trafficking offenses involving a female or"
            " child victim.",
            [{}],
        ),
    ],
)
def test_a_penalty_tells_the_crime_it_is_for(sentence: str, crimes: list[dict[str, str]]) -> None:
    read = rows(sentence, "PROSECUTION")

    told = [{key: value for key, value in row[3].items() if key != "bound"} for row in read]
    assert {row[0] for row in read} == {"statutory_penalty"}
    assert told == crimes
