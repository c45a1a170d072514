"""Proofs about the shape of a procedure: no dead ends, one owner for each step, clocks that escalate."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Means, Procedure
from panoh.registry.rules.paths import paths
from panoh.registry.rules.proof import Breach, titled, way_to


def unreachable(procedure: Procedure) -> Iterator[Breach]:
    found = paths(procedure)
    for state in procedure.states:
        if state.code not in found:
            yield Breach((state.code,), f"No step leads to {titled(procedure, state.code)}.")


def dead_ends(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        leaves = any(set(step.to) - {state.code} for step in procedure.steps_from(state.code))
        if state.kind != "end" and not leaves:
            way = way_to(procedure, state.code)
            yield Breach(way, f"No step leads out of {titled(procedure, state.code)}: whoever is there stays there.")


def pauses_that_do_not_lead_back(procedure: Procedure) -> Iterator[Breach]:
    """Whoever was paused comes back to where they stood, and nobody is moved elsewhere by coming back."""
    for pause in (state.code for state in procedure.states if state.means is Means.PAUSE):
        paused = {code for step in procedure.steps if pause in step.to for code in step.from_states}
        back = {code for step in procedure.steps_from(pause) if step.resumes for code in step.to}
        for code in sorted(paused ^ back):
            turn = "cannot be resumed" if code in paused else "was never paused but can be resumed into"
            yield Breach((code, pause), f"A case at {titled(procedure, code)} {turn}.")


def never_closed(procedure: Procedure) -> Iterator[Breach]:
    ends = [state for state in procedure.states if state.means is Means.CLOSED]
    if not any(state.code in paths(procedure) for state in ends):
        yield Breach((), "No case can ever be closed.")


def no_single_owner(procedure: Procedure) -> Iterator[Breach]:
    posts = {role.key for role in procedure.roles if role.post}
    for step in procedure.steps:
        if step.owner not in posts:
            way = way_to(procedure, step.from_states[0])
            owner = step.owner or "nobody"
            yield Breach(way, f"Step {step.id} ({step.name.en}) belongs to {owner}, which is no post in the mechanism.")


def clocks_without_escalation(procedure: Procedure) -> Iterator[Breach]:
    posts = {role.key for role in procedure.roles if role.post}
    for clock in procedure.clocks:
        way = way_to(procedure, clock.starts_on[0]) if clock.starts_on else ()
        if clock.on_missing != "escalate":
            yield Breach(way, f"Missing {clock.key} would {clock.on_missing} the case; it may only escalate.")
        elif clock.escalates_to not in posts:
            yield Breach(way, f"When the clock {clock.key} runs out nobody is told: {clock.escalates_to!r} is no post.")


def clocks_that_tell_the_late(procedure: Procedure) -> Iterator[Breach]:
    """A limit on a decision must be told to someone other than the body that is late."""
    deciding = {Means.POSITIVE, Means.NEGATIVE}
    for step in procedure.steps:
        if not step.clock or not any(procedure.state(code).means in deciding for code in step.to):
            continue
        if procedure.clock(step.clock).escalates_to == step.owner:
            way = way_to(procedure, step.from_states[0])
            yield Breach(way, f"The clock {step.clock} would tell only {step.owner}, whose decision is late.")
