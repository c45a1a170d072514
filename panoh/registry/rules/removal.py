"""Proofs that nobody who may be a victim is removed or detained: only the person's own, safe return leads out of the country."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import ChildRule, Means, Procedure, Step
from panoh.registry.rules.proof import Breach, titled, way_to

SAFEGUARDS = ("return_voluntary", "return_risk_assessed", "receiving_body_named")
"""What stands before a return (nrm-procedure T19): the person's wish said alone, its risks for them, who receives them."""


def without_the_persons_wish(procedure: Procedure) -> Iterator[Breach]:
    """A return without its safeguards, and any step that lies with whoever removes and detains people: such a step could be
    nothing else, whatever it is called."""
    removing = {role.key for role in procedure.roles if role.removes}
    if not removing:
        yield Breach((), "No role is marked as removing people, so nothing keeps it apart from the procedure.")
    for step in procedure.steps:
        yield from _unsafe_returns(procedure, step)
        for role in sorted({step.owner, *step.stands_in} & removing):
            way = way_to(procedure, step.from_states[0])
            yield Breach(way, f"Step {step.id} ({step.name.en}) lies with {role}, who removes and detains people.")


def _unsafe_returns(procedure: Procedure, step: Step) -> Iterator[Breach]:
    """Coming back from a pause returns nobody and does not count."""
    for code in () if step.resumes else step.to:
        if procedure.state(code).means is not Means.RETURN:
            continue
        way = (*way_to(procedure, step.from_states[0]), code)
        for key in SAFEGUARDS:
            if key not in step.preconditions:
                yield Breach(way, f"Step {step.id} leads to {titled(procedure, code)} without {key!r}.")
        if step.child not in (ChildRule.BEST_INTERESTS, ChildRule.UNAVAILABLE):
            yield Breach(
                way, f"Step {step.id} leads a child to {titled(procedure, code)} without their best interests."
            )
