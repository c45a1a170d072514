"""Taking in a referral at the intake desk (nrm-procedure T06)."""

from __future__ import annotations

from datetime import datetime

from panoh.identification.actions.held import hold
from panoh.identification.queries.duplicates import possible_duplicates
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer


@act
def take_in(*, case: Case, by: Officer, at: datetime) -> Case:
    """The referral is received and its decision clock starts. The act itself looks for duplicates under the pseudonym
    and keeps which cases it found; a likely duplicate or a missing fact is no reason to send a referral back."""
    access.require(by, access.Act.TAKE_IN, case)
    hold(case)
    found = possible_duplicates(case, by)
    take_step(case=case, step="take_in", met=frozenset({"duplicates_checked"}), by=by, at=at)
    candidates = [str(each.case.pk) for each in found]
    ledger.write(act="take_in", by=by, at=at, subject=f"case:{case.pk}", candidates=candidates)
    return case
