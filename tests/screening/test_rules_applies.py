"""A question is left out only where what it hangs on was answered no; left out is unknown, never no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instrument
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.applies import skipped, still_to_ask
from panoh.screening.rules.path import Standing, pages_to_ask, question_pages, where_to_go_on

HARVEST = screening_instrument("tj_returnees_and_harvest")
LEAD, AFTER = "TJR.work", "TJR.harvest_pressure"


def asks(conditions: dict[str, Condition]) -> ScreeningInstrument:
    """The adult labour set, with some of its questions on a condition."""
    one = screening_instrument("ilo_ec_adult_labour")
    items = (replace(item, ask_if=conditions.get(item.id)) for item in one.items)
    return replace(one, items=tuple(items))


@pytest.mark.parametrize(
    ("lead", "left_out"), [(Answer.NO, {AFTER}), (Answer.YES, set()), (Answer.UNKNOWN, set()), (None, set())]
)
def test_only_a_no_leaves_a_question_out(lead: Answer | None, left_out: set[str]) -> None:
    assert skipped(HARVEST, {LEAD: lead} if lead else {}) == left_out


def test_a_yes_given_before_is_never_left_out() -> None:
    answers = {LEAD: Answer.NO, AFTER: Answer.YES}

    assert skipped(HARVEST, answers) == frozenset()
    assert assess(HARVEST, answers, age=AgeGroup.ADULT).outcome == "FULL_INTERVIEW_DUE"


def test_what_was_left_out_is_unknown_and_nothing_to_ask() -> None:
    answers = {item.id: Answer.NO for item in HARVEST.items if item.id != AFTER}
    found = assess(HARVEST, answers, age=AgeGroup.ADULT)

    assert (found.outcome, found.unanswered, found.still_open) == ("NONE_RECORDED", 0, ())
    assert still_to_ask(HARVEST, answers) == frozenset()


def test_what_hangs_on_a_question_left_out_is_left_out_too() -> None:
    one = asks({"AL.CD.documents": Condition(1, ("act",)), "AL.CD.debt_bondage": Condition(1, ("AL.CD.documents",))})

    assert skipped(one, {"act": Answer.NO}) == {"AL.CD.documents", "AL.CD.debt_bondage"}
    assert skipped(one, {"act": Answer.NO, "AL.CD.documents": Answer.YES}) == frozenset()


def test_a_page_with_nothing_to_ask_falls_away_and_the_others_keep_their_numbers() -> None:
    pages = question_pages(screening_instrument("ilo_ec_adult_labour"))
    one = asks({id_: Condition(1, ("act",)) for id_ in pages[1].ids})

    left = pages_to_ask(one, {"act": Answer.NO})

    assert [page.number for page in left] == [page.number for page in pages if page.number != 2]
    standing = Standing(False, False, True, True, one, {"act": Answer.NO})
    assert where_to_go_on(standing) == ("questions", 3)
