"""A short form never decides alone, and a full interview stays due until one was held."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from panoh.instruments.kinds.screening import ScreeningInstrument, Step
from panoh.instruments.library import screening_instruments
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.two_steps import DUE_WITHIN, StepTaken, full_interview_due

SHORT = [each for each in screening_instruments() if each.step is Step.FIRST]
DAY = datetime(2026, 11, 16, 12)


def taken(*steps: str) -> list[StepTaken]:
    """`sign` and `none` on a short form, `full` in full, an hour apart."""
    return [
        StepTaken(first=step != "full", signs=step == "sign", at=DAY + timedelta(hours=hour))
        for hour, step in enumerate(steps)
    ]


@pytest.mark.parametrize(
    ("steps", "since"),
    [
        ((), None),
        (("none",), None),
        (("sign",), 0),
        (("sign", "none"), 0),
        (("sign", "sign"), 0),
        (("sign", "full"), None),
        (("full", "sign"), 1),
        (("sign", "full", "none"), None),
        (("sign", "full", "sign"), 2),
    ],
)
def test_a_full_interview_is_due_from_the_first_sign_until_one_is_held(
    steps: tuple[str, ...], since: int | None
) -> None:
    due = full_interview_due(taken(*steps))

    assert due == (None if since is None else DAY + timedelta(hours=since) + DUE_WITHIN)


@pytest.mark.parametrize("one", SHORT, ids=lambda each: each.id)
@pytest.mark.parametrize("age", AgeGroup)
@pytest.mark.parametrize("answer", Answer)
def test_a_short_form_presumes_nobody_whatever_is_answered(
    one: ScreeningInstrument, age: AgeGroup, answer: Answer
) -> None:
    found = assess(one, {item.id: answer for item in one.items}, age=age)

    assert found.presumed is False
    assert (
        found.outcome
        == {
            Answer.YES: "FULL_INTERVIEW_DUE",
            Answer.NO: "NONE_RECORDED",
            Answer.UNKNOWN: "NOT_ASSESSED",
        }[answer]
    )


def test_the_short_forms_are_these() -> None:
    assert [each.id for each in SHORT] == [
        "first_line_adult",
        "first_line_child",
        "ilo_forced_labour",
        "tj_returnees_and_harvest",
    ]
