"""Opening the formal decision after the recovery period (nrm-procedure T10)."""

from __future__ import annotations

from datetime import datetime

from panoh.identification.actions.held import hold
from panoh.identification.queries.facts import facts
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer


@act
def open_formal_decision(
    *, case: Case, asked_by_person: bool, agencies_asked: bool = True, by: Officer, at: datetime
) -> Case:
    """The guaranteed period is over, or the person (for a child, the guardian) asked for an earlier decision.

    `agencies_asked` is the panel member's own statement that every agency was asked once, with an answer date.
    """
    access.require(by, access.Act.DECIDE_FORMALLY, case)
    hold(case)
    met = set(facts(case, at=at))
    if asked_by_person:
        met.add("period_over_or_asked")
    if agencies_asked:
        met.add("agencies_asked")
    take_step(case=case, step="open_formal_decision", met=frozenset(met), by=by, at=at)
    ledger.write(act="open_formal_decision", by=by, at=at, subject=f"case:{case.pk}", asked_by_person=asked_by_person)
    return case
