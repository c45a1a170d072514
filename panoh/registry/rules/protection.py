"""Proofs that help never waits: it is open in every state and asks for nothing but the person's own wish."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.proof import Breach, called, titled, way_to

ALLOWED_CONDITIONS = frozenset({"person_wishes", "guardian_agrees"})
NEVER_ASKED_OF_A_PERSON = frozenset(say.ASKED)


def states_without_help(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        for help_ in procedure.helps:
            if state.code not in help_.states:
                said = say.NO_HELP_HERE.fill(help=help_.name, state=titled(procedure, state.code))
                yield Breach(way_to(procedure, state.code), said)
    if not procedure.helps:
        yield Breach((), say.NO_HELP)


def help_with_conditions(procedure: Procedure) -> Iterator[Breach]:
    """An allow-list: a condition nobody thought of is refused as well."""
    for help_ in procedure.helps:
        for condition in help_.conditions:
            if condition not in ALLOWED_CONDITIONS:
                yield Breach((), say.HELP_DEPENDS.fill(help=help_.name, condition=condition))


def steps_that_ask_testimony(procedure: Procedure) -> Iterator[Breach]:
    for step in procedure.steps:
        for key in step.preconditions:
            asked = procedure.precondition(key).depends_on
            if asked in NEVER_ASKED_OF_A_PERSON:
                said = say.STEP_DEPENDS.fill(step=called(step), asked=say.ASKED[asked])
                yield Breach(way_to(procedure, step.from_states[0]), said)
