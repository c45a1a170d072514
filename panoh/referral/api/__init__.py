"""API of referral: the same actions as its pages. Nothing sealed is given out but to whom a page would show it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from panoh.referral import actions
from panoh.referral.api.schemas import (
    AnswerIn,
    DeskOut,
    NeedIn,
    NeedOut,
    NoticeOut,
    ReasonOut,
    ReceivedOut,
    ReferIn,
    ReferralOut,
)
from panoh.referral.models import Need, Referral
from panoh.referral.queries import need_for, referral_for, referral_page, sent_referral_for, worklist
from panoh.referral.queries.needs import offered_desks
from panoh.registry.access import Act
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.refusals import Refused

router = Router()


@router.get("/worklist")
def my_worklist(request: HttpRequest) -> dict[str, Any]:
    """What waits for the signed-in post."""
    return asdict(worklist(officer_of(request), now=timezone.now()))


@router.post("/needs", response={201: NeedOut})
def record_need(request: HttpRequest, given: NeedIn) -> Status[Need]:
    officer = officer_of(request)
    case = case_for(officer, given.case, Act.RECORD_NEED)
    need = actions.record_need(
        case=case,
        service=given.service,
        urgency=given.urgency,
        note=given.note,
        with_children=given.with_children,
        by=officer,
        at=timezone.now(),
    )
    return Status(201, need)


@router.get("/needs/{need_id}/desks", response=list[DeskOut])
def desks(request: HttpRequest, need_id: UUID) -> list[DeskOut]:
    """The desks to ask for a need, best first, each with why."""
    return [
        DeskOut(
            code=each.desk.code,
            name=str(each.desk),
            reasons=[ReasonOut.of(reason) for reason in each.reasons],
            notice=NoticeOut.from_orm(each.notice) if each.notice else None,
            may_ask=each.may_ask,
            ask_person_first_for=each.ask_first,
        )
        for each in offered_desks(need_for(officer_of(request), need_id), at=timezone.now())
    ]


@router.post("/needs/{need_id}/met", response={204: None})
def meet_need(request: HttpRequest, need_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.meet_need(need=need_for(officer, need_id, Act.RECORD_NEED), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/needs/{need_id}/referrals", response={201: ReferralOut})
def refer(request: HttpRequest, need_id: UUID, given: ReferIn) -> Status[Referral]:
    """On the consent in force for such a desk; without one the action refuses and says what to ask."""
    officer = officer_of(request)
    need = need_for(officer, need_id)
    offered = next((each for each in offered_desks(need, at=timezone.now()) if each.desk.code == given.to_desk), None)
    to_desk = offered.desk if offered else _desk(given.to_desk)
    consent = offered.consent if offered else None
    sent = actions.refer(
        need=need,
        to_desk=to_desk,
        consent=consent,
        message=given.message,
        until=given.until,
        by=officer,
        at=timezone.now(),
    )
    return Status(201, sent)


@router.get("/received/{referral_id}", response=ReceivedOut)
def received(request: HttpRequest, referral_id: UUID) -> ReceivedOut:
    """A referral to one's own desk: what it needs to answer. The read is on record."""
    officer = officer_of(request)
    page = referral_page(officer, referral_for(officer, referral_id), at=timezone.now())
    return ReceivedOut(
        reference=page.reference,
        service=page.service.key,
        urgency=page.referral.need.urgency,
        sex=str(page.sex),
        track=str(page.track),
        with_children=page.with_children,
        step_free=page.step_free,
        long_term=page.long_term,
        guarded=page.guarded,
        region=page.region.en if page.region else "",
        message=page.message,
        standing=page.referral.standing.value,
        seen_until=page.referral.disclosure.until_at,
    )


@router.post("/received/{referral_id}/answer", response=ReferralOut)
def answer(request: HttpRequest, referral_id: UUID, given: AnswerIn) -> Referral:
    officer = officer_of(request)
    return actions.answer(
        referral=referral_for(officer, referral_id),
        accepted=given.accepted,
        decline_reason=given.decline_reason or "",
        words=given.words,
        by=officer,
        at=timezone.now(),
    ).referral


@router.post("/sent/{referral_id}/remind", response={204: None})
def remind(request: HttpRequest, referral_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.remind(referral=sent_referral_for(officer, referral_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/sent/{referral_id}/withdraw", response={204: None})
def withdraw(request: HttpRequest, referral_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.withdraw_referral(referral=sent_referral_for(officer, referral_id), by=officer, at=timezone.now())
    return Status(204, None)


def _desk(code: str) -> Desk:
    found = Desk.objects.filter(code=code).select_related("agency").first()
    if found is None:
        raise Refused("There is no such desk.", "Ask for the desks offered for this need, and choose one of them.")
    return found
