"""Telling child protection that a child is in the mechanism: a duty, which no consent stands in the way of."""

from __future__ import annotations

from datetime import datetime

from panoh.referral.queries.directory import guardianship_desks
from panoh.referral.rules.agreement import SEEN_BY_CHILD_PROTECTION
from panoh.referral.rules.offers import same_region
from panoh.registry.actions import disclose
from panoh.registry.models import Case, Officer, Purpose


def tell_child_protection(case: Case, *, by: Officer, at: datetime) -> None:
    """Once a case: the guardianship desk of the region, or the first where the case lies in none."""
    desks = list(guardianship_desks())
    if not desks or case.disclosures.filter(to_desk__in=desks, ended_at=None, to_answer=False).exists():
        return
    nearest = next((desk for desk in desks if same_region(desk.region, case.region)), desks[0])
    disclose(
        case=case,
        to_desk=nearest,
        purpose=Purpose.REFERRAL,
        fields=SEEN_BY_CHILD_PROTECTION,
        consent=None,
        by=by,
        at=at,
    )
