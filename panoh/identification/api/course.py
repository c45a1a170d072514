"""A pause, going on, leaving, coming back, the answer at eighteen, and moving a deadline through the API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import Seen, Standing
from panoh.identification.queries import as_seen, case_block, movable
from panoh.registry.access import Act
from panoh.registry.models import Case, ClockExtension
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for


class Paused(Seen):
    asked_by_person: bool
    attempts: int = 0
    risk: str


class WithWords(Seen):
    words: str = ""


class Withdrawn(WithWords):
    effect_explained: bool


class AtEighteen(Seen):
    agreed: bool
    language: str
    risk: str = ""


class Moved(Seen):
    step: str
    until: date
    because: Literal["person_asks", "health", "interpreter", "awaited", "need"]
    words: str = ""


class MovedShown(Schema):
    step: str
    was_due_at: datetime
    due_at: datetime
    because: str


class MovableShown(Schema):
    step: str
    clock: str
    due_at: datetime
    latest: datetime
    left: int


@router.get("/cases/{case_id}/deadlines", response=list[MovableShown])
def deadlines(request: HttpRequest, case_id: UUID) -> list[MovableShown]:
    """Those the caller's post may move now, with the last day and how often still."""
    officer = officer_of(request)
    found = movable(officer, case_for(officer, case_id, Act.MOVE_DEADLINE), now=timezone.now())
    return [
        MovableShown(step=m.step.key, clock=m.clock.key, due_at=m.row.due_at, latest=m.latest, left=m.left)
        for m in found
    ]


@router.post("/cases/{case_id}/deadlines", response=MovedShown)
def move_deadline(request: HttpRequest, case_id: UUID, given: Moved) -> ClockExtension:
    officer = officer_of(request)
    case = as_seen(case_for(officer, case_id, Act.MOVE_DEADLINE), given.seen)
    return actions.move_deadline(case=case, **given.dict(exclude={"seen"}), by=officer, at=timezone.now())


@router.post("/cases/{case_id}/pause", response=Standing)
def pause(request: HttpRequest, case_id: UUID, given: Paused) -> Standing:
    return _done(request, case_id, given, actions.pause_case)


@router.post("/cases/{case_id}/resumption", response=Standing)
def resume(request: HttpRequest, case_id: UUID, given: WithWords) -> Standing:
    return _done(request, case_id, given, actions.resume_case)


@router.post("/cases/{case_id}/withdrawal", response=Standing)
def withdraw(request: HttpRequest, case_id: UUID, given: Withdrawn) -> Standing:
    return _done(request, case_id, given, actions.record_withdrawal)


@router.post("/cases/{case_id}/return", response=Standing)
def come_back(request: HttpRequest, case_id: UUID, given: WithWords) -> Standing:
    return _done(request, case_id, given, actions.come_back)


@router.post("/cases/{case_id}/eighteen", response=Standing)
def eighteen(request: HttpRequest, case_id: UUID, given: AtEighteen) -> Standing:
    return _done(request, case_id, given, actions.ask_anew_at_eighteen)


def _done(request: HttpRequest, case_id: UUID, given: Seen, do: Callable[..., Case]) -> Standing:
    officer, at = officer_of(request), timezone.now()
    case = as_seen(case_for(officer, case_id, Act.FOLLOW_PERSON), given.seen)
    moved = do(case=case, **given.dict(exclude={"seen"}), by=officer, at=at)
    return Standing.of(case_block(officer, moved, now=at))
