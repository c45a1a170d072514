"""API of one's own sessions: where I am signed in, ending one, ending all others."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from panoh.desk import devices
from panoh.registry.models import OpenSession
from panoh.registry.pages import officer_of

router = Router()


class SessionOut(Schema):
    """`ends_at`: then it ends, whatever is done."""

    number: UUID
    described: str
    opened_at: datetime
    seen_at: datetime
    ends_at: datetime

    @staticmethod
    def resolve_ends_at(session: OpenSession) -> datetime:
        return session.expire_date


class EndedOut(Schema):
    ended: int


@router.get("/sessions", response=list[SessionOut])
def mine(request: HttpRequest) -> list[OpenSession]:
    return list(devices.open_sessions(officer_of(request)))


@router.post("/sessions/end-others", response=EndedOut)
def end_others(request: HttpRequest) -> EndedOut:
    here = request.session.session_key
    return EndedOut(ended=devices.end_other_sessions(here=here, by=officer_of(request), at=timezone.now()))


@router.post("/sessions/{session_number}/end", response={204: None})
def end(request: HttpRequest, session_number: UUID) -> Status[None]:
    devices.end_session(number=session_number, by=officer_of(request), at=timezone.now())
    return Status(204, None)
