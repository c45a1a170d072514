"""A dimension is positive on two strong, one strong and another, three medium, or two medium and one weak."""

from __future__ import annotations

import itertools

import pytest

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import count
from panoh.instruments.library import screening_instrument
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.findings import table_for

ADULT_LABOUR = screening_instrument("ilo_ec_adult_labour")
VECTORS = [
    (0, 0, 0, False),
    (1, 0, 0, False),
    (2, 0, 0, True),
    (1, 1, 0, True),
    (1, 0, 1, True),
    (0, 1, 0, False),
    (0, 2, 0, False),
    (0, 3, 0, True),
    (0, 2, 1, True),
    (0, 1, 1, False),
    (0, 1, 9, False),
    (0, 0, 9, False),
    (3, 0, 0, True),
    (1, 5, 5, True),
]


def met(strong: int, medium: int, weak: int) -> bool:
    counts = {"strong": strong, "medium": medium, "weak": weak, "medium_or_weak": medium + weak}
    return ADULT_LABOUR.rule.first_met(counts) is not None


@pytest.mark.parametrize(("strong", "medium", "weak", "positive"), VECTORS)
def test_vectors_of_the_reference_hold(strong: int, medium: int, weak: int, positive: bool) -> None:
    assert met(strong, medium, weak) is positive


def test_the_combinations_are_the_formula_of_the_text_for_every_number() -> None:
    for s, m, w in itertools.product(range(5), repeat=3):
        assert met(s, m, w) is (s >= 2 or (s >= 1 and m + w >= 1) or m >= 3 or (m >= 2 and w >= 1))


def test_indicators_are_counted_under_every_sort_they_belong_to() -> None:
    items = [ADULT_LABOUR.item(id_) for id_ in ("AL.CD.documents", "AL.CD.lie", "AL.CD.inform_family")]

    counts = count(items)

    assert counts == {"any": 3, "strong": 1, "medium": 1, "weak": 1, "medium_or_weak": 2}


def published(act: bool, shown: set[str], *, child: bool) -> str:
    """The derivation R3 of the reference, written out."""
    means, ex = bool(shown & {"DR", "CR", "RV", "CD", "VD"}), "EX" in shown
    if child:
        lines = [
            (act and ex, "TIP_INDICATED_CHILD"),
            (ex, "CHILD_EXPLOITATION"),
            (act and means, "ATTEMPT_OR_INTENT_CHILD"),
        ]
    else:
        lines = [
            (act and ex and "CD" in shown and bool(shown & {"DR", "CR"}), "TIP_INDICATED_STRICT"),
            (act and ex and means, "TIP_INDICATED"),
            (ex and "CD" in shown and not act, "FORCED_LABOUR_INDICATED"),
            (act and means and not ex, "ATTEMPT_OR_INTENT"),
            (ex and not means, "LABOUR_EXPLOITATION_ONLY"),
        ]
    return next((code for holds, code in lines if holds), "INSUFFICIENT")


def outcome(act: bool, shown: set[str], age: AgeGroup) -> Outcome:
    table = table_for(ADULT_LABOUR, age)
    return table.outcomes[table.line(shown | ({"act"} if act else set()))]


@pytest.mark.parametrize("age", [AgeGroup.ADULT, AgeGroup.CHILD])
def test_every_combination_of_dimensions_comes_out_as_derived_from_the_text(age: AgeGroup) -> None:
    """Two additions only: deception or force in recruitment shows the act, and a gap means possible, not nothing."""
    codes = ["DR", "CR", "RV", "EX", "CD", "VD"]
    for act, picks in itertools.product([False, True], itertools.product([False, True], repeat=6)):
        shown = {code for code, picked in zip(codes, picks, strict=True) if picked}
        expected = published(act or bool(shown & {"DR", "CR"}), shown, child=age is AgeGroup.CHILD)

        found = outcome(act, shown, age)

        assert found.code == expected or (expected == "INSUFFICIENT" and found.code.startswith("TIP_POSSIBLE"))
        if expected not in {"INSUFFICIENT", "LABOUR_EXPLOITATION_ONLY"}:
            assert found.presumed


SURVEY = screening_instrument("ilo_forced_labour_survey_adult")
SURVEY_VECTORS = [
    (["UR.01", "UR.PM.13"], ("UR",)),
    (["UR.06", "UR.PM.13"], ()),
    (["UR.01"], ()),
    (["UR.01", "WD.PM.01"], ()),
    (["IL.01", "IL.PM.01"], ("IL",)),
    (["WD.05", "WD.PM.01"], ("WD",)),
]


@pytest.mark.parametrize(("yes", "positive"), SURVEY_VECTORS)
def test_involuntariness_and_penalty_must_meet_in_one_dimension(yes: list[str], positive: tuple[str, ...]) -> None:
    result = assess(SURVEY, dict.fromkeys(yes, Answer.YES), age=AgeGroup.ADULT)

    assert result.positive == positive
