"""API of a house's beds: more of them, closing and reopening one, what it is like, for whom a room is. No address."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import PlaceIn, given_places, router
from panoh.protection.models import Place, PlaceBefore
from panoh.protection.queries import place_for
from panoh.protection.queries.upkeep import own_shelter
from panoh.registry.pages import officer_of


class BedOut(Schema):
    """`since`: the day from which it is like this; none where nobody wrote that down."""

    id: int
    room: str
    bed: int
    kind: Place.Kind
    step_free: bool
    long_term: bool
    in_use: bool
    since: date | None


class BedsIn(Schema):
    places: list[PlaceIn]


class ClosingBedIn(Schema):
    because: PlaceBefore.Change


class BedIn(Schema):
    step_free: bool
    long_term: bool


class RoomIn(Schema):
    room: str = Field(min_length=1, max_length=20)
    kind: Place.Kind


@router.get("/beds", response=list[BedOut])
def beds(request: HttpRequest) -> list[Place]:
    """Every bed of one's own shelter, also the closed ones."""
    return list(own_shelter(officer_of(request)).places.order_by("room", "bed"))


@router.post("/beds", response={201: list[BedOut]})
def add_places(request: HttpRequest, given: BedsIn) -> Status[list[Place]]:
    by, places = officer_of(request), given_places(given.places)
    return Status(201, actions.add_places(shelter=own_shelter(by), places=places, by=by, at=timezone.now()))


@router.post("/beds/{place_id}/close", response=BedOut)
def close_place(request: HttpRequest, place_id: int, given: ClosingBedIn) -> Place:
    by = officer_of(request)
    return actions.close_place(place=place_for(by, place_id), because=given.because, by=by, at=timezone.now())


@router.post("/beds/{place_id}/reopen", response=BedOut)
def reopen_place(request: HttpRequest, place_id: int) -> Place:
    by = officer_of(request)
    return actions.reopen_place(place=place_for(by, place_id), by=by, at=timezone.now())


@router.post("/beds/{place_id}", response=BedOut)
def change_place(request: HttpRequest, place_id: int, given: BedIn) -> Place:
    by = officer_of(request)
    return actions.change_place(place=place_for(by, place_id), **given.dict(), by=by, at=timezone.now())


@router.post("/rooms", response=list[BedOut])
def change_room(request: HttpRequest, given: RoomIn) -> list[Place]:
    """For whom a whole room is from today on. The beds that changed."""
    by = officer_of(request)
    return actions.change_room(shelter=own_shelter(by), **given.dict(), by=by, at=timezone.now())
