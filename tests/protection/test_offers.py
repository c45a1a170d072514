"""A waiting list in an order everybody can see; a place is held for an answer, then it is the next one's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.desk.work import my_work
from panoh.protection.actions import PlaceTaken, end_offer, give_place, offer_place
from panoh.protection.models import PlaceOffer
from panoh.protection.queries import shelter_page
from panoh.protection.queries.offers import house_shown
from panoh.referral.actions import record_need
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db
Ended = PlaceOffer.Ended


@pytest.fixture
def waits(accepted):
    """Somebody on the list: `waits("soon", born=1990)`."""

    def wait(urgency: str = "soon", minutes: int = 0, **person: object):
        case = accepted(**person)
        need = case.needs.get()
        need.urgency, need.recorded_at = urgency, need.recorded_at - timedelta(minutes=minutes)
        need.save()
        return case

    return wait


def turns(officer, at) -> list[str]:
    return [each.referral.need.case.reference for each in shelter_page(officer, now=at).waiting]


def test_the_most_urgent_come_first_then_whoever_has_waited_longest(waits, shelter, cast, now):
    later, soon, longest, urgent = waits("later", 900), waits("soon", 5), waits("soon", 60), waits("now")

    assert turns(cast.shahlo, now) == [each.reference for each in (urgent, longest, soon, later)]


def test_a_place_is_held_as_long_as_the_country_gives_for_an_answer(waits, place, cast, now):
    case = waits("soon")

    offer = offer_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    line = LedgerEntry.objects.last()
    assert offer.until_at > now
    assert (line.act, line.detail["place"]) == ("offer_place", place("1", 1).pk)
    assert shelter_page(cast.shahlo, now=now).waiting[0].offer == offer
    assert shelter_page(cast.shahlo, now=offer.until_at).waiting[0].offer is None


def test_a_held_place_is_given_to_nobody_else_until_its_time_is_over(waits, place, cast, now):
    first, second, bed = waits("soon", 9), waits("soon"), place("1", 1)
    offer = offer_place(case=first, place=bed, by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="held for somebody"):
        give_place(case=second, place=bed, by=cast.farzona, at=now)
    with pytest.raises(PlaceTaken):
        offer_place(case=second, place=bed, by=cast.farzona, at=now)
    stay = give_place(case=second, place=bed, by=cast.farzona, at=offer.until_at)

    offer.refresh_from_db()
    assert stay.place == bed
    assert offer.ended_because == Ended.TOO_LATE
    assert turns(cast.shahlo, now) == [first.reference]  # who did not answer keeps their turn


def test_the_next_is_offered_the_place_when_the_time_is_over(waits, place, cast, now):
    first, second, bed = waits("soon", 9), waits("soon"), place("1", 1)
    late = offer_place(case=first, place=bed, by=cast.shahlo, at=now)

    offer = offer_place(case=second, place=bed, by=cast.shahlo, at=late.until_at)

    late.refresh_from_db()
    assert (late.ended_because, offer.ended_at) == (Ended.TOO_LATE, None)


def test_whoever_it_was_held_for_gets_it(waits, place, cast, now):
    case, bed = waits("soon"), place("1", 1)
    offer_place(case=case, place=bed, by=cast.shahlo, at=now)

    give_place(case=case, place=bed, by=cast.farzona, at=now)

    assert PlaceOffer.objects.get().ended_because == Ended.TAKEN


def test_an_emergency_does_not_wait_for_an_answer(waits, someone, place, cast, now):
    bed, case = place("1", 1), someone()
    offer_place(case=waits("soon"), place=bed, by=cast.shahlo, at=now)
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    give_place(case=case, place=bed, by=cast.shahlo, at=now)

    assert PlaceOffer.objects.get().ended_because == Ended.EMERGENCY


def test_who_does_not_wish_the_place_keeps_their_turn(waits, place, cast, now):
    case = waits("soon")
    offer = offer_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    end_offer(offer=offer, by=cast.farzona, at=now)

    assert turns(cast.shahlo, now) == [case.reference]
    with pytest.raises(Conflict, match="ended already"):
        end_offer(offer=offer, by=cast.farzona, at=now)
    assert offer_place(case=case, place=place("1", 2), by=cast.shahlo, at=now).ended_at is None


def test_refusals_say_why(waits, someone, place, elsewhere, officer_elsewhere, cast, now):
    case = waits("soon", sex="male")

    with pytest.raises(Refused, match="another sex"):
        offer_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)
    with pytest.raises(OutOfOrder, match="does not wait"):
        offer_place(case=someone(), place=place("1", 1), by=cast.shahlo, at=now)
    with pytest.raises(NotPermitted):
        offer_place(case=case, place=place("2", 1), by=officer_elsewhere, at=now)
    offer_place(case=case, place=place("2", 1), by=cast.shahlo, at=now)
    with pytest.raises(Conflict, match="for this person already"):
        offer_place(case=case, place=place("5", 1), by=cast.shahlo, at=now)
    assert LedgerEntry.objects.last().act == "offer_place.refused"


def test_a_bed_in_another_familys_room_is_held_for_nobody(waits, staying, place, cast, now):
    staying("5", 1)

    with pytest.raises(PlaceTaken, match="A family has this room") as told:
        offer_place(case=waits("soon"), place=place("5", 2), by=cast.shahlo, at=now)

    assert "room 1, bed 1" in told.value.way_forward
    assert LedgerEntry.objects.last().act == "offer_place.refused"


def test_which_house_it_is_is_read_by_those_who_bring_the_person_there_and_by_nobody_else(
    waits, place, cast, client, now
):
    """Zarina's desk asked the house; the case is another desk's now, and has a manager later."""
    case = waits("soon")
    offer = offer_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)
    other = Officer.objects.exclude(post__desk=cast.zarina.desk).filter(post__role="first_responder").first()
    Case.objects.filter(pk=case.pk).update(desk=other.desk)
    house, said = str(cast.shahlo.desk), "offered"

    def shown(who) -> tuple[bool, bool]:
        client.force_login(who)
        pages = [reverse("case", args=[case.pk]), reverse("protection:offered", args=[offer.pk])]
        found = [client.get(page).content.decode() for page in pages]
        line = found[0][found[0].index(said) - 300 : found[0].index(said) + 40]
        return house in line, house in found[1]

    assert shown(other) == (False, False)
    [news] = client.get("/api/protection/place-news").json()
    assert news["desk"] == ""
    assert house not in str([each for each in my_work(other, now=now).mine if each.stage == "protection"])
    assert house_shown(cast.zarina, PlaceOffer.objects.get()) == cast.shahlo.desk
    assert house_shown(cast.shahlo, PlaceOffer.objects.get()) == cast.shahlo.desk
    Case.objects.filter(pk=case.pk).update(manager=other)
    assert shown(other) == (True, True)


def test_the_pages_show_the_turn_hold_a_place_and_say_why_it_is_not_free(waits, place, client, cast):
    first, second, bed = waits("soon", 9), waits("soon"), place("1", 1)
    client.force_login(cast.shahlo)
    choice = {"comes": "alone", "place": bed.pk, "hold": "1"}

    client.post(reverse("protection:give", args=[first.pk]), choice)
    home = client.get(reverse("protection:home")).content.decode()
    other = client.get(reverse("protection:give", args=[second.pk])).content.decode()
    client.post(reverse("protection:end_offer", args=[PlaceOffer.objects.get().pk]))

    assert "room 1, bed 1 (women) is held until" in home
    assert home.index(first.reference) < home.index(second.reference)
    assert "held for somebody on the waiting list until they have answered" in other
    assert "room 1, bed 2" in other
    assert PlaceOffer.objects.get().ended_because == Ended.NOT_WISHED


def test_the_api_does_the_same(waits, place, client, cast):
    client.force_login(cast.shahlo)

    def send(path: str, body: object = None):
        return client.post(f"/api/protection/offers{path}", data=body, content_type="application/json")

    made = send("", {"case": str(waits("soon").pk), "place": place("1", 1).pk})
    ended = send(f"/{made.json()['id']}/not-wished")

    assert (made.status_code, ended.status_code) == (201, 204)
    assert made.json()["until_at"]
