"""API of the waiting list: who went before others and why; what became of a place, for whoever asked for it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import OutOfTurn, PlaceOffer
from panoh.protection.queries import offer_sent_for
from panoh.protection.queries.offers import house_shown, place_news
from panoh.protection.queries.turns import read_turns
from panoh.registry.models import Officer
from panoh.registry.pages import officer_of


class TurnOut(Schema):
    """`ahead`: how many waited longer for a place that would have suited them. `reference`, `because` and `words` are empty
    where the person does not share with the house, or shares no more."""

    reference: str
    at: datetime
    because: OutOfTurn.Ground | None
    ahead: int
    words: str


class NewsOut(Schema):
    """`desk` is the house, and empty for whoever does not bring the person there. `ended_because` is empty while it is held,
    and where its time is over and nobody has written that down."""

    id: int
    reference: str
    desk: str
    at: datetime
    until_at: datetime
    ended_because: str

    @classmethod
    def of(cls, offer: PlaceOffer, viewer: Officer) -> NewsOut:
        house = house_shown(viewer, offer)
        return cls(
            id=offer.pk,
            reference=offer.case.reference,
            desk=house.code if house else "",
            at=offer.at,
            until_at=offer.until_at,
            ended_because=offer.ended_because,
        )


@router.get("/turns", response=list[TurnOut])
def turns(request: HttpRequest) -> list[TurnOut]:
    """Of one's own house, the newest first. The read is on record."""
    return [
        TurnOut(
            reference=each.row.case.reference if each.seen else "",
            at=each.row.at,
            because=OutOfTurn.Ground(each.row.because) if each.seen else None,
            ahead=each.row.ahead,
            words=each.words,
        )
        for each in read_turns(officer_of(request), at=timezone.now())
    ]


@router.get("/place-news", response=list[NewsOut])
def news(request: HttpRequest) -> list[NewsOut]:
    """Places offered to people one's desk works for, as far as nobody has noted how they stand."""
    viewer = officer_of(request)
    found = place_news(viewer, now=timezone.now())
    people = ("case", "place__shelter__desk", "referral__sent_by__post")
    return [NewsOut.of(each, viewer) for each in found.select_related(*people)[:50]]


@router.post("/offers/{offer_id}/noted", response={204: None})
def note_offer(request: HttpRequest, offer_id: int) -> Status[None]:
    by = officer_of(request)
    actions.note_offer(offer=offer_sent_for(by, offer_id), by=by, at=timezone.now())
    return Status(204, None)
