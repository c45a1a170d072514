"""What the answers show of act, means and purpose agrees with the finding, only grows, and looks at nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import palermo, screening_instrument, screening_instruments
from panoh.screening.rules import (
    AgeGroup,
    Answer,
    Assessment,
    CaseEvidence,
    CaseFacts,
    act_means_purpose,
    assess,
    evidence_of,
    labels,
    together,
)
from panoh.screening.rules.labels import FACTS, READ

TEXT = palermo()
SETS = screening_instruments()
TRAFFICKING = [each for each in SETS if {"means", "purpose"} <= {one.element for one in each.dimensions}]
LABOUR, CHILD_SEXUAL = screening_instrument("ilo_ec_adult_labour"), screening_instrument("ilo_ec_child_sexual")
CHILD_LABOUR = screening_instrument("ilo_ec_child_labour")
SURVEY = screening_instrument("ilo_forced_labour_survey_adult")
OF_TRAFFICKING = {"TRAFFICKING_INDICATED", "TRAFFICKING_POSSIBLE"}
STRONGER = {
    "TRAFFICKING_POSSIBLE": "TRAFFICKING_INDICATED",
    "SALE_OF_CHILD_POSSIBLE": "SALE_OF_CHILD_INDICATED",
}
ASIDE = ("irregular_border", "paid_for_crossing", "sexual_act_without_consent", "labour_law_breach")
"""What tells a neighbour and shows no element: a border crossed, a smuggler paid, violence, a breach of labour law."""


def seen(
    instrument: ScreeningInstrument, answers: dict[str, Answer], age: AgeGroup = AgeGroup.ADULT
) -> tuple[Assessment, CaseEvidence]:
    unknown = Answer.UNKNOWN
    found = assess(
        instrument,
        answers,
        age=age,
        act_recorded=answers.get("act", unknown),
        sexual_use_recorded=answers.get("sexual_use", unknown),
    )
    return found, evidence_of(TEXT, instrument, found, answers)


def codes(facts: CaseFacts) -> set[str]:
    return {label.code for label in labels(TEXT, facts)}


def yes(*ids: str) -> dict[str, Answer]:
    return dict.fromkeys(ids, Answer.YES)


@st.composite
def talks(draw: st.DrawFn, sets: list[ScreeningInstrument] = list(SETS), facts: tuple[str, ...] = FACTS):  # noqa: B006
    instrument = draw(st.sampled_from(sets))
    ids = [each.id for each in (*instrument.items, *instrument.facts)] + list(facts)
    chosen = draw(st.lists(st.sampled_from(ids), max_size=14, unique=True))
    answers = {id_: draw(st.sampled_from([Answer.YES, Answer.YES, Answer.NO, Answer.UNKNOWN])) for id_ in chosen}
    return instrument, answers, draw(st.sampled_from(AgeGroup))


def test_every_name_the_reading_speaks_of_is_asked_somewhere() -> None:
    asked = {item.id.partition(".")[2] for each in SETS for item in each.items}
    asked |= {dimension.code for each in SETS for dimension in each.dimensions}
    asked |= {fact.id for each in SETS for fact in each.facts} | set(FACTS) | set(READ) | {"child"}

    spoken = frozenset().union(*(each.when.names() for each in TEXT.evidence))

    assert spoken <= asked


def test_exactly_the_facts_of_the_table_are_asked_and_what_is_shown_by_them_is_marked() -> None:
    assert {fact.id for fact in TEXT.facts} == set(FACTS)
    assert all(fact.question.ru and fact.question.tg and fact.help.ru and fact.help.tg for fact in TEXT.facts)
    assert {fact.id for fact in TEXT.facts if fact.children_only} == {
        "adoption_or_custody_irregular",
        "child_transferred_for_payment",
    }


@settings(max_examples=200, deadline=None)
@given(talks(TRAFFICKING, facts=()))
def test_an_element_is_shown_by_name_exactly_where_the_set_itself_shows_it(talk) -> None:
    instrument, answers, age = talk
    found, evidence = seen(instrument, answers, age)
    means = any(each.positive for each in found.dimensions if each.dimension.element == "means")

    shown = evidence.facts.shown()

    assert ("act" in shown, "means" in shown, "purpose" in shown) == (found.act_shown, means, "EX" in found.shown)


@settings(max_examples=150, deadline=None)
@given(talks(TRAFFICKING, facts=()))
def test_the_label_of_trafficking_agrees_with_the_finding(talk) -> None:
    instrument, answers, age = talk
    found, evidence = seen(instrument, answers, age)

    indicated = found.outcome in {"TIP_INDICATED", "TIP_INDICATED_STRICT", "TIP_INDICATED_CHILD"}

    assert ("TRAFFICKING_INDICATED" in codes(evidence.facts)) is indicated


@settings(max_examples=150, deadline=None)
@given(talks(), st.data())
def test_one_more_yes_takes_no_label_away_but_for_its_own_stronger_form(talk, data: st.DataObject) -> None:
    instrument, answers, age = talk
    before = codes(seen(instrument, answers, age)[1].facts) - {"NO_INDICATION"}
    more = data.draw(st.sampled_from([each.id for each in (*instrument.items, *instrument.facts)] + list(FACTS)))

    after = codes(seen(instrument, answers | {more: Answer.YES}, age)[1].facts)

    stronger = {weak for weak, strong in STRONGER.items() if strong in after}
    assert before - stronger <= after


@settings(max_examples=150, deadline=None)
@given(talks(), st.data())
def test_nothing_about_a_border_violence_or_labour_law_changes_what_is_said_of_trafficking(talk, data) -> None:
    instrument, answers, age = talk
    told = {fact: data.draw(st.sampled_from(Answer)) for fact in ASIDE}

    without = codes(seen(instrument, {id_: each for id_, each in answers.items() if id_ not in ASIDE}, age)[1].facts)
    with_all = codes(seen(instrument, answers | told, age)[1].facts)

    assert without & OF_TRAFFICKING == with_all & OF_TRAFFICKING


def test_no_fact_is_nationality_status_occupation_or_the_offence_recorded_first() -> None:
    fields = set(CaseFacts.__dataclass_fields__)

    assert fields == {"age", "acts", "means", "purposes", "act_recorded", *FACTS, *READ}


@settings(max_examples=100, deadline=None)
@given(talks())
def test_doubt_about_age_counts_as_a_child_in_every_label(talk) -> None:
    instrument, answers, _ = talk

    child, doubt = (codes(seen(instrument, answers, age)[1].facts) for age in (AgeGroup.CHILD, AgeGroup.UNKNOWN))

    assert child == doubt


def test_a_border_crossed_and_a_guide_paid_show_smuggling_and_no_element() -> None:
    _, evidence = seen(LABOUR, yes("irregular_border", "paid_for_crossing"))

    assert codes(evidence.facts) == {"SMUGGLING_INDICATED", "IRREGULAR_STATUS"}
    assert not evidence.facts.shown() & {"act", "means", "purpose"}


def test_a_child_handed_over_for_money_is_sold_and_possibly_trafficked_until_it_is_known_what_for() -> None:
    _, evidence = seen(CHILD_SEXUAL, yes("child_transferred_for_payment"), AgeGroup.CHILD)

    found = labels(TEXT, evidence.facts)

    assert {label.code for label in found} == {"TRAFFICKING_POSSIBLE", "SALE_OF_CHILD_INDICATED"}
    assert [element.key for element in found[0].missing] == ["purpose"]
    assert [element.key for element in found[0].present] == ["act", "means"]


@pytest.mark.parametrize("instrument", TRAFFICKING, ids=lambda each: each.id)
@pytest.mark.parametrize("age", [AgeGroup.CHILD, AgeGroup.UNKNOWN])
def test_a_child_taken_sold_or_given_away_is_never_said_to_have_nothing(instrument, age) -> None:
    [question] = [item.id for item in instrument.items if item.id.endswith("CR.abduction_sale")]

    found, evidence = seen(instrument, yes(question), age)
    said = labels(TEXT, evidence.facts)

    assert (found.outcome, found.presumed, found.child_protection_check) == ("CHILD_TAKEN_OR_SOLD", True, True)
    assert found.provisional
    assert {label.code for label in said} == {"TRAFFICKING_POSSIBLE", "SALE_OF_CHILD_POSSIBLE"}
    assert [element.key for element in said[1].missing] == ["purpose"]
    assert said[1].neighbour is not None
    assert said[1].child_protection


def test_sold_for_money_is_the_stronger_form_of_taken_sold_or_given_away() -> None:
    told = yes("CL.CR.abduction_sale", "child_transferred_for_payment")

    _, evidence = seen(CHILD_LABOUR, told, AgeGroup.CHILD)

    assert codes(evidence.facts) == {"TRAFFICKING_POSSIBLE", "SALE_OF_CHILD_INDICATED"}


def test_an_adult_keeps_the_reading_of_the_text() -> None:
    found, evidence = seen(LABOUR, yes("AL.CR.abduction_sale"))

    assert (found.outcome, found.presumed) == ("INSUFFICIENT", False)
    assert codes(evidence.facts) == {"NO_INDICATION"}


def test_work_that_is_forced_stands_beside_trafficking_where_nobody_brought_the_person() -> None:
    answers = yes("AL.EX.excessive_hours", "AL.EX.low_salary", "AL.CD.documents", "AL.CD.isolation")

    found, evidence = seen(LABOUR, answers)

    assert found.outcome == "FORCED_LABOUR_INDICATED"
    assert codes(evidence.facts) == {"TRAFFICKING_POSSIBLE", "FORCED_LABOUR_INDICATED"}


def test_students_sent_to_the_harvest_are_told_apart_from_trafficking() -> None:
    _, evidence = seen(LABOUR, yes("involuntary_work", "menace_of_penalty", "imposed_by_authority"))

    assert evidence.facts.means == {"abuse_of_power", "other_coercion"}
    assert codes(evidence.facts) == {
        "TRAFFICKING_POSSIBLE",
        "FORCED_LABOUR_INDICATED",
        "STATE_IMPOSED_LABOUR_TO_ASSESS",
    }


def test_the_forced_labour_survey_shows_means_and_purpose_and_asks_for_the_act() -> None:
    answers = yes("WD.01", "WD.PM.04")
    found, evidence = seen(SURVEY, answers)

    act, means, purpose = act_means_purpose(TEXT, SURVEY, found, evidence)

    assert (act.shown, means.shown, purpose.shown) == (False, True, True)
    assert {way.value.key for way in means.ways if way.value} == {"other_coercion", "threat_or_use_of_force"}
    assert [item.id for item in purpose.items if item.dimension == "WD"] == ["WD.01", "WD.PM.04"]
    assert {question.dimension for question in act.could_show} == {"UR"}


def test_each_way_names_the_answers_it_rests_on() -> None:
    _, evidence = seen(LABOUR, yes("AL.CD.violence_victim", "AL.CD.documents", "AL.CD.lie"))

    force = next(way for way in evidence.ways("means") if way.value and way.value.key == "threat_or_use_of_force")

    assert [item.id for item in force.items] == ["AL.CD.violence_victim"]


@settings(max_examples=100, deadline=None)
@given(talks(TRAFFICKING, facts=()))
def test_what_is_said_to_be_able_to_show_an_element_shows_it_when_all_of_it_is_yes(talk) -> None:
    instrument, answers, age = talk
    found, evidence = seen(instrument, answers, age)

    for row in act_means_purpose(TEXT, instrument, found, evidence):
        could = [question.id for question in row.could_show]
        assert not (row.shown and could)
        if could:
            after, then = seen(instrument, answers | yes(*could), age)
            again = {each.element.key: each for each in act_means_purpose(TEXT, instrument, after, then)}
            assert again[row.element.key].shown


@settings(max_examples=60, deadline=None)
@given(st.lists(talks(), min_size=1, max_size=3))
def test_all_talks_together_show_whatever_one_of_them_shows(many) -> None:
    every = [seen(*talk)[1].facts for talk in many]

    both = together(every)

    assert both.shown() >= frozenset().union(*(each.shown() for each in every))
    assert together(reversed(every)) == both


@pytest.mark.parametrize("answers", [(Answer.YES, Answer.NO), (Answer.NO, Answer.YES)])
def test_a_yes_of_one_talk_stands_against_a_no_of_another(answers) -> None:
    first, second = (replace(CaseFacts(AgeGroup.ADULT), irregular_border=answer) for answer in answers)

    assert together((first, second)).irregular_border is Answer.YES


def test_without_any_talk_the_age_is_in_doubt_and_so_a_child() -> None:
    assert "child" in together(()).shown()
