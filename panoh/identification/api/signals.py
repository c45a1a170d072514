"""Signals without identity and the application for status through the API."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import Seen
from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries import (
    agencies_to_hand_to,
    as_seen,
    case_named,
    closed_signals,
    closing_that_waits,
    open_signals,
    signal_for,
    signal_page,
)
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
    closed_at: datetime | None

    @classmethod
    def of(cls, signal: Signal) -> SignalShown:
        return cls(
            id=signal.pk,
            reference=signal.reference,
            source=signal.source,
            received_at=signal.received_at,
            same_as=signal.same_as_id,
            case=signal.case_id,
            closed_at=signal.closed_at,
        )


class ClosingShown(Schema):
    """`waits`: for a second officer. `handed_to`: code of the agency."""

    id: int
    because: str
    same_as: UUID | None
    handed_to: str
    asked_at: datetime
    closed_at: datetime | None
    kept_open_at: datetime | None
    taken_up_at: datetime | None
    taken_up_because: str
    waits: bool

    @classmethod
    def of(cls, closing: SignalClosing) -> ClosingShown:
        return cls(
            id=closing.pk,
            because=closing.because,
            same_as=closing.same_as_id,
            handed_to=closing.handed_to.code if closing.handed_to else "",
            asked_at=closing.asked_at,
            closed_at=closing.closed_at,
            kept_open_at=closing.kept_open_at,
            taken_up_at=closing.taken_up_at,
            taken_up_because=closing.taken_up_because,
            waits=closing.waits,
        )


class SignalRead(SignalShown):
    words: str
    closings: list[ClosingShown]


class ClosingGiven(Schema):
    """`same_as`: only of a double (`twin`). `handed_to`: code of an agency, only where it is handed over (`elsewhere`)."""

    because: Literal["nobody", "no_signs", "elsewhere", "twin", "too_little", "no_signal"]
    same_as: UUID | None = None
    handed_to: str = ""


class ClosingAnswered(Schema):
    """`closing`: which one was read."""

    closing: int
    agree: bool


class TakenUp(Schema):
    because: Literal["more", "seen", "mistake"]


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
def all_signals(request: HttpRequest, closed: bool = False) -> list[SignalShown]:
    """Those that are followed up, or those that are closed."""
    officer = officer_of(request)
    require(officer, Act.SCREEN)
    return [SignalShown.of(each) for each in (closed_signals if closed else open_signals)(officer)]


@router.post("/signals", response=SignalShown)
def record(request: HttpRequest, given: SignalGiven) -> SignalShown:
    return SignalShown.of(actions.record_signal(**given.dict(), by=officer_of(request), at=timezone.now()))


@router.get("/signals/{signal_id}", response=SignalRead)
def read(request: HttpRequest, signal_id: UUID) -> SignalRead:
    officer = officer_of(request)
    page = signal_page(signal_for(officer, signal_id), officer, at=timezone.now())
    closings = [ClosingShown.of(each) for each in page.closings]
    return SignalRead(**SignalShown.of(page.signal).dict(), words=page.words, closings=closings)


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


@router.post("/signals/{signal_id}/closings", response=ClosingShown)
def close(request: HttpRequest, signal_id: UUID, given: ClosingGiven) -> ClosingShown:
    officer = officer_of(request)
    found = signal_for(officer, signal_id)
    other = signal_for(officer, given.same_as) if given.same_as else None
    agency = get_object_or_404(agencies_to_hand_to(), code=given.handed_to) if given.handed_to else None
    made = actions.close_signal(
        signal=found, because=given.because, same_as=other, handed_to=agency, by=officer, at=timezone.now()
    )
    return ClosingShown.of(made)


@router.post("/signals/{signal_id}/closings/answer", response=ClosingShown)
def answer_closing(request: HttpRequest, signal_id: UUID, given: ClosingAnswered) -> ClosingShown:
    """A second officer agrees, or it stays open."""
    officer = officer_of(request)
    seen = closing_that_waits(signal_for(officer, signal_id), given.closing)
    do = actions.agree_to_close_signal if given.agree else actions.keep_signal_open
    return ClosingShown.of(do(closing=seen, by=officer, at=timezone.now()))


@router.post("/signals/{signal_id}/taken-up", response=SignalShown)
def take_up(request: HttpRequest, signal_id: UUID, given: TakenUp) -> SignalShown:
    officer = officer_of(request)
    found = signal_for(officer, signal_id)
    return SignalShown.of(actions.take_up_signal(signal=found, because=given.because, by=officer, at=timezone.now()))
