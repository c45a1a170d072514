"""Telling child protection that a child is in the mechanism: a duty, which no consent stands in the way of."""

from __future__ import annotations

from datetime import datetime

from panoh.identification.queries import guardianship_desk, guardianship_told
from panoh.referral.rules.agreement import SEEN_BY_CHILD_PROTECTION
from panoh.registry.actions import disclose
from panoh.registry.models import Case, Officer, Purpose


def tell_child_protection(case: Case, *, by: Officer, at: datetime) -> None:
    """Once a case, by whichever stage meets the child first. Part of the act that calls it, which checks access."""
    desk = guardianship_desk(case)
    if desk is None or guardianship_told(case):
        return
    disclose(
        case=case,
        to_desk=desk,
        purpose=Purpose.REFERRAL,
        fields=SEEN_BY_CHILD_PROTECTION,
        consent=None,
        by=by,
        at=at,
    )
