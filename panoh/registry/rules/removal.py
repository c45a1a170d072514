"""Proofs that nobody who may be a victim is removed or detained: only the person's own, safe return leads out of the country."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import ChildRule, Means, Procedure, Step
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.proof import Breach, called, role_name, titled, way_to


def without_the_persons_wish(procedure: Procedure) -> Iterator[Breach]:
    """A return without its safeguards, and any step that lies with whoever removes and detains people: such a step could be
    nothing else, whatever it is called."""
    removing = {role.key for role in procedure.roles if role.removes}
    if not removing:
        yield Breach((), say.NOBODY_REMOVES)
    for step in procedure.steps:
        yield from _unsafe_returns(procedure, step)
        for role in sorted({step.owner, *step.stands_in} & removing):
            said = say.LIES_WITH_WHO_REMOVES.fill(step=called(step), role=role_name(procedure, role))
            yield Breach(way_to(procedure, step.from_states[0]), said)


def _unsafe_returns(procedure: Procedure, step: Step) -> Iterator[Breach]:
    """Coming back from a pause returns nobody and does not count."""
    for code in () if step.resumes else step.to:
        if procedure.state(code).means is not Means.RETURN:
            continue
        way = (*way_to(procedure, step.from_states[0]), code)
        there = titled(procedure, code)
        for key, safeguard in say.SAFEGUARDS.items():
            if key not in step.preconditions:
                yield Breach(way, say.RETURN_WITHOUT.fill(step=called(step), state=there, safeguard=safeguard))
        if step.child not in (ChildRule.BEST_INTERESTS, ChildRule.UNAVAILABLE):
            yield Breach(way, say.CHILD_RETURNED.fill(step=called(step), state=there))
