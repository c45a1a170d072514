"""Proofs that a child is treated as a child: no adult consent in the way, and no door that only an adult may close."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Means, Procedure, Step
from panoh.registry.rules.paths import paths, serves_child
from panoh.registry.rules.proof import Breach, titled


def children_stopped_by_consent(procedure: Procedure) -> Iterator[Breach]:
    """Where a child stands before a step for adults, another step for children must lead to the same place."""
    ways = paths(procedure, serves_child)
    for step in procedure.steps:
        if serves_child(step) or step.declines:
            continue
        for here in step.from_states:
            for there in step.to:
                if here in ways and not _child_step(procedure, here, there):
                    sentence = f"At {titled(procedure, here)} a child cannot go on to {titled(procedure, there)}: "
                    yield Breach((*ways[here], there), f"{sentence}step {step.id} is only for adults.")


def children_who_decline(procedure: Procedure) -> Iterator[Breach]:
    ways = paths(procedure, serves_child)
    for state in procedure.states:
        if state.means is Means.OWN_CHOICE and state.code in ways:
            sentence = f"A child can come to {titled(procedure, state.code)}, which is an adult's choice."
            yield Breach(ways[state.code], sentence)


def declining_open_to_children(procedure: Procedure) -> Iterator[Breach]:
    """The same promise seen from the step, so that renaming the state cannot hide it."""
    ways = paths(procedure, serves_child)
    for step in procedure.steps:
        reached = next((ways[code] for code in step.from_states if code in ways), None)
        if step.declines and serves_child(step) and reached:
            yield Breach(reached, f"Step {step.id} ({step.name.en}) would let a child decline protection.")


def declining_marked(procedure: Procedure) -> Iterator[Breach]:
    """A step into an adult's own choice is marked so, and leads nowhere else."""
    for step in procedure.steps:
        own = {code for code in step.to if procedure.state(code).means is Means.OWN_CHOICE}
        if bool(own) != step.declines or (own and own != set(step.to)):
            sentence = f"Step {step.id} mixes an adult's own choice with other things."
            yield Breach((step.from_states[0], *step.to), sentence)


def _child_step(procedure: Procedure, here: str, there: str) -> Step | None:
    return next((step for step in procedure.steps_from(here) if there in step.to and serves_child(step)), None)
