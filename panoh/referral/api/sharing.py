"""Until when a desk sees what it was shown, by the same actions as on the pages."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from panoh.referral import actions
from panoh.referral.api.schemas import ClosingIn, ClosingOut, ReferralOut, ShareAgainIn, UntilIn
from panoh.referral.models import Referral
from panoh.referral.queries import sent_referral_for
from panoh.referral.queries.closings import closing_for
from panoh.registry.pages import officer_of

router = Router()


@router.post("/sent/{referral_id}/shorten", response=ReferralOut)
def shorten(request: HttpRequest, referral_id: UUID, given: UntilIn) -> Referral:
    officer = officer_of(request)
    referral = sent_referral_for(officer, referral_id)
    return actions.shorten_sharing(referral=referral, until=given.until, by=officer, at=timezone.now())


@router.post("/sent/{referral_id}/again", response=ReferralOut)
def share_again(request: HttpRequest, referral_id: UUID, given: ShareAgainIn) -> Referral:
    """Refused until the person was asked again."""
    officer = officer_of(request)
    referral = sent_referral_for(officer, referral_id)
    return actions.share_again(referral=referral, until=given.until, by=officer, at=timezone.now())


@router.get("/closed/{closed_id}", response=ClosingOut)
def closed(request: HttpRequest, closed_id: int) -> ClosingOut:
    """A view closed under one's own desk that waits for its answer."""
    page = closing_for(officer_of(request), closed_id)
    return ClosingOut(reference=page.disclosure.case.reference, why=page.why, closed_at=page.at)


@router.post("/closed/{closed_id}", response={204: None})
def acknowledge_closing(request: HttpRequest, closed_id: int, given: ClosingIn) -> Status[None]:
    officer = officer_of(request)
    held = closing_for(officer, closed_id).disclosure
    actions.acknowledge_closing(disclosure=held, papers=given.papers, by=officer, at=timezone.now())
    return Status(204, None)
