"""Places of a shelter: which are free, and which of them suit a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from panoh.protection.models import Place, Shelter, Stay
from panoh.protection.rules import Fits, Outcome, fits, room_open_to
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class FreePlace:
    """A free place, how it suits the person, and the family that holds the rest of its room."""

    place: Place
    suits: Outcome
    family: UUID | None = None

    @property
    def fits(self) -> bool:
        return isinstance(self.suits, Fits)


def shelter_of(officer: Officer) -> Shelter | None:
    """The shelter the officer's own desk runs. There is no way to another one's (promise 12)."""
    return Shelter.objects.filter(desk=officer.desk).first()


def stays_now(shelter: Shelter) -> list[Stay]:
    return list(Stay.objects.filter(place__shelter=shelter, until_at=None).select_related("place", "case__person"))


def free_places(*, shelter: Shelter, case: Case, family: UUID | None = None) -> tuple[FreePlace, ...]:
    """Every free place in use with how it suits the person, those that suit best first.

    A bed in a family room another family holds is not free to this person, and is left out.
    """
    taken = stays_now(shelter)
    beds = {stay.place_id for stay in taken}
    rooms: dict[str, set[UUID | None]] = defaultdict(set)
    for stay in taken:
        rooms[stay.place.room].add(stay.family)
    found = []
    for place in shelter.places.filter(in_use=True).order_by("room", "bed"):
        held = rooms[place.room]
        if place.pk in beds or (held and not _open_to(place, family, held)):
            continue
        suits = fits(place.kind, sex=case.person.sex, track=case.track, in_family=family is not None)
        holder = next(iter(held), None) if place.kind == Place.Kind.FAMILY else None
        found.append(FreePlace(place, suits, holder))
    return tuple(sorted(found, key=_best_first))


def _open_to(place: Place, family: UUID | None, held: set[UUID | None]) -> bool:
    return room_open_to(place.kind, family, held) if family else place.kind != Place.Kind.FAMILY


def _best_first(free: FreePlace) -> int:
    if isinstance(free.suits, Fits):
        return 0 if free.suits.advice is None else 1
    return 2
