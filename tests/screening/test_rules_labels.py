"""Trafficking and its neighbours are told apart, several labels can hold at once, and the missing element is named."""

from __future__ import annotations

import pytest

from panoh.instruments.kinds.palermo import PalermoCase
from panoh.instruments.library import palermo
from panoh.screening.rules import AgeGroup, Answer, CaseFacts, UnknownValue, conflation, labels

TEXT = palermo()
CASES = {case.id: case for case in TEXT.cases}


def facts_of(case: PalermoCase) -> CaseFacts:
    return CaseFacts(
        age=AgeGroup(case.age),
        acts=frozenset(case.acts),
        means=frozenset(case.means),
        purposes=frozenset(case.purposes),
        **{name: Answer(answer) for name, answer in case.answers},
    )


@pytest.mark.parametrize("case", TEXT.cases, ids=[f"{case.id} {case.name}" for case in TEXT.cases])
def test_worked_case_holds(case: PalermoCase) -> None:
    found = labels(TEXT, facts_of(case))

    assert tuple(label.code for label in found) == case.expect
    assert all(tuple(element.key for element in label.missing) == case.missing for label in found)


def test_every_label_is_shown_by_a_case() -> None:
    assert {label.code for label in TEXT.labels} == {code for case in TEXT.cases for code in case.expect}


def test_a_neighbour_comes_with_what_to_ask_and_when_it_turns() -> None:
    smuggling = labels(TEXT, facts_of(CASES["T02"]))[0]

    assert smuggling.neighbour is not None
    assert smuggling.neighbour.ask
    assert smuggling.neighbour.becomes_trafficking_when


def test_crossing_a_border_or_not_changes_nothing_about_trafficking() -> None:
    at_home = facts_of(CASES["T12"])

    for answer in Answer:
        abroad = CaseFacts(at_home.age, at_home.acts, at_home.means, at_home.purposes, irregular_border=answer)
        assert labels(TEXT, abroad)[0].code == "TRAFFICKING_INDICATED"


def test_a_purpose_only_national_law_knows_counts() -> None:
    facts = CaseFacts(AgeGroup.CHILD, acts=frozenset({"receipt"}), purposes=frozenset({"forced_begging"}))

    assert labels(TEXT, facts)[0].code == "TRAFFICKING_INDICATED"


def test_a_value_the_text_does_not_list_is_refused() -> None:
    with pytest.raises(UnknownValue, match=r"no means .* is called persuasion"):
        labels(TEXT, CaseFacts(AgeGroup.ADULT, means=frozenset({"persuasion"})))


def test_a_neighbour_counted_as_trafficking_needs_a_written_reason_that_names_what_is_missing() -> None:
    guard = conflation(TEXT, labels(TEXT, facts_of(CASES["T05"])), counted_as="TRAFFICKING_INDICATED")

    assert guard is not None
    assert (guard.written_reason, guard.supervisor_review) == (True, False)
    assert [element.key for element in guard.missing] == ["purpose"]


@pytest.mark.parametrize("counted_as", ["SMUGGLING_INDICATED", "LABOUR_VIOLATION_INDICATED"])
def test_possible_trafficking_counted_as_a_neighbour_needs_a_supervisor(counted_as: str) -> None:
    for case in ("T03", "T10"):
        guard = conflation(TEXT, labels(TEXT, facts_of(CASES[case])), counted_as=counted_as)

        assert guard is not None
        assert guard.supervisor_review


@pytest.mark.parametrize(
    ("case", "counted_as"),
    [
        ("T01", "TRAFFICKING_INDICATED"),
        ("T03", "TRAFFICKING_INDICATED"),
        ("T10", "TRAFFICKING_INDICATED"),
        ("T02", "SMUGGLING_INDICATED"),
        ("T07", "SEXUAL_VIOLENCE_INDICATED"),
        ("P01", "TRAFFICKING_INDICATED"),
    ],
)
def test_nothing_stands_in_the_way_of_counting_what_the_facts_show(case: str, counted_as: str) -> None:
    assert conflation(TEXT, labels(TEXT, facts_of(CASES[case])), counted_as=counted_as) is None
