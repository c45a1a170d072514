"""Signals without identity and the application for status through the API."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import Seen
from panoh.identification.models import Signal
from panoh.identification.queries import as_seen, case_named, open_signals, signal_for, signal_page
from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class Applied(Seen):
    made_by: Literal["person", "representative", "guardian", "desk"]
    words: str = ""
    representative: str = ""
    decide_now: bool = False


class AppliedShown(Schema):
    counts_from: datetime
    received_at: datetime


class SignalGiven(Schema):
    source: Literal["hotline", "tip", "message", "agency", "came"]
    words: str
    region: str = ""
    child_possible: bool = False
    in_danger: bool = False


class SignalShown(Schema):
    id: UUID
    reference: str
    source: str
    received_at: datetime
    same_as: UUID | None
    case: UUID | None

    @classmethod
    def of(cls, signal: Signal) -> SignalShown:
        return cls(
            id=signal.pk,
            reference=signal.reference,
            source=signal.source,
            received_at=signal.received_at,
            same_as=signal.same_as_id,
            case=signal.case_id,
        )


class SignalRead(SignalShown):
    words: str


class Joined(Schema):
    same_as: UUID | None


class Met(Schema):
    reference: str


@router.post("/cases/{case_id}/application", response=AppliedShown)
def apply(request: HttpRequest, case_id: UUID, given: Applied) -> AppliedShown:
    officer = officer_of(request)
    case = as_seen(case_for(officer, case_id, Act.APPLY), given.seen)
    made = actions.apply_for_status(case=case, **given.dict(exclude={"seen"}), by=officer, at=timezone.now())
    return AppliedShown(counts_from=made.counts_from, received_at=made.received_at)


@router.get("/signals", response=list[SignalShown])
def all_signals(request: HttpRequest) -> list[SignalShown]:
    officer = officer_of(request)
    require(officer, Act.SCREEN)
    return [SignalShown.of(each) for each in open_signals(officer)]


@router.post("/signals", response=SignalShown)
def record(request: HttpRequest, given: SignalGiven) -> SignalShown:
    return SignalShown.of(actions.record_signal(**given.dict(), by=officer_of(request), at=timezone.now()))


@router.get("/signals/{signal_id}", response=SignalRead)
def read(request: HttpRequest, signal_id: UUID) -> SignalRead:
    officer = officer_of(request)
    page = signal_page(signal_for(officer, signal_id), officer, at=timezone.now())
    return SignalRead(**SignalShown.of(page.signal).dict(), words=page.words)


@router.post("/signals/{signal_id}/same", response=SignalShown)
def join(request: HttpRequest, signal_id: UUID, given: Joined) -> SignalShown:
    officer = officer_of(request)
    found = signal_for(officer, signal_id)
    other = signal_for(officer, given.same_as) if given.same_as else None
    return SignalShown.of(actions.join_signals(signal=found, same_as=other, by=officer, at=timezone.now()))


@router.post("/signals/{signal_id}/met", response=SignalShown)
def met(request: HttpRequest, signal_id: UUID, given: Met) -> SignalShown:
    officer = officer_of(request)
    found, case = signal_for(officer, signal_id), case_named(officer, given.reference)
    return SignalShown.of(actions.meet_signal(signal=found, case=case, by=officer, at=timezone.now()))
