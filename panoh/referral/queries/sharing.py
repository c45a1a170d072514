"""What a desk is shown: on which ground, until when, and whether the person can be asked to let it go on."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from panoh.referral.models import ACCEPTED, Referral
from panoh.referral.rules.agreement import purposes_for
from panoh.registry.models import Case, Consent
from panoh.registry.queries.consents import consent_to

ASK_BEFORE = timedelta(days=7)
"""How long before the end whoever works on the case is told to ask the person again."""


def consent_given_anew(referral: Referral) -> Consent | None:
    """The person's yes to such a desk since this was shown. None for a child, whose referral rests on no consent."""
    if referral.need.case.track == Case.Track.CHILD:
        return None
    purposes = purposes_for(referral.to_desk.agency.kind)
    given = consent_to(referral.need.case, *purposes, desk=referral.to_desk)
    return given if given and given.recorded_at > referral.disclosure.from_at else None


def ending(referrals: QuerySet[Referral], *, now: datetime) -> QuerySet[Referral]:
    """Of `referrals`, those accepted for a need still open whose time is nearly over, or over."""
    return referrals.filter(ACCEPTED, disclosure__ended_at=None, disclosure__until_at__lt=now + ASK_BEFORE)
