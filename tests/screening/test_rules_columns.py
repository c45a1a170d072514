"""One rule, two shapes: for every instrument and any answers the columns say, row by row, what the scalar rule says."""

from __future__ import annotations

from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instrument, screening_instruments
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.columns import FINDINGS, ColumnRule, UnknownAnswer, UnusableColumn
from panoh.screening.rules.urgency import Asks, triage
from tests.screening.invented_answers import ON, Row, batch_of, invented_instrument, person, rows

SEEDS = st.integers(0, 2**32)
TEXTS = st.sampled_from([each.id for each in screening_instruments()])


def scalar(instrument: ScreeningInstrument, row: Row) -> dict[str, Any]:
    """What the rule for one person says, under the names of the columns."""
    age = AgeGroup(row["age"]) if row["age"] in set(AgeGroup) else AgeGroup.UNKNOWN
    found = assess(instrument, row, age=age, act_recorded=row["act"], sexual_use_recorded=row["sexual_use"])
    place = triage(person(row), Asks.all_of((instrument,)), on=ON)
    assert place.outcome == found.outcome
    return {
        "urgency": place.urgency,
        "outcome": found.outcome,
        "reasons": " ".join(place.because),
        "presumed": found.presumed,
        "act_shown": found.act_shown,
        "positive": " ".join(found.positive),
        "provisional": found.provisional,
        "signs": sum(row[item.id] is Answer.YES for item in instrument.items),
        "unanswered": found.unanswered,
        "may_still_change": found.may_still_change,
    }


@pytest.mark.parametrize("instrument", screening_instruments(), ids=lambda each: each.id)
@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(1, 24))
def test_both_shapes_of_every_published_instrument_say_the_same(instrument, seed, people):
    random = Random(seed)
    list_ = rows(instrument, random, people)

    columns = ColumnRule(instrument)(batch_of(list_, random)).to_pylist()

    assert columns == [scalar(instrument, row) for row in list_]


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_both_shapes_of_any_text_in_the_data_language_say_the_same(seed):
    random = Random(seed)
    instrument = invented_instrument(random)
    list_ = rows(instrument, random, 12)

    columns = ColumnRule(instrument)(batch_of(list_, random)).to_pylist()

    assert columns == [scalar(instrument, row) for row in list_]


@settings(max_examples=40, deadline=None)
@given(SEEDS, TEXTS)
def test_a_column_that_is_not_there_is_a_question_nobody_was_asked(seed, text):
    instrument, random = screening_instrument(text), Random(seed)
    list_ = rows(instrument, random, 9)
    absent = frozenset(random.sample(list(list_[0]), random.randint(1, len(list_[0]))))

    columns = ColumnRule(instrument)(batch_of(list_, random, leave_out=absent)).to_pylist()

    not_asked = {name: None if name == "age" else Answer.UNKNOWN for name in absent}
    assert columns == [scalar(instrument, row | not_asked) for row in list_]


@settings(max_examples=40, deadline=None)
@given(SEEDS, TEXTS)
def test_where_a_list_is_cut_and_in_which_order_it_stands_changes_nothing(seed, text):
    instrument, random = screening_instrument(text), Random(seed)
    list_ = rows(instrument, random, 40)
    rule, batch = ColumnRule(instrument), batch_of(list_, random)
    whole = rule(batch).to_pylist()

    cut = random.randint(0, 40)
    order = random.sample(range(40), 40)

    assert [*rule(batch.slice(0, cut)).to_pylist(), *rule(batch.slice(cut)).to_pylist()] == whole
    assert rule(batch_of([list_[place] for place in order], random)).to_pylist() == [whole[place] for place in order]
    chunks = pa.Table.from_batches([batch.slice(0, cut), batch.slice(cut)]).to_batches()
    assert [row for chunk in chunks for row in rule(chunk).to_pylist()] == whole


@settings(max_examples=60, deadline=None)
@given(SEEDS, TEXTS)
def test_a_yes_where_nothing_was_known_lowers_nothing(seed, text):
    instrument, random = screening_instrument(text), Random(seed)
    before = rows(instrument, random, 30)
    after = [_one_more_yes(row, random) for row in before]

    pairs = zip(*(ColumnRule(instrument)(batch_of(each, random)).to_pylist() for each in (before, after)), strict=True)

    for was, became in pairs:
        assert became["urgency"] >= was["urgency"]
        assert became["presumed"] >= was["presumed"]
        assert set(became["positive"].split()) >= set(was["positive"].split())
        assert became["outcome"] == was["outcome"] or was["may_still_change"]


def _one_more_yes(row: Row, random: Random) -> Row:
    open_ = [name for name, answer in row.items() if answer is Answer.UNKNOWN]
    return row | dict.fromkeys(random.sample(open_, min(1, len(open_))), Answer.YES)


@settings(max_examples=60, deadline=None)
@given(SEEDS, TEXTS)
def test_where_one_open_question_can_change_the_outcome_the_outcome_may_still_change(seed, text):
    instrument = screening_instrument(text)
    for row in rows(instrument, Random(seed), 5):
        found = assess(instrument, row, age=AgeGroup.ADULT, act_recorded=row["act"])

        assert found.may_still_change >= any(question.changes_outcome for question in found.still_open)


def test_of_somebody_nobody_has_asked_anything_may_still_come_out():
    for instrument in screening_instruments():
        nothing = pa.RecordBatch.from_pydict({"age": pa.array(["adult", None])})

        assert ColumnRule(instrument)(nothing).column("may_still_change").to_pylist() == [True, True]


def test_no_people_come_out_as_no_people():
    instrument = screening_instruments()[0]

    for kind in (pa.int8(), pa.bool_(), pa.string(), pa.null()):
        empty = pa.RecordBatch.from_arrays([pa.array([], kind)], names=[instrument.items[0].id])
        assert ColumnRule(instrument)(empty).num_rows == 0
    assert ColumnRule(instrument)(empty).schema == FINDINGS


@pytest.mark.parametrize(
    ("values", "row", "written"),
    [
        (pa.array([1, 0, None, 9], pa.int8()), 3, "9"),
        (pa.array([1, 300, 7], pa.int64()), 1, "300"),
        (pa.array([0, 255], pa.uint8()), 1, "255"),
        (pa.array(["yes", "maybe", "perhaps"]), 1, "maybe"),
        (pa.array(["no", None, "yes!"]).dictionary_encode(), 2, "yes!"),
        (pa.array([9, 1, -2], pa.int8()).slice(1), 1, "-2"),
    ],
)
def test_what_is_no_answer_is_an_error_with_its_row_and_never_a_no(values, row, written):
    instrument = screening_instrument("ilo_ec_adult_labour")
    name = instrument.items[3].id

    with pytest.raises(UnknownAnswer) as refused:
        ColumnRule(instrument)(pa.RecordBatch.from_arrays([values], names=[name]))

    assert (refused.value.column, refused.value.row, refused.value.written) == (name, row, written)


def test_what_lies_under_a_missing_value_is_never_read():
    instrument = screening_instrument("ilo_forced_labour")
    buffers = [pa.py_buffer(bytes([0b0010])), pa.py_buffer(bytes([9, 1, 77, 1]))]
    hidden = pa.Array.from_buffers(pa.int8(), 4, buffers)

    found = ColumnRule(instrument)(pa.RecordBatch.from_arrays([hidden], names=[instrument.items[0].id]))

    assert found.column("signs").to_pylist() == [0, 1, 0, 0]
    assert found.column("unanswered").to_pylist() == [11, 10, 11, 11]


def test_a_word_nobody_uses_may_stand_in_the_dictionary():
    instrument = screening_instrument("ilo_forced_labour")
    words = pa.DictionaryArray.from_arrays(pa.array([0, 1, None]), pa.array(["yes", "no", "not a word"]))

    found = ColumnRule(instrument)(pa.RecordBatch.from_arrays([words], names=[instrument.items[0].id]))

    assert found.column("signs").to_pylist() == [1, 0, 0]


@pytest.mark.parametrize("values", [pa.array([1.0, None]), pa.array([ON, None]), pa.array([[1], [0]])])
def test_a_column_of_another_kind_is_refused_by_name(values):
    instrument = screening_instrument("ilo_forced_labour")

    with pytest.raises(UnusableColumn, match=r"FL11\.01"):
        ColumnRule(instrument)(pa.RecordBatch.from_arrays([values], names=["FL11.01"]))
