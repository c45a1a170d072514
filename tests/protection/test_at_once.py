"""Two officers at once, with real threads and real transactions: one gets the last place, the other is told."""

from __future__ import annotations

from uuid import uuid4

from panoh.protection.actions import (
    PlaceTaken,
    ask_to_move,
    end_stay,
    give_place,
    move,
    refuse_departure,
    sign_departure,
)
from panoh.protection.models import Departure, Stay
from panoh.referral.actions import record_need
from panoh.registry import ledger
from panoh.registry.actions import record_consent
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


def test_two_houses_take_over_the_same_person_and_no_bed_is_doubled_or_lost(
    at_once, wants_to_move, elsewhere, officer_elsewhere, place, cast, now
):
    """The one house moves her to another room at the moment the other takes her over."""
    old = wants_to_move()
    there, here = elsewhere("A", 1), place("1", 2)

    came = at_once(
        lambda: move(case=old.case, place=there, by=officer_elsewhere, at=now),
        lambda: move(case=old.case, place=here, by=cast.farzona, at=now),
    )

    stay = Stay.objects.get(until_at=None)
    assert sum(isinstance(each, Stay) for each in came) >= 1
    assert all(isinstance(each, Stay | Conflict) for each in came), came
    assert stay.place in {there, here}
    assert Stay.objects.exclude(pk=stay.pk).filter(until_at=None).count() == 0
    assert ledger.verify().whole


def test_two_people_change_houses_in_opposite_directions_and_both_arrive(
    at_once, wants_to_move, accepted, someone, elsewhere, officer_elsewhere, place, cast, now
):
    """Both acts lock both houses: in one order, or they would wait for each other in a ring."""
    there_soon, here_soon = wants_to_move("1", 1), someone()
    record_need(case=here_soon, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    record_consent(case=here_soon, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now)
    other = give_place(case=here_soon, place=elsewhere("B", 1), by=officer_elsewhere, at=now)
    ask_to_move(stay=other, urgency="now", note="", by=officer_elsewhere, at=now)
    there, here = elsewhere("A", 1), place("1", 2)

    came = at_once(
        lambda: move(case=there_soon.case, place=there, by=officer_elsewhere, at=now),
        lambda: move(case=here_soon, place=here, by=cast.farzona, at=now),
    )

    assert [type(each) for each in came] == [Stay, Stay], came
    assert set(Stay.objects.filter(until_at=None).values_list("place", flat=True)) == {there.pk, here.pk}


def test_two_officers_end_and_move_one_stay_and_one_of_them_is_told(
    at_once, wants_to_move, elsewhere, officer_elsewhere, cast, now
):
    old = wants_to_move()
    there = elsewhere("A", 1)

    came = at_once(
        lambda: move(case=old.case, place=there, by=officer_elsewhere, at=now),
        lambda: end_stay(stay=old, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now),
    )

    assert sum(isinstance(each, Conflict) for each in came) == 1, came
    assert Departure.objects.filter(refused=False).count() == 1
    assert Stay.objects.filter(until_at=None).count() == sum(isinstance(each, Stay) for each in came)


def test_two_officers_sign_and_refuse_one_departure_and_one_counts(at_once, staying, cast, now):
    stay = staying()
    asked = end_stay(stay=stay, because="care", where_to="health", wished=False, words="Ill.", by=cast.shahlo, at=now)

    came = at_once(
        lambda: sign_departure(departure=asked, by=cast.farzona, at=now),
        lambda: refuse_departure(departure=asked, by=cast.shahlo, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "Departure"]
    stay.refresh_from_db()
    assert (stay.until_at is None) is Departure.objects.get().refused
