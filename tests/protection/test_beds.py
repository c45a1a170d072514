"""Beds are added, closed, put in use again and changed; never below who sleeps there, and past months stay as they were."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import (
    PlaceGiven,
    PlaceTaken,
    add_places,
    change_place,
    change_room,
    close_place,
    end_stay,
    give_place,
    offer_place,
    reopen_place,
)
from panoh.protection.forms import AddPlacesForm
from panoh.protection.models import Place, PlaceBefore, Stay
from panoh.protection.queries import shelter_page
from panoh.protection.queries.nights import own_occupancy
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def free(officer, now, kind: str) -> int:
    page = shelter_page(officer, now=now)
    return next(each.free for each in page.counts if each.label == Place.Kind(kind).label)


def nights_of(officer, now, *, days: int) -> dict:
    """Of this month, by kind."""
    found = own_occupancy(officer, today=(now + days * DAY).date()).nights
    return {each.kind: each for each in found if each.month == now.date().replace(day=1)}


def test_more_beds_are_there_from_the_day_they_were_added(shelter, cast, now):
    made = add_places(
        shelter=shelter, places=(PlaceGiven("9", 1, "women", long_term=True),), by=cast.farzona, at=now + 3 * DAY
    )

    line = LedgerEntry.objects.last()
    assert (made[0].since, made[0].long_term) == ((now + 3 * DAY).date(), True)
    assert (line.act, line.detail["places"]) == ("add_places", 1)
    assert free(cast.shahlo, now, "women") == 3
    women = nights_of(cast.shahlo, now, days=5)["women"]
    assert women.free == 2 * 5 + 2


@pytest.mark.parametrize(
    ("given", "match"),
    [
        ((), "a room, a number there"),
        ((PlaceGiven("9", 1, "cats"),), "a room, a number there"),
        ((PlaceGiven("9", 0, "women"),), "a room, a number there"),
        ((PlaceGiven("1", 9, "men"),), "Room 1 is for others"),
        ((PlaceGiven("9", 1, "men"), PlaceGiven("9", 2, "women")), "Room 9 is for others"),
        ((PlaceGiven("1", 1, "women"),), "that number already"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_of_it_stays(shelter, cast, now, given, match):
    before = Place.objects.count()

    with pytest.raises(Refused, match=match):
        add_places(shelter=shelter, places=given, by=cast.shahlo, at=now)

    assert Place.objects.count() == before


def test_a_bed_is_closed_for_a_reason_and_put_in_use_again(shelter, place, accepted, cast, now):
    bed = place("1", 2)

    close_place(place=bed, because="repair", by=cast.shahlo, at=now)

    kept = PlaceBefore.objects.get()
    assert (kept.in_use, kept.because, kept.until) == (True, "repair", now.date())
    assert free(cast.shahlo, now, "women") == 1
    assert shelter_page(cast.shahlo, now=now).closed[0][1] == kept
    with pytest.raises(PlaceTaken):
        give_place(case=accepted(), place=bed, by=cast.shahlo, at=now)
    with pytest.raises(Conflict, match="closed already"):
        close_place(place=bed, because="repair", by=cast.shahlo, at=now)
    with pytest.raises(Refused, match="a reason from the list"):
        close_place(place=place("1", 1), because="in_use", by=cast.shahlo, at=now)

    reopen_place(place=bed, by=cast.farzona, at=now + DAY)

    assert free(cast.shahlo, now, "women") == 2
    assert LedgerEntry.objects.last().act == "reopen_place"
    with pytest.raises(Conflict, match="in use already"):
        reopen_place(place=bed, by=cast.farzona, at=now + DAY)


def test_no_bed_is_closed_or_made_for_others_under_whoever_sleeps_there(staying, place, cast, now):
    stay = staying("1", 1)

    with pytest.raises(Conflict, match="Somebody sleeps there"):
        close_place(place=stay.place, because="repair", by=cast.shahlo, at=now)
    with pytest.raises(Conflict, match="Somebody sleeps there"):
        change_room(shelter=stay.place.shelter, room="1", kind="men", by=cast.shahlo, at=now)
    change_place(place=stay.place, step_free=False, long_term=True, by=cast.shahlo, at=now)

    stay.place.refresh_from_db()
    assert (stay.place.in_use, stay.place.kind, stay.place.long_term) == (True, "women", True)


def test_nor_while_it_is_held_for_somebody(accepted, place, cast, now):
    offer = offer_place(case=accepted(), place=place("1", 1), by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="held for somebody"):
        close_place(place=place("1", 1), because="repair", by=cast.shahlo, at=now)
    assert not close_place(place=place("1", 1), because="repair", by=cast.shahlo, at=offer.until_at).in_use


def test_past_nights_stay_what_they_were_when_a_room_is_for_others(staying, shelter, cast, now):
    stay = staying("1", 1)
    Stay.objects.update(from_at=now)
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now + 2 * DAY)
    change_room(shelter=shelter, room="1", kind="men", by=cast.shahlo, at=now + 4 * DAY)

    found = nights_of(cast.shahlo, now, days=6)

    assert (found["women"].taken, found["women"].free) == (2, 2 * 4 - 2)
    assert (found["men"].taken, found["men"].free) == (0, 1 * 6 + 2 * 2)


def test_only_the_house_itself(shelter, place, officer_elsewhere, cast, now):
    bed = place("1", 1)
    acts = (
        lambda by: add_places(shelter=shelter, places=(PlaceGiven("9", 1, "men"),), by=by, at=now),
        lambda by: close_place(place=bed, because="repair", by=by, at=now),
        lambda by: reopen_place(place=bed, by=by, at=now),
        lambda by: change_place(place=bed, step_free=True, long_term=True, by=by, at=now),
        lambda by: change_room(shelter=shelter, room="1", kind="men", by=by, at=now),
    )

    for act in acts:
        for by in (officer_elsewhere, cast.zarina, cast.safar):
            with pytest.raises(NotPermitted):
                act(by)
    assert not PlaceBefore.objects.exists()


@pytest.mark.parametrize(
    "line", ["9, women", "9, women, 0", "9, cats, 2", "9, women, 2, lift", ", women, 2", "9, women, 51"]
)
def test_a_line_that_cannot_be_read_names_itself(line):
    form = AddPlacesForm({"rooms": f"8, men, 2, no steps, long\n{line}"}, beds={})

    assert not form.is_valid()
    assert "Line 2" in str(form.errors)
    assert line in str(form)


def test_beds_added_to_a_room_go_on_counting():
    form = AddPlacesForm({"rooms": "1, women, 2\n9, men, 1"}, beds={"1": 4})

    assert form.is_valid()
    assert [(each.room, each.bed) for each in form.cleaned_data["rooms"]] == [("1", 5), ("1", 6), ("9", 1)]


def test_a_place_held_for_an_answer_is_not_counted_as_free(accepted, place, client, cast, now):
    offer = offer_place(case=accepted(), place=place("1", 1), by=cast.shahlo, at=now)
    client.force_login(cast.shahlo)

    assert free(cast.shahlo, now, "women") == 1
    assert free(cast.shahlo, offer.until_at, "women") == 2


def test_pages_and_api_do_the_same(shelter, place, client, cast):
    client.force_login(cast.shahlo)
    bed = place("1", 1)

    client.post(reverse("protection:add_places"), {"rooms": "9, women, 1, no steps"})
    client.post(reverse("protection:close_place", args=[bed.pk]), {"because": "repair"})
    closed = client.get(reverse("protection:places")).content.decode()
    client.post(reverse("protection:reopen_place", args=[bed.pk]))
    client.post(reverse("protection:change_place", args=[bed.pk]), {})
    refused = client.post(reverse("protection:change_room", args=[bed.pk]), {"kind": "cats"})
    client.post(reverse("protection:change_room", args=[bed.pk]), {"kind": "men"})

    def send(path: str, **given: object):
        return client.post(f"/api/protection/{path}", data=given, content_type="application/json")

    bed.refresh_from_db()
    assert "repair" in closed
    assert (bed.in_use, bed.step_free, bed.kind) == (True, False, "men")
    assert refused.status_code == 422
    new = {"room": "10", "bed": 1, "kind": "girls", "long_term": True}
    assert send("beds", places=[new]).status_code == 201
    assert send(f"beds/{bed.pk}/close", because="not_safe").json()["in_use"] is False
    assert send(f"beds/{bed.pk}/reopen").json()["in_use"] is True
    assert send(f"beds/{bed.pk}", step_free=True, long_term=True).json()["step_free"] is True
    assert {each["kind"] for each in send("rooms", room="1", kind="women").json()} == {"women"}
    assert len(client.get("/api/protection/beds").json()) == 10
