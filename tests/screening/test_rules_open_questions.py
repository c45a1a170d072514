"""What is said of an open question is true, a question not listed is useless alone, and pairs are not hidden."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instrument, screening_instruments
from panoh.screening.rules import AgeGroup, Answer, Assessment, assess
from panoh.screening.rules.applies import skipped

INSTRUMENTS = screening_instruments()
SURVEY = screening_instrument("ilo_forced_labour_survey_adult")
LABOUR = screening_instrument("ilo_ec_adult_labour")


@dataclass(frozen=True)
class Talk:
    instrument: ScreeningInstrument
    answers: dict[str, Answer]
    age: AgeGroup

    def ids(self) -> list[str]:
        return [each.id for each in (*self.instrument.items, *self.instrument.facts)]

    def unknown(self) -> list[str]:
        """Without an answer, and asked: a question that was skipped is listed by nobody."""
        out = skipped(self.instrument, self.answers)
        unknown = [id_ for id_ in self.ids() if self.answers.get(id_, Answer.UNKNOWN) is Answer.UNKNOWN]
        return [id_ for id_ in unknown if id_ not in out]

    def with_yes(self, *ids: str) -> Assessment:
        answers = {**self.answers, **dict.fromkeys(ids, Answer.YES)}
        unknown = Answer.UNKNOWN
        return assess(
            self.instrument,
            answers,
            age=self.age,
            act_recorded=answers.get("act", unknown),
            sexual_use_recorded=answers.get("sexual_use", unknown),
        )


@st.composite
def talks(draw: st.DrawFn, *, few_unknown: bool = False) -> Talk:
    """Mostly noes where few are to stay unknown, so that little is left within reach."""
    instrument = draw(st.sampled_from(INSTRUMENTS))
    ids = [each.id for each in (*instrument.items, *instrument.facts)]
    answers = dict.fromkeys(ids, Answer.NO if few_unknown else Answer.UNKNOWN)
    chosen = draw(st.lists(st.sampled_from(ids), max_size=10, unique=True))
    kinds = [Answer.YES, Answer.UNKNOWN, Answer.UNKNOWN] if few_unknown else [Answer.YES, Answer.YES, Answer.NO]
    answers |= {id_: draw(st.sampled_from(kinds)) for id_ in chosen}
    return Talk(instrument, answers, draw(st.sampled_from(AgeGroup)))


def positive(found: Assessment, dimension: str) -> bool:
    return next(each.positive for each in found.dimensions if each.dimension.code == dimension)


@settings(max_examples=80, deadline=None)
@given(talks() | talks(few_unknown=True))
def test_a_yes_does_what_is_said_of_it(talk: Talk) -> None:
    now = talk.with_yes()

    for question in now.still_open:
        after = talk.with_yes(question.id)
        assert after.finding.code == (question.becomes or now.finding).code
        if question.dimension:
            assert question.makes_positive is (
                positive(after, question.dimension) and not positive(now, question.dimension)
            )


@settings(max_examples=80, deadline=None)
@given(talks() | talks(few_unknown=True))
def test_only_questions_without_an_answer_are_listed_and_each_once(talk: Talk) -> None:
    listed = [question.id for question in talk.with_yes().still_open]

    assert set(listed) <= set(talk.unknown())
    assert len(listed) == len(set(listed))


@settings(max_examples=80, deadline=None)
@given(talks() | talks(few_unknown=True))
def test_a_question_that_is_not_listed_changes_nothing_alone(talk: Talk) -> None:
    now = talk.with_yes()
    listed = {question.id for question in now.still_open}

    for id_ in set(talk.unknown()) - listed:
        after = talk.with_yes(id_)
        assert (after.finding.code, after.positive) == (now.finding.code, now.positive)


@settings(max_examples=120, deadline=None)
@given(talks(few_unknown=True))
def test_two_questions_that_only_together_change_something_are_both_listed(talk: Talk) -> None:
    now = talk.with_yes()
    listed = {question.id for question in now.still_open}

    for pair in combinations(talk.unknown(), 2):
        together = talk.with_yes(*pair)
        each_alone = [talk.with_yes(one) for one in pair]
        for what in (lambda found: found.finding.code, lambda found: found.positive):
            if what(together) not in {what(now), *map(what, each_alone)} and set(pair) - listed:
                raise AssertionError(f"{pair} hidden: {set(pair) - listed}")


@settings(max_examples=60, deadline=None)
@given(talks() | talks(few_unknown=True), st.data())
def test_with_as_many_more_as_are_said_to_be_needed_it_tips_the_dimension(talk: Talk, data: st.DataObject) -> None:
    questions = [each for each in talk.with_yes().still_open if each.still_needed is not None]
    if not questions:
        return
    question = data.draw(st.sampled_from(questions))
    others = [
        item.id
        for item in talk.instrument.items_of(question.dimension)
        if item.id in set(talk.unknown()) - {question.id}
    ]

    def tips(more: tuple[str, ...]) -> bool:
        return not positive(talk.with_yes(*more), question.dimension) and positive(
            talk.with_yes(*more, question.id), question.dimension
        )

    fewest = next(size for size in range(4) if any(tips(more) for more in combinations(others, size)))
    assert fewest == question.still_needed


def test_a_penalty_that_counts_only_beside_another_dimension_is_not_hidden() -> None:
    """No penalty of recruitment and no involuntariness of leaving is left: neither dimension can turn any more."""
    answers = {item.id: Answer.NO for item in SURVEY.items}
    talk = Talk(SURVEY, answers | {"UR.05": Answer.UNKNOWN, "IL.PM.02": Answer.UNKNOWN}, AgeGroup.ADULT)

    listed = {question.id: question for question in talk.with_yes().still_open}

    assert set(listed) == {"UR.05", "IL.PM.02"}
    assert not listed["IL.PM.02"].changes_outcome
    assert talk.with_yes("UR.05", "IL.PM.02").outcome == "FORCED_LABOUR_POSSIBLE"


def test_it_is_said_what_the_finding_would_become() -> None:
    yes = ["AL.EX.excessive_hours", "AL.EX.low_salary", "AL.CD.documents", "AL.CD.isolation"]
    talk = Talk(LABOUR, dict.fromkeys(yes, Answer.YES), AgeGroup.ADULT)

    act = talk.with_yes().ask_next

    assert act is not None
    assert (act.id, act.becomes and act.becomes.code) == ("act", "TIP_INDICATED")
