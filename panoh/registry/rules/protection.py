"""Proofs that help never waits: it is open in every state and asks for nothing but the person's own wish."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.rules.proof import Breach, titled, way_to

ALLOWED_CONDITIONS = frozenset({"person_wishes", "guardian_agrees"})
NEVER_ASKED_OF_A_PERSON = frozenset(
    {"testimony", "cooperation", "nationality", "papers", "status", "payment", "legal_stay", "complaint"}
)


def states_without_help(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        for help_ in procedure.helps:
            if state.code not in help_.states:
                way = way_to(procedure, state.code)
                yield Breach(way, f"{help_.name.en} cannot be asked for in {titled(procedure, state.code)}.")
    if not procedure.helps:
        yield Breach((), "The procedure opens no help at all.")


def help_with_conditions(procedure: Procedure) -> Iterator[Breach]:
    """An allow-list: a condition nobody thought of is refused as well."""
    for help_ in procedure.helps:
        for condition in help_.conditions:
            if condition not in ALLOWED_CONDITIONS:
                yield Breach((), f"{help_.name.en} would depend on {condition!r}; only the person's wish may decide.")


def steps_that_ask_testimony(procedure: Procedure) -> Iterator[Breach]:
    for step in procedure.steps:
        for key in step.preconditions:
            asked = procedure.precondition(key).depends_on
            if asked in NEVER_ASKED_OF_A_PERSON:
                way = way_to(procedure, step.from_states[0])
                yield Breach(way, f"Step {step.id} ({step.name.en}) would depend on the person's {asked}.")
