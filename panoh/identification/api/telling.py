"""Telling a decision and asking for reconsideration through the API."""

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
from panoh.identification.queries import as_seen, read_grounds, to_be_told
from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class TellingIn(Seen):
    """`paper`: `not_yet` where the person was not reached, and only there."""

    to_whom: Literal["person", "representative", "guardian"]
    way: Literal["in_person", "telephone", "video", "trusted"]
    language: str
    interpreter: Literal["not_needed", "independent", "telephone", "companion"]
    outcome: Literal["understood", "not_understood", "not_reached"]
    paper: Literal["handed_over", "kept_here", "would_betray", "not_wished", "not_yet"]


class ToldShown(Schema):
    decision: UUID
    outcome: str
    told_at: datetime


class Asked(Seen):
    asked_by: Literal["person", "representative", "guardian", "desk"]
    grounds: str
    representative: str = ""


class AskedShown(Schema):
    decision: UUID
    late: bool
    recorded_at: datetime


class GroundsShown(Schema):
    asked_by: str
    grounds: str
    representative: str


@router.post("/cases/{case_id}/telling", response=ToldShown)
def tell(request: HttpRequest, case_id: UUID, given: TellingIn) -> ToldShown:
    officer = officer_of(request)
    case = as_seen(case_for(officer, case_id, Act.TELL_DECISION), given.seen)
    how = given.dict(exclude={"seen"})
    told = actions.tell_decision(decision=to_be_told(case), **how, by=officer, at=timezone.now())
    return ToldShown(decision=told.decision_id, outcome=told.outcome, told_at=told.told_at)


@router.post("/cases/{case_id}/reconsideration", response=AskedShown)
def reconsider(request: HttpRequest, case_id: UUID, given: Asked) -> AskedShown:
    officer = officer_of(request)
    case = as_seen(case_for(officer, case_id, Act.ASK_RECONSIDERATION), given.seen)
    asked = actions.ask_for_reconsideration(case=case, **given.dict(exclude={"seen"}), by=officer, at=timezone.now())
    return AskedShown(decision=asked.decision_id, late=asked.late, recorded_at=asked.recorded_at)


@router.get("/cases/{case_id}/reconsideration", response=list[GroundsShown])
def grounds(request: HttpRequest, case_id: UUID) -> list[GroundsShown]:
    """What is laid before whoever decides anew; empty where nothing is reconsidered."""
    officer = officer_of(request)
    read = read_grounds(case_for(officer, case_id, Act.READ_SCREENING), officer, at=timezone.now())
    shown = read and GroundsShown(
        asked_by=read.asked.asked_by, grounds=read.grounds, representative=read.representative
    )
    return [shown] if shown else []
