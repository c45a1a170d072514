"""Lodging the referral: a presumed victim enters the mechanism (nrm-procedure T03, T04)."""

from __future__ import annotations

from datetime import datetime

from panoh.identification.actions.held import hold
from panoh.identification.queries.facts import eighteenth, facts
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.actions.clocks import before_birthday
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer


@act
def lodge(*, case: Case, by: Officer, at: datetime) -> Case:
    """An adult who agreed, or a child whose guardianship authority was told, is referred to the intake desk."""
    access.require(by, access.Act.LODGE, case)
    hold(case)
    step = "refer_child" if case.track == Case.Track.CHILD else "refer"
    take_step(case=case, step=step, met=facts(case, at=at), by=by, at=at)
    if case.track == Case.Track.CHILD and (birthday := eighteenth(case.person)) is not None:
        before_birthday(case, birthday, at=at)
    ledger.write(act="lodge", by=by, at=at, subject=f"case:{case.pk}", track=case.track)
    return case
