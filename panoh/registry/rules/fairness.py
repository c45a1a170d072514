"""Proofs about decisions: two signatures and reasons for a refusal, a decider who does not investigate, a way back."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Means, Procedure, Step
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.proof import Breach, called, role_name, titled, way_to


def refusals_by_one_hand(procedure: Procedure) -> Iterator[Breach]:
    for step, refused in _steps_to(procedure, Means.NEGATIVE):
        if not step.four_eyes:
            way = (*way_to(procedure, step.from_states[0]), refused)
            yield Breach(way, say.ONE_SIGNATURE.fill(step=called(step), state=titled(procedure, refused)))


def decisions_without_reasons(procedure: Procedure) -> Iterator[Breach]:
    for step, reached in _steps_to(procedure, Means.NEGATIVE):
        if "written_reasons" not in step.preconditions:
            way = (*way_to(procedure, step.from_states[0]), reached)
            yield Breach(way, say.NO_REASONS.fill(step=called(step), state=titled(procedure, reached)))


def investigators_who_decide(procedure: Procedure) -> Iterator[Breach]:
    investigating = {role.key for role in procedure.roles if role.investigates}
    if not investigating:
        yield Breach((), say.NOBODY_INVESTIGATES)
    for step in _decisions(procedure):
        for role in sorted({step.owner, *step.stands_in} & investigating):
            way = (*way_to(procedure, step.from_states[0]), step.to[0])
            said = say.INVESTIGATOR_DECIDES.fill(step=called(step), role=role_name(procedure, role))
            yield Breach(way, said)


def decisions_that_cannot_help(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        if state.means in (Means.PENDING, Means.REVIEW):
            steps = procedure.steps_from(state.code)
            if not any(_leads_to(procedure, step, Means.POSITIVE) for step in steps):
                said = say.ENDS_IN_REFUSAL.fill(state=titled(procedure, state.code))
                yield Breach(way_to(procedure, state.code), said)


def refusals_without_return(procedure: Procedure) -> Iterator[Breach]:
    for state in procedure.states:
        if state.means is not Means.NEGATIVE:
            continue
        ways = [step for step in procedure.steps_from(state.code) if _leads_to(procedure, step, Means.REVIEW)]
        way, here = way_to(procedure, state.code), titled(procedure, state.code)
        if not ways:
            yield Breach(way, say.NO_RECONSIDERATION.fill(state=here))
        elif not any("person" in step.may_ask for step in ways):
            yield Breach(way, say.NOT_BY_THE_PERSON.fill(state=here))


def reviews_by_the_same_hand(procedure: Procedure) -> Iterator[Breach]:
    reviews = {state.code for state in procedure.states if state.means is Means.REVIEW}
    for step in _decisions(procedure):
        if reviews & set(step.from_states) and "other_decider" not in step.preconditions:
            way = (*way_to(procedure, step.from_states[0]), step.to[0])
            yield Breach(way, say.REVIEWS_OWN.fill(step=called(step)))


def _decisions(procedure: Procedure) -> Iterator[Step]:
    """Steps that decide on status: out of a pending state or a review, into a positive or negative one."""
    for step in procedure.steps:
        before = {procedure.state(code).means for code in step.from_states}
        after = {procedure.state(code).means for code in step.to}
        if before & {Means.PENDING, Means.REVIEW} and after & {Means.POSITIVE, Means.NEGATIVE}:
            yield step


def _steps_to(procedure: Procedure, means: Means) -> Iterator[tuple[Step, str]]:
    """Steps into such a state. Coming back from a pause decides nothing and does not count."""
    for step in procedure.steps:
        for code in step.to:
            if procedure.state(code).means is means and not step.resumes:
                yield step, code


def _leads_to(procedure: Procedure, step: Step, means: Means) -> bool:
    return any(procedure.state(code).means is means for code in step.to)
