"""A finding is never lost by learning more: one more yes keeps the presumption and every positive dimension."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instruments
from panoh.screening.rules import AgeGroup, Answer, Assessment, assess
from panoh.screening.rules.applies import still_to_ask

INSTRUMENTS = screening_instruments()
ANSWERS = st.sampled_from([Answer.YES, Answer.YES, Answer.NO, Answer.UNKNOWN])


@st.composite
def screenings(draw: st.DrawFn) -> tuple[ScreeningInstrument, dict[str, Answer], AgeGroup, Answer, Answer]:
    instrument = draw(st.sampled_from(INSTRUMENTS))
    ids = draw(st.lists(st.sampled_from([item.id for item in instrument.items]), max_size=14, unique=True))
    answers = {id_: draw(ANSWERS) for id_ in ids}
    return instrument, answers, draw(st.sampled_from(AgeGroup)), draw(ANSWERS), draw(ANSWERS)


def found(instrument: ScreeningInstrument, answers: dict[str, Answer], *rest: object) -> Assessment:
    age, act, use = rest
    return assess(instrument, answers, age=age, act_recorded=act, sexual_use_recorded=use)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(screenings(), st.data())
def test_one_more_yes_never_takes_a_presumption_away(screening: tuple, data: st.DataObject) -> None:
    instrument, answers, *rest = screening
    before = found(instrument, answers, *rest)
    one_more = data.draw(st.sampled_from([item.id for item in instrument.items]))

    after = found(instrument, answers | {one_more: Answer.YES}, *rest)

    assert after.presumed >= before.presumed
    assert set(after.positive) >= set(before.positive)


@settings(max_examples=100, deadline=None)
@given(screenings())
def test_recording_an_act_never_takes_a_presumption_away(screening: tuple) -> None:
    instrument, answers, age, _, use = screening
    before = found(instrument, answers, age, Answer.UNKNOWN, use)

    after = found(instrument, answers, age, Answer.YES, use)

    assert after.presumed >= before.presumed


@settings(max_examples=100, deadline=None)
@given(screenings())
def test_a_child_or_a_doubt_about_age_is_never_worse_off_than_an_adult(screening: tuple) -> None:
    instrument, answers, _, act, use = screening

    adult, child, doubtful = (found(instrument, answers, age, act, use) for age in AgeGroup)

    assert child.presumed >= adult.presumed
    assert (doubtful.outcome, doubtful.presumed) == (child.outcome, child.presumed)


@settings(max_examples=100, deadline=None)
@given(screenings())
def test_no_is_worth_as_much_as_unknown_for_the_finding(screening: tuple) -> None:
    """A no only takes a question off the list; it never counts against the person."""
    instrument, answers, *rest = screening
    unknown = {id_: answer for id_, answer in answers.items() if answer is Answer.YES}

    with_no, without = found(instrument, answers, *rest), found(instrument, unknown, *rest)

    assert with_no.presumed == without.presumed
    assert with_no.positive == without.positive


@settings(max_examples=60, deadline=None)
@given(screenings())
def test_exactly_the_questions_said_to_change_the_outcome_do(screening: tuple) -> None:
    instrument, answers, *rest = screening
    result = found(instrument, answers, *rest)

    said = {question.id for question in result.still_open if question.changes_outcome and question.dimension}
    do = {
        item.id
        for item in instrument.items
        if item.id in still_to_ask(instrument, answers)
        and found(instrument, answers | {item.id: Answer.YES}, *rest).outcome != result.outcome
    }

    assert said == do
