"""A pause, going on, leaving, coming back, and the answer at eighteen through the API."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import Seen, Standing
from panoh.identification.queries import as_seen, case_block
from panoh.registry.access import Act
from panoh.registry.models import Case
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
