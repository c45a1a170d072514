"""A shelter from inside: places by kind, rooms and residents, who waits; its address only when asked for, on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Absence, Departure, Intake, Place, PlaceBefore, PlaceOffer, Shelter, Stay
from panoh.protection.queries.places import shelter_of, stays_now
from panoh.protection.queries.waiting import Waits, waiting_list
from panoh.protection.rules.house_rules import still_to_tell
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer, not_let_in, not_shut
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class KindCount:
    """Places of one kind. Beds beside a family in its room are not free to others, nor is one held for an answer; both
    are counted apart."""

    label: str
    total: int
    taken: int
    kept: int
    held: int

    @property
    def free(self) -> int:
        return self.total - self.taken - self.kept - self.held


@dataclass(frozen=True)
class Resident:
    """A stay. `seen` is False where the person does not share with this desk: then only the bed is known.

    `leaving`: its end waits for a colleague's signature. `out_since`: the person is out; the bed is theirs.
    `intake`: what they were told when they came, and whether the house keeps things of theirs.
    """

    stay: Stay
    seen: bool
    leaving: Departure | None = None
    out_since: datetime | None = None
    intake: Intake | None = None

    @property
    def untold(self) -> tuple[str, ...]:
        return still_to_tell(self.intake.told) if self.intake else ()


@dataclass(frozen=True)
class Bed:
    """`held_until`: offered to somebody on the waiting list, who has not answered."""

    place: Place
    resident: Resident | None
    held_until: datetime | None = None


@dataclass(frozen=True)
class Room:
    name: str
    kind: str
    beds: tuple[Bed, ...]


@dataclass(frozen=True)
class ShelterPage:
    """`closed`: beds nobody is lodged in now, each with what was written when it was closed."""

    shelter: Shelter
    counts: tuple[KindCount, ...]
    rooms: tuple[Room, ...]
    residents: tuple[Resident, ...]
    waiting: tuple[Waits, ...]
    closed: tuple[tuple[Place, PlaceBefore | None], ...]


def shelter_page(viewer: Officer, *, now: datetime) -> ShelterPage | None:
    """The shelter of the viewer's desk; None where the desk runs none."""
    access.require(viewer, access.Act.SEE_SHELTERS)
    shelter = shelter_of(viewer)
    if shelter is None:
        return None
    residents = residents_seen(viewer, stays_now(shelter))
    held = PlaceOffer.objects.filter(place__shelter=shelter, ended_at=None, until_at__gt=now)
    until = dict(held.values_list("place", "until_at"))
    rooms = _rooms(shelter.places.filter(in_use=True).order_by("room", "bed"), residents, until)
    waits = waiting_list(viewer, now=now)
    return ShelterPage(shelter, _counts(rooms), rooms, residents, waits, _closed(shelter))


def place_for(viewer: Officer, place_id: int) -> Place:
    """A bed of the viewer's own shelter, or NotPermitted without telling whether it exists."""
    access.require(viewer, access.Act.GIVE_PLACE)
    place = Place.objects.select_related("shelter").filter(pk=place_id, shelter__desk=viewer.desk).first()
    if place is None:
        raise NotPermitted(_("There is no such place in your shelter."), _("Open the places of your shelter."))
    return place


def residents_seen(viewer: Officer, stays: list[Stay]) -> tuple[Resident, ...]:
    """Who stays here, as far as each lets this desk see them."""
    seen = set(cases_for(viewer).filter(pk__in=[stay.case_id for stay in stays]).values_list("pk", flat=True))
    leaving = {each.stay_id: each for each in Departure.objects.filter(stay__in=stays, decided_at=None)}
    out = dict(Absence.objects.filter(stay__in=stays, back_at=None).values_list("stay", "out_at"))
    came = {each.stay_id: each for each in Intake.objects.filter(stay__in=stays)}
    return tuple(
        Resident(stay, stay.case_id in seen, leaving.get(stay.pk), out.get(stay.pk), came.get(stay.pk))
        for stay in stays
    )


def read_things(viewer: Officer, stay: Stay, *, at: datetime) -> str:
    """What the house keeps for the person, to the house itself; on record."""
    with ledger.reading():
        ledger.write(act="read_things", by=viewer, at=at, subject=f"case:{stay.case_id}", fields=("things",))
        intake = Intake.objects.filter(stay=stay).first()
        return str(vault.unseal(intake).get("things", "")) if intake else ""


def read_address(viewer: Officer, *, at: datetime) -> str:
    """Where the shelter is: to those who work there and to nobody else, each time on record (promise 12)."""
    access.require(viewer, access.Act.SEE_SHELTERS)
    shelter = shelter_of(viewer)
    if shelter is None:
        raise NotPermitted(
            _("Your desk runs no shelter."), _("The address of a shelter is known there and nowhere else.")
        )
    with ledger.reading():
        ledger.write(act="read_address", by=viewer, at=at, subject=f"shelter:{shelter.pk}", fields=("address",))
        return str(vault.unseal(shelter)["address"])


def departure_for(viewer: Officer, departure_id: UUID) -> Departure:
    """An end of a stay asked for in the viewer's own shelter, or NotPermitted without telling whether it exists."""
    access.require(viewer, access.Act.GIVE_PLACE)
    found = Departure.objects.select_related("stay__place__shelter", "stay__case", "asked_by")
    found = found.filter(not_shut(viewer, "stay__case"), not_let_in(viewer, "stay__case"))
    departure = found.filter(pk=departure_id, stay__place__shelter__desk=viewer.desk).first()
    if departure is None:
        raise NotPermitted(
            _("There is no such stay in your shelter."), _("Open the shelter's page to see who stays there.")
        )
    return departure


def read_departure(viewer: Officer, departure: Departure, *, at: datetime) -> str:
    """What was written beside the reason, to the house that has to sign it; on record."""
    with ledger.reading():
        subject = f"case:{departure.stay.case_id}"
        ledger.write(act="read_departure", by=viewer, at=at, subject=subject, fields=("words",))
        return str(vault.unseal(departure).get("words", ""))


def stay_for(viewer: Officer, stay_id: int) -> Stay:
    """A stay in the viewer's own shelter, or NotPermitted without telling whether it exists."""
    access.require(viewer, access.Act.GIVE_PLACE)
    open_ones = Stay.objects.filter(not_shut(viewer), not_let_in(viewer))
    stay = open_ones.select_related("place__shelter", "case").filter(pk=stay_id).first()
    if stay is None or stay.place.shelter.desk_id != viewer.desk.pk:
        raise NotPermitted(
            _("There is no such stay in your shelter."), _("Open the shelter's page to see who stays there.")
        )
    return stay


def _closed(shelter: Shelter) -> tuple[tuple[Place, PlaceBefore | None], ...]:
    places = shelter.places.filter(in_use=False).order_by("room", "bed").prefetch_related("before")
    return tuple((each, max(each.before.all(), key=lambda row: row.pk, default=None)) for each in places)


def _rooms(places: Iterable[Place], residents: tuple[Resident, ...], held: Mapping[int, datetime]) -> tuple[Room, ...]:
    by_place = {each.stay.place_id: each for each in residents}
    return tuple(
        Room(name, kind, tuple(Bed(place, by_place.get(place.pk), held.get(place.pk)) for place in beds))
        for (name, kind), beds in groupby(places, key=lambda place: (place.room, place.kind))
    )


def _counts(rooms: tuple[Room, ...]) -> tuple[KindCount, ...]:
    return tuple(_count(kind, [room for room in rooms if room.kind == kind.value]) for kind in Place.Kind)


def _count(kind: Place.Kind, rooms: list[Room]) -> KindCount:
    taken = [sum(bed.resident is not None for bed in room.beds) for room in rooms]
    kept = held = 0
    for room, guests in zip(rooms, taken, strict=True):
        if guests and kind is Place.Kind.FAMILY:
            kept += len(room.beds) - guests
        else:
            held += sum(bed.held_until is not None and bed.resident is None for bed in room.beds)
    return KindCount(str(kind.label), sum(len(room.beds) for room in rooms), sum(taken), kept, held)
