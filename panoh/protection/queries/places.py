"""Places of a shelter: which are free, and which of them suit a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from panoh.protection.models import Place, PlaceOffer, Shelter, Stay
from panoh.protection.queries.matching import reasons_for, wanted_by
from panoh.protection.rules.beds import best_first, meets
from panoh.protection.rules.places import Fits, Outcome, fits, room_open_to
from panoh.referral.rules.fit import Reason
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class FreePlace:
    """A free place, how it suits the person, and what else speaks for and against it."""

    place: Place
    suits: Outcome
    reasons: tuple[Reason, ...] = ()

    @property
    def fits(self) -> bool:
        return isinstance(self.suits, Fits)

    @property
    def best_first(self) -> tuple[object, ...]:
        """What the person cannot do without goes before advice."""
        advised = isinstance(self.suits, Fits) and self.suits.advice is not None
        return (not self.fits, not meets(self.reasons), advised, best_first(self.reasons))


def shelter_of(officer: Officer) -> Shelter | None:
    """The shelter the officer's own desk runs. There is no way to another one's (promise 12)."""
    return Shelter.objects.filter(desk=officer.desk).first()


def last_beds(officer: Officer) -> dict[str, int]:
    """The highest number of a bed in each room of the officer's house, closed ones among them."""
    rooms = Place.objects.filter(shelter__desk=officer.desk).values_list("room").order_by()
    return dict(rooms.annotate(last=Max("bed")))


def stays_now(shelter: Shelter) -> list[Stay]:
    return list(Stay.objects.filter(place__shelter=shelter, until_at=None).select_related("place", "case__person"))


def free_places(*, shelter: Shelter, case: Case, family: UUID | None = None) -> tuple[FreePlace, ...]:
    """Every free place in use with how it suits the person, those that suit best first.

    A bed in a family room another family holds is not free to this person, and is left out; so is one that is held
    for somebody else on the waiting list.
    """
    taken, needs = stays_now(shelter), wanted_by(case)
    held = PlaceOffer.objects.filter(place__shelter=shelter, ended_at=None).exclude(case=case)
    held_places = set(held.values_list("place", flat=True))
    rooms: dict[str, set[UUID]] = defaultdict(set)
    for stay in taken:
        rooms[stay.place.room].add(stay.family)
    found = (
        FreePlace(
            place,
            fits(place.kind, sex=case.person.sex, track=case.track, in_family=family is not None),
            reasons_for(place, needs),
        )
        for place in places_without_resident(shelter, taken)
        if place.pk not in held_places and _open_to(place, family, rooms[place.room])
    )
    return tuple(sorted(found, key=lambda each: each.best_first))


def suits_in_some_way(place: Place, case: Case) -> Outcome:
    """Alone if that suits; otherwise how it would be with family."""
    alone, together = (
        fits(place.kind, sex=case.person.sex, track=case.track, in_family=in_family) for in_family in (False, True)
    )
    return alone if isinstance(alone, Fits) else together


def places_without_resident(shelter: Shelter, stays: Iterable[Stay]) -> list[Place]:
    taken = {stay.place_id for stay in stays}
    places = shelter.places.filter(in_use=True).order_by("room", "bed")
    return [place for place in places if place.pk not in taken]


def _open_to(place: Place, family: UUID | None, held: set[UUID]) -> bool:
    return not held or (room_open_to(place.kind, family, held) if family else place.kind != Place.Kind.FAMILY)
