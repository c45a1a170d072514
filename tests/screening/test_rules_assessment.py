"""An assessment carries its reasons, says how sure they are, and what to ask next."""

from __future__ import annotations

from typing import Any

import pytest

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import palermo, screening_instrument, screening_instruments, sources
from panoh.screening.rules import AgeGroup, Answer, Assessment, ElementEvidence, act_means_purpose, assess, evidence_of

LABOUR = screening_instrument("ilo_ec_adult_labour")
CHILD_LABOUR = screening_instrument("ilo_ec_child_labour")
SEXUAL = screening_instrument("ilo_ec_adult_sexual")


def found(instrument: ScreeningInstrument, *yes: str, age: AgeGroup = AgeGroup.ADULT, **facts: Answer) -> Assessment:
    return assess(instrument, dict.fromkeys(yes, Answer.YES), age=age, **facts)


def test_a_positive_dimension_names_its_answers_its_combination_and_its_source() -> None:
    result = found(LABOUR, "AL.CD.documents", "AL.CD.isolation")

    reason = next(each for each in result.reasons if each.items)

    assert [item.id for item in reason.items] == ["AL.CD.documents", "AL.CD.isolation"]
    assert reason.combination is not None
    assert reason.combination.en == "Two strong signs"
    assert reason.citation.source == "ilo-ec-2009"


@pytest.mark.parametrize("instrument", screening_instruments(), ids=lambda instrument: instrument.id)
@pytest.mark.parametrize("age", AgeGroup)
def test_every_reason_cites_a_text_that_is_on_the_shelf(instrument: ScreeningInstrument, age: AgeGroup) -> None:
    for answer in Answer:
        result = assess(instrument, {item.id: answer for item in instrument.items}, age=age)

        assert result.reasons
        assert all(reason.citation.source in sources() for reason in result.reasons)


def test_a_negative_finding_says_that_it_is_none() -> None:
    result = assess(LABOUR, {item.id: Answer.NO for item in LABOUR.items}, age=AgeGroup.ADULT)

    assert not result.presumed
    assert "does not mean that the person was not trafficked" in result.does_not_mean[0].en
    assert result.unanswered == 0


def test_a_presumption_says_that_it_is_no_decision() -> None:
    result = found(LABOUR, "AL.CD.documents", "AL.CD.isolation")

    assert result.presumed
    assert "not a decision on status" in result.does_not_mean[0].en


def test_what_is_not_answered_is_unknown() -> None:
    said_unknown = assess(LABOUR, {item.id: Answer.UNKNOWN for item in LABOUR.items}, age=AgeGroup.ADULT)

    assert said_unknown == assess(LABOUR, {}, age=AgeGroup.ADULT)
    assert said_unknown.unanswered == 67


def test_answers_to_another_form_are_left_aside() -> None:
    assert found(LABOUR, "CS.CD.forced_tasks") == found(LABOUR)


def test_doubt_about_age_is_treated_as_a_child_and_says_so() -> None:
    result = found(LABOUR, "AL.EX.low_salary", "AL.EX.bad_living", "AL.EX.hazardous", age=AgeGroup.UNKNOWN)

    assert result.outcome == "CHILD_EXPLOITATION"
    assert any("in doubt" in reason.words.en for reason in result.reasons)


def test_a_form_for_children_keeps_the_rule_for_children_whatever_the_age_says() -> None:
    result = found(CHILD_LABOUR, "CL.EX.excessive_hours", "CL.EX.bad_living")

    assert result.outcome == "CHILD_EXPLOITATION"


def test_a_lie_by_a_recruiter_outweighs_the_entry_that_nobody_recruited() -> None:
    lies = ["AL.DR.nature_of_job", "AL.DR.wages"]

    result = found(LABOUR, *lies, act_recorded=Answer.NO)

    assert result.act_shown
    assert result.outcome == "ATTEMPT_OR_INTENT"


def test_a_child_with_any_sign_at_all_is_seen_by_child_protection() -> None:
    assert found(CHILD_LABOUR, "CL.VD.economic").child_protection_check
    assert not found(CHILD_LABOUR).child_protection_check
    assert not found(LABOUR, "AL.VD.economic").child_protection_check
    nothing = assess(CHILD_LABOUR, {item.id: Answer.NO for item in CHILD_LABOUR.items}, age=AgeGroup.CHILD)
    assert not nothing.child_protection_check


def test_commercial_sexual_use_is_exploitation_of_a_child_and_not_by_itself_of_an_adult() -> None:
    child = found(SEXUAL, age=AgeGroup.UNKNOWN, sexual_use_recorded=Answer.YES)
    adult = found(SEXUAL, sexual_use_recorded=Answer.YES)

    assert (child.outcome, child.positive) == ("CHILD_EXPLOITATION", ("EX",))
    assert (adult.outcome, adult.positive) == ("INSUFFICIENT", ())


def test_a_finding_on_strengths_never_seen_says_which_part_is_provisional() -> None:
    result = found(SEXUAL, "AS.CD.documents", "AS.CD.isolation")

    parts = [part.en for part in result.provisional_parts]

    assert result.provisional
    assert SEXUAL.title.en in parts
    assert SEXUAL.dimension("CD").label.en in parts


def test_a_finding_tells_whether_it_would_hold_if_strengths_never_seen_were_lower() -> None:
    two_strong = next(each for each in found(SEXUAL, "AS.CD.documents", "AS.CD.isolation").dimensions if each.items)
    with_seen = next(each for each in found(SEXUAL, "AS.CD.documents", "AS.CD.forced_tasks").dimensions if each.items)

    assert (two_strong.positive, two_strong.holds_if_lowered) == (True, False)
    assert (with_seen.positive, with_seen.holds_if_lowered) == (True, True)


def test_the_published_example_on_labour_rests_on_nothing_provisional() -> None:
    yes = ["AL.DR.nature_of_job", "AL.DR.wages", "AL.EX.excessive_hours", "AL.EX.low_salary"]

    result = found(LABOUR, *yes, "AL.CD.documents", "AL.CD.isolation", act_recorded=Answer.YES)

    assert result.outcome == "TIP_INDICATED_STRICT"
    assert not result.provisional


def test_the_question_that_would_change_the_outcome_comes_first() -> None:
    result = found(LABOUR, "AL.CD.documents")

    assert result.ask_next is not None
    assert result.ask_next.changes_outcome
    assert result.ask_next.dimension in {"CD"}


def test_with_exploitation_and_a_weakness_shown_the_act_is_asked_first() -> None:
    yes = ["AL.EX.excessive_hours", "AL.EX.low_salary", "AL.RV.economic", "AL.RV.illegal_status"]

    result = found(LABOUR, *yes, "AL.RV.lack_information")

    assert result.outcome == "TIP_POSSIBLE"
    assert result.ask_next is not None
    assert result.ask_next.id == "act"


def test_a_dimension_that_can_no_longer_turn_is_not_asked_about() -> None:
    answers = {item.id: Answer.NO for item in LABOUR.items_of("EX")}

    result = assess(LABOUR, answers | {"AL.EX.low_salary": Answer.UNKNOWN}, age=AgeGroup.ADULT)

    assert "AL.EX.low_salary" not in {question.id for question in result.still_open}
    assert "AL.CD.documents" in {question.id for question in result.still_open}


def table_of(instrument: ScreeningInstrument, *yes: str, **given: Any) -> tuple[ElementEvidence, ...]:
    result, answers = found(instrument, *yes, **given), dict.fromkeys(yes, Answer.YES)
    return act_means_purpose(palermo(), instrument, result, evidence_of(palermo(), instrument, result, answers))


def test_act_means_and_purpose_show_what_speaks_for_each() -> None:
    yes = ["AL.DR.nature_of_job", "AL.DR.wages", "AL.EX.low_salary"]

    act, means, purpose = table_of(LABOUR, *yes)

    assert (act.shown, [each.dimension.code for each in act.dimensions], act.missing) == (True, ["DR"], False)
    assert (means.shown, means.needed) == (True, True)
    assert (purpose.shown, purpose.missing) == (False, True)
    assert [item.id for item in purpose.items] == ["AL.EX.low_salary"]


def test_means_are_not_missing_for_a_child() -> None:
    _, means, _ = table_of(CHILD_LABOUR, age=AgeGroup.CHILD)

    assert (means.needed, means.shown, means.missing) == (False, False, False)


def test_every_outcome_says_what_it_does_not_mean_in_every_language() -> None:
    for instrument in screening_instruments():
        analysis = instrument.final_analysis
        for outcome in (*analysis.adult, *analysis.child):
            general, own = analysis.does_not_mean(outcome)
            assert all((general.ru, general.tg, own.ru, own.tg)), outcome.code
