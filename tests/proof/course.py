"""The course of a case in a story: told of a decision, asking others to look again, pausing, leaving, coming back; its plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from panoh.identification import actions
from panoh.identification.models import Decision
from panoh.protection import actions as protection
from panoh.protection.models import PlanGoal, SupportPlan
from panoh.protection.queries.plan import mark_of_plan
from panoh.registry.models import Officer
from tests.proof.drawing import Draw, Given, in_a_case, on_any, one_of
from tests.proof.world import World


def _decisions() -> Any:
    return Decision.objects.select_related("case__person").order_by("proposed_at", "pk")


def _plans() -> Any:
    return SupportPlan.objects.select_related("case").order_by("drawn_up_at", "pk")


def _adding(world: World, dice: Random, by: Officer) -> Given:
    due = world.now.date() + timedelta(days=dice.choice((30, 30, -1)))
    return on_any("plan", _plans, given=one_of(protection.GoalGiven("work", "a course", None, due)))(world, dice, by)


def _agreeing(world: World, dice: Random, by: Officer) -> Given:
    """Gone through as the plan stands, or as it stood on an older page."""
    drawn = on_any("plan", _plans)(world, dice, by)
    return drawn and {**drawn, "after": dice.choice((mark_of_plan(drawn["plan"]),) * 4 + ("an older page",))}


COURSE: dict[str, tuple[Callable[..., Any], Draw]] = {
    "tells a decision": (
        actions.tell_decision,
        on_any(
            "decision",
            _decisions,
            to_whom=one_of("person", "person", "guardian"),
            way=one_of("in_person"),
            language=one_of("tg"),
            interpreter=one_of("not_needed"),
            outcome=one_of("understood"),
            paper=one_of("would_betray"),
        ),
    ),
    "asks for reconsideration": (
        actions.ask_for_reconsideration,
        in_a_case(asked_by=one_of("person", "guardian"), grounds=one_of("Nobody asked her about the debt.", " ")),
    ),
    "pauses a case": (
        actions.pause_case,
        in_a_case(asked_by_person=one_of(True, False), attempts=one_of(0, 5), risk=one_of("He may look for her.", " ")),
    ),
    "resumes a case": (actions.resume_case, in_a_case(words=one_of("She called.", ""))),
    "records a withdrawal": (
        actions.record_withdrawal,
        in_a_case(effect_explained=one_of(True, True, False), words=one_of("I want to be left alone.")),
    ),
    "comes back": (actions.come_back, in_a_case(words=one_of("She called.", ""))),
    "draws up a plan": (protection.draw_up_plan, in_a_case(wish=one_of("to go home", "to go home", " "))),
    "adds a goal": (protection.add_goal, _adding),
    "closes a goal": (
        protection.close_goal,
        on_any(
            "goal",
            lambda: PlanGoal.objects.select_related("plan__case").order_by("pk"),
            outcome=one_of(*PlanGoal.Outcome.values),
            words=one_of("she sleeps", ""),
        ),
    ),
    "agrees a plan": (protection.agree_plan, _agreeing),
    "reviews a plan": (
        protection.review_plan,
        on_any("plan", _plans, with_person=one_of(True, False), words=one_of("better", " ")),
    ),
    "ends a plan": (protection.end_plan, on_any("plan", _plans, because=one_of("reached", "the moon"))),
}
OF_THE_HOUSE = ("shahlo", "farzona", "parvina")
WHOSE_PLAN = {name: OF_THE_HOUSE for name in COURSE if name.endswith(("plan", "goal"))}
