"""API of protection: the same actions as its pages. No answer of it holds an address."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.protection import actions
from panoh.protection.models import OutOfTurn, Place, ServiceGiven, Shelter, Stay
from panoh.protection.queries import guest_for, shelter_page, worklist
from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for

router = Router()


class PlaceIn(Schema):
    room: str = Field(min_length=1, max_length=20)
    bed: int = Field(ge=1, le=500)
    kind: Place.Kind
    step_free: bool = False
    long_term: bool = False


class ShelterIn(Schema):
    code: str = Field(pattern=r"^[-\w]{1,40}$")
    address: str = Field(min_length=1, max_length=500)
    places: list[PlaceIn]


class ShelterOut(Schema):
    code: str


class CountOut(Schema):
    label: str
    total: int
    taken: int
    kept: int
    held: int
    free: int


class TurnIn(Schema):
    """Why somebody goes before others on the list."""

    because: OutOfTurn.Ground
    words: str = Field("", max_length=1000)

    def reason(self) -> actions.TurnReason:
        return actions.TurnReason(self.because, self.words)


class StayIn(Schema):
    case: UUID
    place: int
    family: UUID | None = None
    turn: TurnIn | None = None


class StayOut(Schema):
    id: int
    family: UUID


class ServiceIn(Schema):
    case: UUID
    service: str
    on: date
    payer: ServiceGiven.Payer
    cost: Decimal | None = Field(None, max_digits=12, decimal_places=2)
    currency: str = Field("", max_length=3)


class ServiceOut(Schema):
    id: int
    charged: bool


@router.get("/worklist")
def my_worklist(request: HttpRequest) -> dict[str, Any]:
    """What waits for the signed-in post."""
    return asdict(worklist(officer_of(request), now=timezone.now()))


@router.get("/places", response=list[CountOut])
def places(request: HttpRequest) -> list[Any]:
    """Places of one's own shelter by kind: taken, kept for the family in the room, held for an answer, free."""
    page = shelter_page(officer_of(request), now=timezone.now())
    return list(page.counts) if page else []


@router.post("/shelters", response={201: ShelterOut})
def open_shelter(request: HttpRequest, given: ShelterIn) -> Status[Shelter]:
    officer = officer_of(request)
    listed = given_places(given.places)
    shelter = actions.open_shelter(
        desk=officer.desk, code=given.code, address=given.address, places=listed, by=officer, at=timezone.now()
    )
    return Status(201, shelter)


def given_places(listed: list[PlaceIn]) -> tuple[actions.PlaceGiven, ...]:
    return tuple(
        actions.PlaceGiven(each.room, each.bed, each.kind.value, each.step_free, each.long_term) for each in listed
    )


@router.post("/stays", response={201: StayOut})
def give_place(request: HttpRequest, given: StayIn) -> Status[Stay]:
    officer = officer_of(request)
    case, place = guest_for(officer, given.case), get_object_or_404(Place, pk=given.place, shelter__desk=officer.desk)
    turn, at = given.turn.reason() if given.turn else None, timezone.now()
    stay = actions.give_place(case=case, place=place, family=given.family, turn=turn, by=officer, at=at)
    return Status(201, stay)


@router.post("/services", response={201: ServiceOut})
def record_service(request: HttpRequest, given: ServiceIn) -> Status[ServiceOut]:
    officer = officer_of(request)
    case = case_for(officer, given.case, Act.RECORD_SERVICE)
    told = given.dict(exclude={"case"})
    made = actions.record_service(case=case, **told, by=officer, at=timezone.now())
    return Status(201, ServiceOut(id=made.pk, charged=made.payer == ServiceGiven.Payer.VICTIM))
