"""How people come into a story, how time passes in it, and the steps of the procedure that no act takes yet."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from django.conf import settings

from panoh.identification.rules.reasons import STEPS, STEPS_OF_REVIEW
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Step
from panoh.registry.actions import PersonGiven, open_case, register_person, take_step
from panoh.registry.models import Case, Officer
from tests.journeys.ways import ADULT, CHILD, COERCED, NOTHING_FOUND
from tests.proof.repertoire import Given
from tests.proof.world import World

ALONE = frozenset({"private_place", "independent_interpreter"})
TAKEN_BY_ACTS = {
    *("screen", "refer", "refer_child", "record_refusal", "take_in", "open_formal_decision"),
    *STEPS.values(),
    "ask_for_reconsideration",
    *STEPS_OF_REVIEW.values(),
}
WAITS = (timedelta(hours=3), timedelta(days=1), timedelta(days=6), timedelta(days=31), timedelta(days=200))


def somebody(dice: Random) -> PersonGiven:
    """An adult, a child or somebody whose age nobody knows; of any nationality, or of none that is known."""
    born = dice.choice((1985, 1998, 2013, None))
    return PersonGiven(
        names=((f"Канареева {dice.randrange(10_000)}", "spoken"),),
        sex=dice.choice(("female", "female", "male", "unknown")),
        born_from=born,
        born_to=born,
        nationality=dice.choice(("TJ", "UZ", "", "CN")),
        documents=(("passport", f"DEMO {dice.randrange(10**7)}"),),
        contact="through her sister, mornings",
    )


def comes(*, given: PersonGiven, to: str, by: Officer, at: Any) -> Case:
    """Met, written down and screened; now and then the case is only opened."""
    person = register_person(given=given, by=by, at=at)
    case = open_case(person=person, track=given.track(at.date()), by=by, at=at)
    return take_step(case=case, step="screen", to=to, met=ALONE, by=by, at=at) if to else case


def coming(world: World, dice: Random, by: Officer) -> Given:
    return {"given": somebody(dice), "to": dice.choice(("presumed",) * 5 + ("screened_negative", ""))}


def interviewed(*, given: PersonGiven, answers: dict[str, str], by: Officer, at: Any) -> Case:
    """The whole interview: agreement, particulars, answers, words, finding."""
    from tests.journeys import ways

    return ways.interviewed(given, answers=answers, by=by, at=at).case


def interview(world: World, dice: Random, by: Officer) -> Given:
    return {"given": somebody(dice), "answers": dice.choice((COERCED, COERCED, NOTHING_FOUND))}


def step_of_the_procedure(world: World, dice: Random, by: Officer) -> Given:
    """One that leads on from where the case stands, or any other; with all it asks for, or with something missing."""
    case = world.case(dice)
    if case is None:
        return None
    procedure = countries.procedure(settings.COUNTRY)
    free = [step for step in procedure.steps if step.key not in TAKEN_BY_ACTS]
    here = [step for step in free if procedure.state(case.state).code in step.from_states]
    step = dice.choice(here) if here and dice.random() < 0.9 else dice.choice(free)
    met = step.preconditions if dice.random() < 0.7 else [key for key in step.preconditions if dice.random() < 0.5]
    return {
        "case": case,
        "step": step.key,
        "met": frozenset(met),
        "signatures": dice.choice((1, 2, 2)),
        "decided_before": dice.random() < 0.2,
        "to": _where(step, dice),
    }


def _where(step: Step, dice: Random) -> str:
    """Where the step leaves a choice, one of the ways it may lead."""
    return "" if step.resumes or len(step.to) < 2 else dice.choice(step.to)


__all__ = ["ADULT", "CHILD", "WAITS", "comes", "coming", "interview", "interviewed", "step_of_the_procedure"]
