"""Signs are three-valued, and no group so small that somebody could be told by it is shown apart."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panoh.instruments.prevention import populations, site_interview
from panoh.prevention.rules.findings import LEAST, Interview, by_group, signs, tallies
from panoh.screening.models import Operation
from panoh.statistics.rules.values import SMALL

QUESTIONS = site_interview().questions
FREE = {each.key: "no" for each in QUESTIONS}


def asked(many: int, role: str = "pupil", **answers: str) -> list[Interview]:
    return [Interview("site", {"role": role, "sex": "female"}, FREE | answers) for _ in range(many)]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"called_up": "yes", "lose_place": "yes"}, "yes"),
        ({"called_up": "yes"}, "no"),
        ({"lose_place": "yes"}, "no"),
        ({"called_up": "yes", "lose_place": "unknown"}, "unknown"),
        ({"called_up": "unknown", "lose_place": "unknown"}, "unknown"),
        ({"children_work": "yes", "lessons_missed": "yes"}, "no"),
        ({}, "no"),
    ],
)
def test_signs_are_work_not_chosen_with_a_penalty_behind_it(answers, found):
    assert signs(FREE | answers, QUESTIONS) == found


def test_what_nobody_asked_is_not_known_and_never_no():
    assert signs({}, QUESTIONS) == "unknown"


def test_too_few_people_are_not_shown_at_all():
    assert tallies(asked(LEAST - 1, called_up="yes"), QUESTIONS) == ()


def test_a_tally_keeps_those_who_did_not_know_apart():
    found = {each.question: each for each in tallies([*asked(10, debt="yes"), *asked(4, debt="unknown")], QUESTIONS)}

    assert (found["debt"].yes, found["debt"].no, found["debt"].unknown, found["debt"].answered) == (10, 0, 4, 10)


def test_small_groups_are_shown_together():
    found = by_group([*asked(30), *asked(6, "student"), *asked(5, "staff")], QUESTIONS, lambda each: each["role"])

    assert [(each.group, each.people) for each in found] == [("pupil", 30), ("", 11)]


def test_one_small_group_beside_one_large_one_is_not_told_by_taking_one_from_the_other():
    assert by_group([*asked(30), *asked(3, "staff")], QUESTIONS, lambda each: each["role"]) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 25), max_size=7))
def test_whatever_the_groups_none_shown_is_small_and_all_are_in_one(sizes):
    found = by_group(
        [each for role, many in enumerate(sizes) for each in asked(many, str(role))],
        QUESTIONS,
        lambda each: each["role"],
    )

    assert all(each.people >= LEAST for each in found)
    assert not found or sum(each.people for each in found) == sum(sizes)


def test_small_is_what_it_is_for_published_figures():
    assert LEAST == SMALL


def test_populations_are_counted_by_kinds_of_operation_there_are():
    assert {kind for each in populations() for kind in each.kinds} <= set(Operation.Kind.values)
