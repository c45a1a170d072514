"""Two officers planning at the same moment: one plans, the other is told."""

from __future__ import annotations

from datetime import date

from panoh.screening.actions import plan_second_look
from tests.conftest import NOON
from tests.journeys import ways


def test_two_officers_planning_at_once_make_one_plan(at_once, cast):
    case = ways.interviewed(ways.MAN, by=cast.zarina, at=NOON, answers=ways.NOTHING_FOUND).case

    def plan():
        return plan_second_look(case=case, on=date(2026, 12, 1), why="trust", by=cast.zarina, at=NOON)

    came = at_once(plan, plan)

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "SecondLook"]
