"""Whether one step may be taken now, by this role, for this person; a refusal carries its reason and a way forward."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from panoh.instruments.kinds.procedure import ChildRule, ForWhom, Means, Procedure, State, Step
from panoh.instruments.kinds.source import Words
from panoh.registry.rules import refusals


@dataclass(frozen=True)
class Allowed:
    """The step may be taken. `to` holds the state codes it may lead to (the present one where the step stays)."""

    step: Step
    to: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    reason: Words
    way_forward: Words


@dataclass(frozen=True)
class Asked:
    """Everything the rule looks at. `is_child` is None where the age is in doubt, which counts as a child."""

    procedure: Procedure
    step: Step
    state: State
    role: str
    is_child: bool | None
    consents: frozenset[str]
    met: frozenset[str]
    signatures: int
    investigates: bool
    decided_before: bool
    paused_at: str

    @property
    def child(self) -> bool:
        return self.is_child is not False


def step_allowed(
    procedure: Procedure,
    *,
    step: str,
    state: str,
    role: str,
    is_child: bool | None,
    consents: Collection[str] = (),
    met: Collection[str] = (),
    signatures: int = 1,
    investigates: bool = False,
    decided_before: bool = False,
    paused_at: str = "",
) -> Allowed | Refused:
    """May this step be taken? Names are codes or keys.

    `consents`: purposes the adult agreed to, or for a child `guardian` and `best_interests` where done.
    `met`: preconditions that are true. `signatures`: how many different officers signed. `investigates`: the officer
    investigates the crime in this case. `decided_before`: the officer took the decision now under review.
    `paused_at`: the state a paused case stood in. Resuming leads back there and nowhere else.
    """
    asked = Asked(
        procedure,
        procedure.step(step),
        procedure.state(state),
        role,
        is_child,
        frozenset(consents),
        frozenset(met),
        signatures,
        investigates,
        decided_before,
        procedure.state(paused_at).code if paused_at else "",
    )
    for look in (
        _right_state,
        _came_from_somewhere,
        _right_person,
        _right_role,
        _apart_from_investigation,
        _consent,
        _preconditions,
        _hands,
    ):
        refused = look(asked)
        if refused:
            return refused
    return Allowed(asked.step, _leads_to(asked))


def _right_state(asked: Asked) -> Refused | None:
    if asked.state.code in asked.step.from_states:
        return None
    return Refused(*refusals.wrong_state(asked.procedure, asked.step, asked.state))


def _came_from_somewhere(asked: Asked) -> Refused | None:
    if asked.step.resumes and asked.paused_at not in asked.step.to:
        return Refused(*refusals.NOWHERE_BEFORE)
    return None


def _right_person(asked: Asked) -> Refused | None:
    step = asked.step
    if asked.child and (step.for_whom is ForWhom.ADULT or step.child is ChildRule.UNAVAILABLE):
        return Refused(*refusals.ADULTS_ONLY)
    if not asked.child and step.for_whom is ForWhom.CHILD:
        return Refused(*refusals.CHILDREN_ONLY)
    return None


def _right_role(asked: Asked) -> Refused | None:
    if asked.role in (asked.step.owner, *asked.step.stands_in):
        return None
    return Refused(*refusals.other_owner(asked.procedure, asked.step))


def _apart_from_investigation(asked: Asked) -> Refused | None:
    decides = any(asked.procedure.state(code).means in (Means.POSITIVE, Means.NEGATIVE) for code in asked.step.to)
    return Refused(*refusals.INVESTIGATOR) if decides and not asked.step.resumes and asked.investigates else None


def _consent(asked: Asked) -> Refused | None:
    if asked.child:
        needed = asked.step.child
        if needed in (ChildRule.GUARDIAN, ChildRule.BEST_INTERESTS) and needed.value not in asked.consents:
            return Refused(*refusals.FOR_A_CHILD[needed])
        return None
    for purpose in asked.procedure.purposes:
        if purpose.key in asked.step.consent and purpose.key not in asked.consents:
            return Refused(*refusals.no_consent(purpose))
    return None


def _preconditions(asked: Asked) -> Refused | None:
    if asked.decided_before and "other_decider" in asked.step.preconditions:
        missing = "other_decider"
    else:
        missing = next((key for key in asked.step.preconditions if key not in asked.met), "")
    if not missing:
        return None
    precondition = asked.procedure.precondition(missing)
    return Refused(refusals.not_yet(precondition), precondition.way_forward)


def _hands(asked: Asked) -> Refused | None:
    return Refused(*refusals.SECOND_SIGNATURE) if asked.step.four_eyes and asked.signatures < 2 else None


def _leads_to(asked: Asked) -> tuple[str, ...]:
    if asked.step.resumes:
        return (asked.paused_at,)
    return asked.step.to or (asked.state.code,)
