"""Proofs that a child is treated as a child: no adult consent in the way, and no door that only an adult may close."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Means, Procedure, Step
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.paths import paths, serves_child
from panoh.registry.rules.proof import Breach, called, titled


def children_stopped_by_consent(procedure: Procedure) -> Iterator[Breach]:
    """Where a child stands before a step for adults, another step for children must lead to the same place."""
    ways = paths(procedure, serves_child)
    for step in procedure.steps:
        if serves_child(step) or step.declines:
            continue
        for here in step.from_states:
            for there in step.to:
                if here in ways and not _child_step(procedure, here, there):
                    places = {"here": titled(procedure, here), "there": titled(procedure, there)}
                    yield Breach((*ways[here], there), say.CHILD_STOPPED.fill(**places, step=called(step)))


def children_who_decline(procedure: Procedure) -> Iterator[Breach]:
    ways = paths(procedure, serves_child)
    for state in procedure.states:
        if state.means is Means.OWN_CHOICE and state.code in ways:
            yield Breach(ways[state.code], say.CHILD_DECLINES.fill(state=titled(procedure, state.code)))


def declining_open_to_children(procedure: Procedure) -> Iterator[Breach]:
    """The same promise seen from the step, so that renaming the state cannot hide it."""
    ways = paths(procedure, serves_child)
    for step in procedure.steps:
        reached = next((ways[code] for code in step.from_states if code in ways), None)
        if step.declines and serves_child(step) and reached:
            yield Breach(reached, say.DECLINING_OPEN.fill(step=called(step)))


def declining_marked(procedure: Procedure) -> Iterator[Breach]:
    """A step into an adult's own choice is marked so, and leads nowhere else."""
    for step in procedure.steps:
        own = {code for code in step.to if procedure.state(code).means is Means.OWN_CHOICE}
        if bool(own) != step.declines or (own and own != set(step.to)):
            yield Breach((step.from_states[0], *step.to), say.DECLINING_MIXED.fill(step=called(step)))


def _child_step(procedure: Procedure, here: str, there: str) -> Step | None:
    return next((step for step in procedure.steps_from(here) if there in step.to and serves_child(step)), None)
