"""Whether a step of the procedure may be taken in a case now: asked by pages, and by every act that takes one."""

from __future__ import annotations

from datetime import date

from panoh.instruments.kinds.procedure import ChildRule
from panoh.registry.access import Role
from panoh.registry.beside import Beside
from panoh.registry.models import BestInterests, Case, CaseStep, Officer
from panoh.registry.queries.consents import agreed_in
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import OutOfOrder
from panoh.registry.rules.allowed import Allowed, Refused, step_allowed
from panoh.registry.wording import spoken


def may_take_step(
    case: Case,
    step: str,
    *,
    by: Officer,
    met: frozenset[str] = frozenset(),
    signatures: int = 1,
    decided_before: bool = False,
    on: date | None = None,
) -> Allowed | Refused:
    """What the rule answers from what is on record: state, track, consents, the officer's role. Without a day (`on`) an
    assessment of best interests counts even where its review is overdue: a page shows the door, the act looks again."""
    return step_allowed(
        procedure_of(case),
        step=step,
        state=case.state,
        role=by.role,
        is_child=case.track == Case.Track.CHILD,
        consents=consents_in_force(case) | interests_in_force(case, step, on=on),
        met=met,
        signatures=signatures,
        investigates=by.role == Role.INVESTIGATOR,
        decided_before=decided_before,
        paused_at=_came_from(case),
    )


def require_step(
    case: Case,
    step: str,
    *,
    by: Officer,
    met: frozenset[str] = frozenset(),
    signatures: int = 1,
    decided_before: bool = False,
    on: date | None = None,
) -> Allowed:
    """The same, raising OutOfOrder with reason and way forward."""
    answer = may_take_step(case, step, by=by, met=met, signatures=signatures, decided_before=decided_before, on=on)
    if isinstance(answer, Refused):
        raise OutOfOrder(spoken(answer.reason), spoken(answer.way_forward), subject=f"case:{case.pk}")
    return answer


def consents_in_force(case: Case) -> frozenset[str]:
    """Purposes agreed to and not withdrawn; a guardian's consent counts as the guardian's decision for a child."""
    stand = agreed_in(case).to()
    return frozenset(each.purpose for each in stand) | frozenset(each.giver for each in stand)


def interests_in_force(case: Case, step: str, *, on: date | None) -> frozenset[str]:
    """Whether this step was found to be in the child's best interests, in an assessment that stands."""
    if case.track != Case.Track.CHILD:
        return frozenset()
    stand = (each for each in interests_of(case) if each.replaced_at is None and each.goes_ahead)
    stands = any(each.question == step and (on is None or each.review_on >= on) for each in stand)
    return frozenset({ChildRule.BEST_INTERESTS.value}) if stands else frozenset()


def interests_of(case: Case) -> tuple[BestInterests, ...]:
    """Every assessment of the child's best interests, the newest last."""
    return _INTERESTS.of(case)


def steps_of(case: Case) -> tuple[CaseStep, ...]:
    """Every step the case has taken, the first first."""
    return _STEPS.of(case)


def _came_from(case: Case) -> str:
    """The state the case stood in before the present one: where a paused case goes on."""
    into = (each.from_state for each in reversed(steps_of(case)) if each.to_state == case.state != each.from_state)
    return next(into, "")


_STEPS = Beside(lambda of: CaseStep.objects.filter(case=of).select_related("by__post__desk").order_by("at", "pk"))
_INTERESTS = Beside(lambda of: BestInterests.objects.filter(case=of).order_by("assessed_at", "pk"))
