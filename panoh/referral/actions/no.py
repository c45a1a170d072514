"""A desk's no, before or after a yes: the case is closed to it, and its need looks for another desk."""

from __future__ import annotations

from datetime import datetime

from panoh.referral.models import Need, Referral
from panoh.registry.actions import end_disclosure
from panoh.registry.models import Officer


def end_with_no(referral: Referral, status: Referral.Status, *, because: str, by: Officer, at: datetime) -> None:
    """Part of an act that holds the referral. The need remembers it, so that lists find what was refused along an index."""
    referral.status = status
    referral.save(update_fields=["status"])
    Need.objects.filter(pk=referral.need_id).update(refused=True)
    end_disclosure(disclosure=referral.disclosure, because=because, by=by, at=at)
