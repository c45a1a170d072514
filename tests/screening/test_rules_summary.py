"""Several findings on one person: the gravest first, differences named, and a presumption that nothing takes away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from panoh.screening.rules import Answer
from panoh.screening.rules.summary import Summary, Talk, summary

DAY = datetime(2026, 11, 1, 9, tzinfo=UTC)
ORDER = ("TRAFFICKING_INDICATED", "TRAFFICKING_POSSIBLE", "FORCED_LABOUR_INDICATED")


def talk(name: str, day: int, *, presumed: bool, labels: tuple[str, ...] = (), line: int = 0, **answers: str) -> Talk:
    at = DAY + timedelta(days=day)
    given = {question: Answer(answer) for question, answer in answers.items()}
    return Talk(name, at, presumed, at if presumed else None, labels, line, given)


def summed(*talks: Talk) -> Summary:
    return summary(talks, order=ORDER, questions=("act", "irregular_border"))


def test_the_gravest_comes_first_whatever_came_last() -> None:
    possible = talk("possible", 1, presumed=True, labels=("TRAFFICKING_POSSIBLE",))
    indicated = talk("indicated", 0, presumed=True, labels=("TRAFFICKING_INDICATED", "FORCED_LABOUR_INDICATED"))
    nothing = talk("nothing", 9, presumed=False)

    assert [each.id for each in summed(nothing, possible, indicated).talks] == ["indicated", "possible", "nothing"]


def test_a_later_nothing_found_leaves_the_presumption_standing() -> None:
    found = summed(talk("first", 0, presumed=True), talk("later", 5, presumed=False))

    assert (found.presumed_since, found.findings_differ) == (DAY, True)


def test_a_presumption_that_a_correction_overtook_still_counts() -> None:
    corrected = Talk("corrected", DAY + timedelta(days=2), False, DAY, (), 0, {})

    assert summed(corrected).presumed_since == DAY


def test_differing_answers_are_named_in_the_order_of_time_and_unknown_differs_from_nothing() -> None:
    talks = (
        talk("b", 4, presumed=True, act="yes", irregular_border="unknown"),
        talk("a", 1, presumed=True, act="yes", irregular_border="yes"),
        talk("c", 2, presumed=True, act="no"),
    )

    (differing,) = summed(*talks).differing

    assert (differing.question, differing.yes, differing.no) == ("act", ("a", "b"), ("c",))


def test_without_a_presumption_there_is_no_day_of_one() -> None:
    assert summed(talk("only", 0, presumed=False)).presumed_since is None
