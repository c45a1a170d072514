"""API of how a talk is held: its conditions, what is needed at once, breaks and going on."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema

from panoh.screening import actions
from panoh.screening.api.held import ScreeningOut, by_officer, router
from panoh.screening.models import Screening
from panoh.screening.queries.talk import colleague_of
from panoh.screening.rules.conditions import Conditions

InterpreterIn: TypeAlias = Literal[
    "",
    "professional",
    "ngo",
    "colleague",
    "family",
    "companion",
    "employer",
    "officer_of_case",
    "fellow",
    "child",
    "not_known",
]
PresentIn: TypeAlias = Literal[
    "colleague", "lawyer", "guardian", "support", "own_child", "family", "companion", "employer", "others"
]


class NeedsNowIn(Schema):
    needs_now: tuple[str, ...]


class ToldIn(Schema):
    """How the talk is held. With an interpreter it is refused unless they are independent and promised silence."""

    mode: Literal["in_person", "telephone", "video"] = "in_person"
    interpreter: InterpreterIn = ""
    sex_wished: Literal["", "any", "female", "male", "not_met"] = ""
    sworn: bool = False
    present: tuple[PresentIn, ...] = ()
    support: Literal["", "guardian_here", "support_here", "told", "nobody_yet", "suspected"] = ""
    trained: Literal["", "yes", "no"] = ""


class ConditionsIn(Schema):
    private_place: bool
    language: str = Field(min_length=2, max_length=12)
    interpreter: bool
    track: Literal["adult", "child"]
    told: ToldIn = ToldIn()


class PauseIn(Schema):
    reason: str
    go_on_at: datetime | None = None
    goes_on: int | None = None


class ResumeIn(Schema):
    """Both are asked again after a long break."""

    in_danger: bool | None = None
    private_place: bool | None = None


@router.post("/{uuid:screening_id}/conditions", response={200: ScreeningOut})
def conditions(request: HttpRequest, screening_id: UUID, given: ConditionsIn) -> Screening:
    """Where and how the talk is held. Doubt about age is the child's track."""
    told = Conditions(**given.told.dict())
    return actions.tell_conditions(**given.dict(exclude={"told"}), told=told, **by_officer(request, screening_id))


@router.post("/{uuid:screening_id}/needs-now", response={200: ScreeningOut})
def needs_now(request: HttpRequest, screening_id: UUID, given: NeedsNowIn) -> Screening:
    """What the person needs before anything else; also before agreement, because it names no one."""
    return actions.tell_needs_now(needs_now=given.needs_now, **by_officer(request, screening_id))


@router.post("/{uuid:screening_id}/pause", response={200: ScreeningOut})
def pause(request: HttpRequest, screening_id: UUID, given: PauseIn) -> Screening:
    """Stop for now; `goes_on` names a colleague of the desk by number."""
    held = by_officer(request, screening_id)
    colleague = colleague_of(held["screening"], given.goes_on)
    return actions.pause(reason=given.reason, go_on_at=given.go_on_at, goes_on=colleague, **held).screening


@router.post("/{uuid:screening_id}/resume", response={200: ScreeningOut})
def resume(request: HttpRequest, screening_id: UUID, given: ResumeIn) -> Screening:
    """Go on after a break, or with what a colleague began: the person's line on a roster is the caller's from now on."""
    return actions.resume(**given.dict(), **by_officer(request, screening_id))
