"""Two officers at once, with real threads and real transactions: one gets the last place, the other is told."""

from __future__ import annotations

from uuid import uuid4

from panoh.protection.actions import PlaceTaken, give_place
from panoh.protection.models import Stay
from panoh.registry import ledger
from panoh.registry.refusals import Conflict


def test_two_officers_take_the_last_place_and_one_gets_it(at_once, accepted, place, cast, now):
    bed, one, other = place("2", 1), accepted(sex="male"), accepted(sex="male")

    came = at_once(
        lambda: give_place(case=one, place=bed, by=cast.shahlo, at=now),
        lambda: give_place(case=other, place=bed, by=cast.farzona, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["PlaceTaken", "Stay"]
    told = next(each for each in came if isinstance(each, PlaceTaken))
    assert "room 5, bed 1 (families)" in told.way_forward
    assert Stay.objects.filter(place=bed, until_at=None).count() == 1
    assert ledger.verify().whole


def test_two_families_take_different_beds_of_one_room_and_one_gets_the_room(at_once, accepted, place, cast, now):
    one, other = accepted(), accepted()
    first, second = place("5", 1), place("5", 2)

    came = at_once(
        lambda: give_place(case=one, place=first, family=uuid4(), by=cast.shahlo, at=now),
        lambda: give_place(case=other, place=second, family=uuid4(), by=cast.farzona, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["PlaceTaken", "Stay"]
    assert Stay.objects.count() == 1


def test_two_officers_give_one_person_two_places_and_she_gets_one(at_once, accepted, place, cast, now):
    case, first, second = accepted(), place("1", 1), place("1", 2)

    came = at_once(
        lambda: give_place(case=case, place=first, by=cast.shahlo, at=now),
        lambda: give_place(case=case, place=second, by=cast.farzona, at=now),
    )

    assert sum(isinstance(each, Stay) for each in came) == 1
    assert sum(isinstance(each, Conflict) for each in came) == 1
    assert Stay.objects.count() == 1
