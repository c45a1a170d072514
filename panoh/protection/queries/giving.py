"""What an officer needs to see to give one person a place: places that suit, and why others do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.protection.models import Place, Shelter
from panoh.protection.queries.house import Resident, residents_seen
from panoh.protection.queries.matching import reasons_for, wanted_by
from panoh.protection.queries.places import FreePlace, places_without_resident, shelter_of, stays_now, suits_in_some_way
from panoh.protection.queries.turns import turn_of
from panoh.protection.queries.waiting import accepted_for_a_place, held_for_others, urgent_need
from panoh.protection.rules.beds import meets
from panoh.protection.rules.places import HELD, HELD_BUT_URGENT, THIS_FAMILY, DoesNotFit, Fits, Outcome
from panoh.referral.rules.fit import Wanted
from panoh.registry.models import Case, Officer


@dataclass(frozen=True)
class Unsuited:
    """Places of one kind that cannot be given to this person now, and why."""

    kind: str
    why: DoesNotFit


@dataclass(frozen=True)
class GivingPage:
    """`moves`: the person stays in this house already, and changes the room. `stay`: the key of the stay they would leave,
    here or elsewhere; empty where they have none. `turn`: on the waiting list; 0 where they do not stand on it."""

    case: Case
    shelter: Shelter | None
    emergency: bool
    fitting: tuple[FreePlace, ...]
    unsuited: tuple[Unsuited, ...]
    residents: tuple[Resident, ...]
    needs: Wanted
    moves: bool = False
    stay: str = ""
    turn: int = 0

    @property
    def of_house(self) -> frozenset[int]:
        """Every bed of the house, those taken and those closed among them."""
        return frozenset(self.shelter.places.values_list("pk", flat=True)) if self.shelter else frozenset()

    @property
    def none_meets(self) -> bool:
        """Places are free, and each has something the person cannot do with."""
        return bool(self.fitting) and not any(meets(each.reasons) for each in self.fitting)


def giving_page(viewer: Officer, case: Case, *, now: datetime) -> GivingPage:
    """Every free bed that suits the person alone or with family; the act itself holds the choice to the rules."""
    shelter, needs = shelter_of(viewer), wanted_by(case)
    lives = case.stays.filter(until_at=None).select_related("place").first()
    moves = lives is not None and shelter is not None and lives.place.shelter_id == shelter.pk
    emergency = not moves and not accepted_for_a_place(viewer.desk).filter(need__case=case).exists()
    if shelter is None:
        return GivingPage(case, None, emergency, (), (), (), needs)
    stays = stays_now(shelter)
    families = {stay.place.room for stay in stays if stay.place.kind == Place.Kind.FAMILY}
    urgent, held = urgent_need(case) is not None, set(held_for_others(shelter, case, now=now))
    free = [
        FreePlace(place, _outcome(place, case, families, held, urgent=urgent), reasons_for(place, needs))
        for place in places_without_resident(shelter, stays)
    ]
    return GivingPage(
        case,
        shelter,
        emergency,
        _one_a_room(free),
        _unsuited(free),
        residents_seen(viewer, stays),
        needs,
        turn=turn_of(viewer, case),
        moves=moves,
        stay=str(lives.pk) if lives else "",
    )


def _outcome(place: Place, case: Case, families: set[str], held: set[int], *, urgent: bool) -> Outcome:
    """A place held for somebody else is given in an emergency only."""
    if place.pk in held:
        return Fits(HELD_BUT_URGENT) if urgent else DoesNotFit(HELD)
    return Fits(THIS_FAMILY) if place.room in families else suits_in_some_way(place, case)


def _one_a_room(free: list[FreePlace]) -> tuple[FreePlace, ...]:
    """Beds of a room are alike but for a step on the way, and for how long: the first free one of each stands for the others."""
    rooms: dict[tuple[str, bool, bool], FreePlace] = {}
    for each in free:
        if each.fits:
            rooms.setdefault((each.place.room, each.place.step_free, each.place.long_term), each)
    return tuple(sorted(rooms.values(), key=lambda each: each.best_first))


def _unsuited(free: list[FreePlace]) -> tuple[Unsuited, ...]:
    kinds = {(each.place.kind, each.suits): each for each in free if not each.fits}
    return tuple(
        Unsuited(each.place.get_kind_display(), each.suits)
        for each in kinds.values()
        if isinstance(each.suits, DoesNotFit)
    )
