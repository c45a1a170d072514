"""Proofs about the shape of a procedure: no dead ends, one owner for each step, clocks that escalate."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Means, Procedure
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.paths import paths
from panoh.registry.rules.proof import Breach, called, role_name, titled, way_to


def unreachable(procedure: Procedure) -> Iterator[Breach]:
    found = paths(procedure)
    for state in procedure.states:
        if state.code not in found:
            yield Breach((state.code,), say.UNREACHABLE.fill(state=titled(procedure, state.code)))


def dead_ends(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        leaves = any(set(step.to) - {state.code} for step in procedure.steps_from(state.code))
        if state.kind != "end" and not leaves:
            yield Breach(way_to(procedure, state.code), say.DEAD_END.fill(state=titled(procedure, state.code)))


def pauses_that_do_not_lead_back(procedure: Procedure) -> Iterator[Breach]:
    """Whoever was paused comes back to where they stood, and nobody is moved elsewhere by coming back."""
    for pause in (state.code for state in procedure.states if state.means is Means.PAUSE):
        paused = {code for step in procedure.steps if pause in step.to for code in step.from_states}
        back = {code for step in procedure.steps_from(pause) if step.resumes for code in step.to}
        for code in sorted(paused ^ back):
            turn = say.NOT_RESUMED if code in paused else say.NEVER_PAUSED
            yield Breach((code, pause), turn.fill(state=titled(procedure, code)))


def never_closed(procedure: Procedure) -> Iterator[Breach]:
    ends = [state for state in procedure.states if state.means is Means.CLOSED]
    if not any(state.code in paths(procedure) for state in ends):
        yield Breach((), say.NEVER_CLOSED)


def no_single_owner(procedure: Procedure) -> Iterator[Breach]:
    posts = {role.key for role in procedure.roles if role.post}
    for step in procedure.steps:
        if step.owner not in posts:
            owner = role_name(procedure, step.owner)
            yield Breach(way_to(procedure, step.from_states[0]), say.NO_POST.fill(step=called(step), role=owner))


def clocks_without_escalation(procedure: Procedure) -> Iterator[Breach]:
    posts = {role.key for role in procedure.roles if role.post}
    for clock in procedure.clocks:
        way = way_to(procedure, clock.starts_on[0]) if clock.starts_on else ()
        if clock.on_missing != "escalate":
            does = say.CLOCK_DOES.get(clock.on_missing) or say.CLOCK_DOES_ELSE.fill(what=clock.on_missing)
            yield Breach(way, say.CLOCK_ACTS.fill(clock=clock.name, does=does))
        elif clock.escalates_to not in posts:
            role = role_name(procedure, clock.escalates_to)
            yield Breach(way, say.CLOCK_UNTOLD.fill(clock=clock.name, role=role))


def clocks_that_tell_the_late(procedure: Procedure) -> Iterator[Breach]:
    """A limit on a decision must be told to someone other than the body that is late."""
    deciding = {Means.POSITIVE, Means.NEGATIVE}
    for step in procedure.steps:
        if not step.clock or not any(procedure.state(code).means in deciding for code in step.to):
            continue
        clock = procedure.clock(step.clock)
        if clock.escalates_to == step.owner:
            said = say.CLOCK_TELLS_THE_LATE.fill(clock=clock.name, role=role_name(procedure, step.owner))
            yield Breach(way_to(procedure, step.from_states[0]), said)
