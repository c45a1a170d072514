"""API of screening: the same acts as its pages, in the same order. Without agreement nothing personal is taken.

`talk`: how the talk is held, breaks, first needs. `said`: answers and words, as a page sends them while it is filled in.
"""

from __future__ import annotations

from typing import Literal, TypeAlias
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.registry.actions import PersonGiven
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening import actions
from panoh.screening.api.held import ScreeningOut, by_officer, router
from panoh.screening.models import Screening
from panoh.screening.queries import screening_for
from panoh.screening.queries.person import said_on_list
from panoh.screening.queries.roster import entry_for

__all__ = ["router"]


SexIn: TypeAlias = Literal["female", "male", "other", "unknown"]


class BeginIn(Schema):
    """`knowingly`: although an interview with the same person is open (otherwise 409)."""

    in_danger: bool | None = None
    needs_now: tuple[str, ...] = ()
    case: UUID | None = None
    roster_entry: UUID | None = None
    knowingly: bool = False


class AgreementIn(Schema):
    """`wish`: a child's own."""

    agreed: bool
    wish: Literal["", "yes", "with_someone", "later", "no"] = ""


class DeclineIn(Schema):
    sex: SexIn = "unknown"
    nationality: str = Field("", pattern="^([A-Z]{2})?$")
    reason: str


class PersonIn(Schema):
    """Everything may be missing. `names` are (text, source), `documents` (kind, number)."""

    names: tuple[tuple[str, str], ...] = ()
    sex: SexIn = "unknown"
    birth_date: str = ""
    born_from: int | None = Field(None, ge=1900, le=2100)
    born_to: int | None = Field(None, ge=1900, le=2100)
    age_in_doubt: bool = False
    nationality: str = Field("", pattern="^([A-Z]{2})?$")
    documents: tuple[tuple[str, str], ...] = ()
    contact: str = ""


class InstrumentIn(Schema):
    instrument: str


@router.post("/", response={201: ScreeningOut})
def begin(request: HttpRequest, given: BeginIn) -> Status[Screening]:
    """Begin with the question about danger; with `case` a person on record is screened again."""
    officer = officer_of(request)
    case = case_for(officer, given.case) if given.case else None
    entry = entry_for(officer, given.roster_entry) if given.roster_entry else None
    told = given.dict(include={"in_danger", "needs_now", "knowingly"})
    begun = actions.begin_screening(**told, case=case, roster_entry=entry, by=officer, at=timezone.now())
    return Status(201, begun)


@router.get("/{uuid:screening_id}", response={200: ScreeningOut})
def one(request: HttpRequest, screening_id: UUID) -> Screening:
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/agreement", response={200: ScreeningOut})
def agreement(request: HttpRequest, screening_id: UUID, given: AgreementIn) -> Screening:
    """The person's yes, or a child's answer; from here on there is a case."""
    held = by_officer(request, screening_id)
    said = said_on_list(held["screening"], viewer=held["by"], at=held["at"])
    actions.record_agreement(**given.dict(), given=said, **held)
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/decline", response={200: ScreeningOut})
def decline(request: HttpRequest, screening_id: UUID, given: DeclineIn) -> Screening:
    """An adult's no: sex, nationality and reason stay, and nothing else."""
    return actions.decline(**given.dict(), **by_officer(request, screening_id))


@router.post("/{uuid:screening_id}/person", response={200: ScreeningOut})
def person(request: HttpRequest, screening_id: UUID, given: PersonIn) -> Screening:
    actions.describe_person(given=PersonGiven(**given.dict()), **by_officer(request, screening_id))
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/instrument", response={200: ScreeningOut})
def instrument(request: HttpRequest, screening_id: UUID, given: InstrumentIn) -> Screening:
    return actions.choose_instrument(instrument=given.instrument, **by_officer(request, screening_id))


@router.post("/{uuid:screening_id}/also", response={201: ScreeningOut})
def also(request: HttpRequest, screening_id: UUID, given: InstrumentIn) -> Status[Screening]:
    """Go on with another set of questions in the same talk."""
    return Status(201, actions.screen_also(instrument=given.instrument, **by_officer(request, screening_id)))
