"""API of stays: holding a place, arriving, going out and back, moving, the end with its signature, contact after it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import StayIn, StayOut, TurnIn, router
from panoh.protection.models import Departure, FollowUp, Place, PlaceOffer, Stay
from panoh.protection.queries import departure_for, departure_to_follow, guest_for, offer_for, stay_for
from panoh.referral.models import Need
from panoh.registry.pages import officer_of


class DepartureIn(Schema):
    because: Departure.Because
    where_to: Departure.WhereTo
    wished: bool
    words: str = Field("", max_length=3000)


class DepartureOut(Schema):
    """`waits`: a second officer has to sign, and the stay goes on."""

    id: UUID
    waits: bool

    @staticmethod
    def resolve_waits(departure: Departure) -> bool:
        return departure.decided_at is None


class MoveWishIn(Schema):
    urgency: Need.Urgency
    note: str = Field("", max_length=1000)


@router.post("/stays/{stay_id}/end", response={201: DepartureOut})
def end_stay(request: HttpRequest, stay_id: int, given: DepartureIn) -> Status[Departure]:
    officer = officer_of(request)
    stay = stay_for(officer, stay_id)
    return Status(201, actions.end_stay(stay=stay, **given.dict(), by=officer, at=timezone.now()))


@router.post("/departures/{departure_id}/sign", response=DepartureOut)
def sign_departure(request: HttpRequest, departure_id: UUID) -> Departure:
    officer = officer_of(request)
    return actions.sign_departure(departure=departure_for(officer, departure_id), by=officer, at=timezone.now())


@router.post("/departures/{departure_id}/refuse", response=DepartureOut)
def refuse_departure(request: HttpRequest, departure_id: UUID) -> Departure:
    officer = officer_of(request)
    return actions.refuse_departure(departure=departure_for(officer, departure_id), by=officer, at=timezone.now())


@router.post("/stays/{stay_id}/out", response={204: None})
def goes_out(request: HttpRequest, stay_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.goes_out(stay=stay_for(officer, stay_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/stays/{stay_id}/back", response={204: None})
def comes_back(request: HttpRequest, stay_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.comes_back(stay=stay_for(officer, stay_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/stays/{stay_id}/move-wish", response={204: None})
def ask_to_move(request: HttpRequest, stay_id: int, given: MoveWishIn) -> Status[None]:
    officer = officer_of(request)
    actions.ask_to_move(stay=stay_for(officer, stay_id), **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


class MoveIn(StayIn):
    """`after`: the stay the caller saw. Where the person lives under another by now, nobody is moved (409)."""

    after: int | None = None


@router.post("/moves", response={201: StayOut})
def move(request: HttpRequest, given: MoveIn) -> Status[Stay]:
    """To another room of the own house, or into it from another house."""
    officer = officer_of(request)
    case, place = guest_for(officer, given.case), get_object_or_404(Place, pk=given.place, shelter__desk=officer.desk)
    turn, at = given.turn.reason() if given.turn else None, timezone.now()
    told: dict[str, Any] = {"family": given.family, "turn": turn, "after": given.after}
    return Status(201, actions.move(case=case, place=place, **told, by=officer, at=at))


class IntakeIn(Schema):
    """`told`: keys of the house's promises. `things`: what the house keeps at the person's wish, sealed."""

    language: str = Field(min_length=1, max_length=12)
    told: list[str]
    things: str = Field("", max_length=3000)


class ArrivalIn(Schema):
    told: list[str]


class FollowUpIn(Schema):
    months: int
    came: FollowUp.Came
    words: str = Field("", max_length=3000)


@router.post("/stays/{stay_id}/intake", response={204: None})
def record_intake(request: HttpRequest, stay_id: int, given: IntakeIn) -> Status[None]:
    officer = officer_of(request)
    actions.record_intake(
        stay=stay_for(officer, stay_id),
        language=given.language,
        told=tuple(given.told),
        things=given.things,
        by=officer,
        at=timezone.now(),
    )
    return Status(204, None)


class AskAgainIn(Schema):
    """`until`: the last day on which the house sees it, where the person said so."""

    agreed: bool
    language: str = Field(min_length=1, max_length=12)
    explained: bool
    until: date | None = None


@router.post("/stays/{stay_id}/asked-again", response={204: None})
def ask_resident_again(request: HttpRequest, stay_id: int, given: AskAgainIn) -> Status[None]:
    """Whether the house may go on knowing who lives there."""
    officer = officer_of(request)
    actions.ask_resident_again(stay=stay_for(officer, stay_id), **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/stays/{stay_id}/told", response={204: None})
def tell_more(request: HttpRequest, stay_id: int, given: ArrivalIn) -> Status[None]:
    officer = officer_of(request)
    actions.tell_more(stay=stay_for(officer, stay_id), told=tuple(given.told), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/stays/{stay_id}/things-returned", response={204: None})
def return_things(request: HttpRequest, stay_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.return_things(stay=stay_for(officer, stay_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/departures/{departure_id}/follow-ups", response={204: None})
def record_follow_up(request: HttpRequest, departure_id: UUID, given: FollowUpIn) -> Status[None]:
    officer = officer_of(request)
    departure = departure_to_follow(officer, departure_id)
    actions.record_follow_up(departure=departure, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


class PlaceOfferIn(Schema):
    case: UUID
    place: int
    turn: TurnIn | None = None


class OfferOut(Schema):
    id: int
    until_at: datetime


@router.post("/offers", response={201: OfferOut})
def offer_place(request: HttpRequest, given: PlaceOfferIn) -> Status[PlaceOffer]:
    officer = officer_of(request)
    case, place = guest_for(officer, given.case), get_object_or_404(Place, pk=given.place, shelter__desk=officer.desk)
    turn = given.turn.reason() if given.turn else None
    return Status(201, actions.offer_place(case=case, place=place, turn=turn, by=officer, at=timezone.now()))


@router.post("/offers/{offer_id}/not-wished", response={204: None})
def end_offer(request: HttpRequest, offer_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.end_offer(offer=offer_for(officer, offer_id), by=officer, at=timezone.now())
    return Status(204, None)
