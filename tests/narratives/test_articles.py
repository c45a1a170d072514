"""One person or one case, told by an article: "convicted an official", "the prosecution remained ongoing"."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import told

OFFICIALS = {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Courts convicted an immigration official of bribery.", ("convictions", 1, OFFICIALS)),
        ("A bar owner was indicted for sex trafficking.", ("prosecutions", 1, {"form": "sexual"})),
        ("Prosecutors initiated prosecution of a former police officer.", ("prosecutions", 1, OFFICIALS)),
        ("A court convicted a former mayor and a retired police officer.", ("convictions", 2, OFFICIALS)),
        ("A 2011 case involving a diplomat was still pending.", ("prosecutions_pending", 1, {})),
        ("The officer awaited trial.", ("prosecutions_pending", 1, {})),
    ],
)
def test_an_article_counts_one(sentence: str, expected: tuple[str, float, dict[str, str]]) -> None:
    assert [(m, value, traits) for m, value, _, _, traits in told(sentence, "PROSECUTION")] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "If a trafficker was convicted, victims could sue.",
        "Courts failed to convict a trafficker.",
        "Courts convicted a victim of theft.",
        "Courts convicted a significant number of pimps.",
        "The case remained ongoing.",
        "The draft law was pending.",
        "The prosecution of such crimes was pending reform.",
    ],
)
def test_nobody_is_counted_where_nobody_was_tried(sentence: str) -> None:
    assert not [row for row in told(sentence, "PROSECUTION") if row[1]]


def test_the_prosecution_is_of_those_told_before() -> None:
    assert told("Two police officers were indicted; the prosecution remained ongoing.", "PROSECUTION") == [
        ("prosecutions", 2, "people", "government", OFFICIALS),
        ("prosecutions_pending", 1, "cases", "government", OFFICIALS),
    ]


def test_a_case_and_its_suspects_are_both_pending() -> None:
    assert told("One case involving two suspects remained pending.", "PROSECUTION") == [
        ("prosecutions_pending", 1, "cases", "government", {}),
        ("prosecutions_pending", 2, "people", "government", {}),
    ]
