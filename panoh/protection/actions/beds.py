"""Beds come and go: more of them, some closed for repair, a room for others. What stood before is kept by the day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.held import end_late_offers
from panoh.protection.actions.shelters import PlaceGiven
from panoh.protection.actions.stays import check_own
from panoh.protection.models import Place, PlaceBefore, PlaceOffer, Shelter, Stay
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused

Change = PlaceBefore.Change
CLOSING = frozenset({Change.REPAIR, Change.NOT_SAFE, Change.NO_STAFF, Change.GIVEN_UP})


@act
def add_places(*, shelter: Shelter, places: tuple[PlaceGiven, ...], by: Officer, at: datetime) -> list[Place]:
    """More beds, from today on: in new rooms, or in a room that is for such people already."""
    _house(shelter, by)
    _check_added(shelter, places)
    today = timezone.localdate(at)
    try:
        with transaction.atomic():
            made = Place.objects.bulk_create(Place(shelter=shelter, **asdict(each), since=today) for each in places)
    except IntegrityError:
        raise Conflict(
            _("A bed of this room has that number already."),
            _(
                "Look at the places again and give every bed of a room its own number; a closed one is put in use again."
            ),
            subject=f"shelter:{shelter.pk}",
        ) from None
    ledger.write(act="add_places", by=by, at=at, subject=f"shelter:{shelter.pk}", places=len(places))
    return made


@act
def close_place(*, place: Place, because: str, by: Officer, at: datetime) -> Place:
    """Nobody is lodged there from today on. Never while somebody sleeps there, nor while it is held for somebody."""
    held = _held(place, by, at)
    if because not in CLOSING:
        raise Refused(_("A place is closed for a reason from the list."), _("Choose the reason."), subject=_about(held))
    if not held.in_use:
        raise Conflict(_("This place is closed already."), _("Open the places again."), subject=_about(held))
    _check_empty(held)
    return _changed(held, "close_place", because, by=by, at=at, in_use=False)


@act
def reopen_place(*, place: Place, by: Officer, at: datetime) -> Place:
    """In use again, from today on, for whom the rest of its room is."""
    held = _held(place, by, at)
    if held.in_use:
        raise Conflict(_("This place is in use already."), _("Open the places again."), subject=_about(held))
    kind = _kind_of_room(held.shelter, held.room) or held.kind
    return _changed(held, "reopen_place", Change.IN_USE, by=by, at=at, in_use=True, kind=kind)


@act
def change_place(*, place: Place, step_free: bool, long_term: bool, by: Officer, at: datetime) -> Place:
    """How one gets to the bed, and for how long it is. It may be written down while somebody sleeps there."""
    held = _held(place, by, at)
    if (held.step_free, held.long_term) == (step_free, long_term):
        return held
    return _changed(held, "change_place", Change.CHANGED, by=by, at=at, step_free=step_free, long_term=long_term)


@act
def change_room(*, shelter: Shelter, room: str, kind: str, by: Officer, at: datetime) -> list[Place]:
    """For whom a whole room is. Only while nobody sleeps in it: whoever lives there does not find strangers of another
    sex or age beside them."""
    _house(shelter, by)
    end_late_offers(shelter, at=at)
    beds = list(shelter.places.filter(room=room).order_by("bed"))
    if not beds or kind not in Place.Kind.values:
        raise Refused(
            _("There is no such room, or no such kind of room."),
            _("Choose a room of the house, and for whom it is from today on."),
            subject=f"shelter:{shelter.pk}",
        )
    for each in beds:
        _check_empty(each)
    return [
        _changed(each, "change_room", Change.CHANGED, by=by, at=at, kind=kind) for each in beds if each.kind != kind
    ]


def _changed(place: Place, name: str, because: str, *, by: Officer, at: datetime, **now: object) -> Place:
    """What it was goes into `PlaceBefore` with its days; what it is from today on stands on the place."""
    today = timezone.localdate(at)
    was = {field: getattr(place, field) for field in ("kind", "step_free", "long_term", "in_use", "since")}
    PlaceBefore.objects.create(place=place, **was, until=today, because=because, by=by, at=at)
    for field, value in {**now, "since": today}.items():
        setattr(place, field, value)
    place.save(update_fields=[*now, "since"])
    ledger.write(act=name, by=by, at=at, subject=_about(place), place=place.pk, because=because)
    return place


def _house(shelter: Shelter, by: Officer) -> None:
    """The house's row locked, as where places are given: nobody moves in while a bed is closed."""
    access.require(by, access.Act.GIVE_PLACE)
    if Shelter.objects.select_for_update(no_key=True).get(pk=shelter.pk).desk_id != by.desk.pk:
        raise NotPermitted(
            _("The beds of a house are kept by the desk that runs it."), _("Ask an officer of that desk.")
        )


def _held(place: Place, by: Officer, at: datetime) -> Place:
    access.require(by, access.Act.GIVE_PLACE)
    check_own(place, by)
    _house(place.shelter, by)
    end_late_offers(place.shelter, at=at)
    return Place.objects.select_related("shelter").get(pk=place.pk)


def _check_empty(place: Place) -> None:
    if Stay.objects.filter(place=place, until_at=None).exists():
        raise Conflict(
            _("Somebody sleeps there: %(place)s.") % {"place": place},
            _("Ask the person whether they wish another room; when they have moved, come back to this."),
            subject=_about(place),
        )
    if PlaceOffer.objects.filter(place=place, ended_at=None).exists():
        raise Conflict(
            _("It is held for somebody who has not answered: %(place)s.") % {"place": place},
            _("Wait for the answer, or offer them another place first."),
            subject=_about(place),
        )


def _check_added(shelter: Shelter, places: tuple[PlaceGiven, ...]) -> None:
    subject = f"shelter:{shelter.pk}"
    if not places or any(each.kind not in Place.Kind.values or each.bed < 1 or not each.room for each in places):
        raise Refused(
            _("A bed has a room, a number there, and is for women, men, girls, boys or families."),
            _("List the rooms with whom they are for and how many beds they have."),
            subject=subject,
        )
    for each in places:
        kinds = {_kind_of_room(shelter, each.room), *(one.kind for one in places if one.room == each.room)} - {None}
        if len(kinds) > 1:
            raise Refused(
                _("Room %(room)s is for others already.") % {"room": each.room},
                _("Beds of one room serve one kind of person: choose the same, or another room."),
                subject=subject,
            )


def _kind_of_room(shelter: Shelter, room: str) -> str | None:
    return shelter.places.filter(room=room, in_use=True).values_list("kind", flat=True).first()


def _about(place: Place) -> str:
    return f"shelter:{place.shelter_id}"
