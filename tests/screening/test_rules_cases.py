"""The worked cases written in each instrument hold, and each stands on one side of a threshold."""

from __future__ import annotations

import pytest

from panoh.instruments.kinds.screening import Case, ScreeningInstrument
from panoh.instruments.library import screening_instruments
from panoh.screening.rules import AgeGroup, Answer, assess

CASES = [(instrument, case) for instrument in screening_instruments() for case in instrument.cases]


@pytest.mark.parametrize(
    ("instrument", "case"), CASES, ids=[f"{instrument.id}: {case.name}" for instrument, case in CASES]
)
def test_worked_case_holds(instrument: ScreeningInstrument, case: Case) -> None:
    facts = dict(case.facts)
    answers = dict.fromkeys(case.yes, Answer.YES) | dict.fromkeys(case.no, Answer.NO)

    result = assess(
        instrument,
        answers,
        age=AgeGroup(case.age),
        act_recorded=Answer(facts.get("act", "unknown")),
        sexual_use_recorded=Answer(facts.get("sexual_use", "unknown")),
    )

    assert (result.outcome, result.presumed, result.positive) == (case.outcome, case.presumed, case.positive)


@pytest.mark.parametrize("instrument", screening_instruments(), ids=lambda instrument: instrument.id)
def test_every_outcome_a_form_can_come_to_is_shown_by_a_case(instrument: ScreeningInstrument) -> None:
    shown = {case.outcome for case in instrument.cases}

    analysis = instrument.final_analysis
    own = analysis.child if instrument.population == "child" else analysis.adult

    assert {outcome.code for outcome in own} <= shown
