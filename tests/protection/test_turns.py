"""A turn is kept, or left for a reason everybody of the house sees; whoever sent the person reads what became of the place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import (
    NotTheirTurn,
    TurnReason,
    end_offer,
    end_stay,
    give_place,
    note_offer,
    offer_place,
)
from panoh.protection.models import OutOfTurn, PlaceOffer
from panoh.protection.queries import worklist
from panoh.protection.queries.turns import read_turns
from panoh.protection.rules.turns import InLine, passed_over
from panoh.referral.actions import assess_needs
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

DANGER = TurnReason("danger", "He was seen at the gate.")


@pytest.mark.parametrize(
    ("ahead", "count"),
    [
        ((), 0),
        ((InLine("a", suited=True, asked=False),), 1),
        ((InLine("a", suited=False, asked=False),), 0),
        ((InLine("a", suited=True, asked=True),), 0),
        ((InLine("a", suited=True, asked=False), InLine("b", suited=True, asked=False)), 2),
    ],
)
def test_only_who_could_take_the_place_and_was_not_asked_is_passed_over(ahead, count):
    behind = InLine("z", suited=True, asked=False)

    assert len(passed_over([*ahead, InLine("me", suited=True, asked=False), behind], "me")) == count


@pytest.fixture
def waits(accepted):
    def wait(minutes: int = 0, urgency: str = "soon", **person: object):
        case = accepted(**person)
        need = case.needs.get()
        need.urgency, need.recorded_at = urgency, need.recorded_at - timedelta(minutes=minutes)
        need.save()
        return case

    return wait


pytest_db = pytest.mark.django_db


@pytest_db
@pytest.mark.parametrize("act", [offer_place, give_place])
def test_out_of_turn_asks_for_a_reason_keeps_it_and_shows_it_to_the_house(act, waits, place, cast, now):
    waits(20)
    second = waits(5)

    with pytest.raises(NotTheirTurn, match="ahead"):
        act(case=second, place=place("1", 1), by=cast.shahlo, at=now)
    with pytest.raises(Refused, match="no reason to leave the order"):
        act(case=second, place=place("1", 1), turn=TurnReason("friend"), by=cast.shahlo, at=now)
    with pytest.raises(Refused, match="needs words"):
        act(case=second, place=place("1", 1), turn=TurnReason("other", " "), by=cast.shahlo, at=now)
    assert not PlaceOffer.objects.exists()
    act(case=second, place=place("1", 1), turn=DANGER, by=cast.shahlo, at=now)

    kept = OutOfTurn.objects.get()
    assert (kept.case, kept.because, kept.ahead, kept.by) == (second, "danger", 1, cast.shahlo)
    assert LedgerEntry.objects.filter(act="out_of_turn").get().detail["because"] == "danger"
    assert read_turns(cast.farzona, at=now)[0].words == DANGER.words
    assert LedgerEntry.objects.last().act == "read_turns"


@pytest_db
def test_whose_turn_it_is_needs_no_reason_and_none_is_kept(waits, place, cast, now):
    first, second = waits(20), waits(5)

    offer_place(case=first, place=place("1", 1), turn=DANGER, by=cast.shahlo, at=now)
    offer_place(case=second, place=place("1", 2), by=cast.shahlo, at=now)

    assert not OutOfTurn.objects.exists()


@pytest_db
def test_who_was_asked_for_this_place_is_not_passed_over_until_somebody_has_slept_there(waits, place, cast, now):
    first, second, third, bed = waits(20), waits(10), waits(5), place("1", 1)
    end_offer(offer=offer_place(case=first, place=bed, by=cast.shahlo, at=now), by=cast.shahlo, at=now)

    stay = give_place(case=second, place=bed, by=cast.shahlo, at=now)
    later = now + timedelta(days=2)
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=later)

    with pytest.raises(NotTheirTurn):
        offer_place(case=third, place=bed, by=cast.shahlo, at=later)


@pytest_db
def test_who_cannot_use_the_place_is_not_passed_over(waits, place, cast, now):
    man, cannot, third = waits(30, sex="male"), waits(20), waits(5)
    says = {"wishes": [], "own_words": "my leg", "not_wanted": "", "step_free": True, "after": None}
    assess_needs(case=cannot, **says, by=cast.zarina, at=now)

    with pytest.raises(NotTheirTurn):
        offer_place(case=third, place=place("1", 1), by=cast.shahlo, at=now)  # no steps: it is her turn
    offer = offer_place(case=third, place=place("1", 2), by=cast.shahlo, at=now)

    assert offer.case == third
    assert man.place_offers.count() == 0


@pytest_db
def test_an_emergency_goes_first_without_a_word(waits, place, cast, now):
    waits(20)
    urgent = waits(1, "now")

    assert give_place(case=urgent, place=place("1", 1), by=cast.shahlo, at=now)
    assert not OutOfTurn.objects.exists()


def news(officer, at) -> list[tuple[str, str]]:
    whats = ("A place is offered: ask the person", "Read what became of the place offered")
    return [(each.what, each.why) for each in worklist(officer, now=at).items if each.what in whats]


@pytest_db
@pytest.mark.parametrize(
    ("end", "said"), [("taken", "taken"), ("not_wished", "does not wish this place"), ("late", "the time was over")]
)
def test_whoever_sent_the_person_reads_that_a_place_is_offered_and_what_became_of_it(
    waits, place, cast, now, end, said
):
    case = waits(5)
    offer = offer_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    [(what, why)] = news(cast.zarina, now)
    assert what == "A place is offered: ask the person"
    assert "holds it until" in why
    assert not {"room 1", "bed 1"} & set(why.split(", "))
    assert news(cast.behruz, now) == []
    assert news(cast.shahlo, now) == []
    note_offer(offer=offer, by=cast.zarina, at=now + timedelta(minutes=1))
    assert news(cast.zarina, now + timedelta(minutes=1)) == []
    with pytest.raises(Conflict, match="noted already"):
        note_offer(offer=offer, by=cast.zarina, at=now + timedelta(minutes=2))

    at = now + timedelta(minutes=5)
    if end == "taken":
        give_place(case=case, place=place("1", 1), by=cast.shahlo, at=at)
    elif end == "not_wished":
        end_offer(offer=offer, by=cast.shahlo, at=at)
    else:
        at = offer.until_at
    [(what, why)] = news(cast.zarina, at)
    assert said in why
    note_offer(offer=offer, by=cast.zarina, at=at + timedelta(minutes=1))
    assert news(cast.zarina, at + timedelta(minutes=2)) == []
    assert LedgerEntry.objects.last().act == "note_offer"


@pytest_db
def test_a_lapse_noted_before_the_house_wrote_it_down_is_no_news_again(waits, place, cast, now):
    first, second = waits(20), waits(5)
    offer = offer_place(case=first, place=place("1", 1), by=cast.shahlo, at=now)
    note_offer(offer=offer, by=cast.zarina, at=offer.until_at + timedelta(minutes=1))

    give_place(case=second, place=place("1", 1), by=cast.shahlo, at=offer.until_at + timedelta(minutes=9))

    assert news(cast.zarina, offer.until_at + timedelta(minutes=10)) == []


@pytest_db
def test_only_who_works_for_the_person_notes_it(waits, place, cast, now):
    offer = offer_place(case=waits(5), place=place("1", 1), by=cast.shahlo, at=now)

    for by in (cast.shahlo, cast.behruz, cast.safar):
        with pytest.raises(NotPermitted):
            note_offer(offer=offer, by=by, at=now)


@pytest_db
def test_pages_and_api_of_both_sides(waits, place, client, cast, now):
    waits(20)
    second = waits(5)
    client.force_login(cast.shahlo)
    choice = {"comes": "alone", "place": place("1", 1).pk, "hold": "1"}

    asked = client.post(reverse("protection:give", args=[second.pk]), choice)
    page = asked.content.decode()
    client.post(
        reverse("protection:give", args=[second.pk]),
        {**choice, "turn_because": "child", "turn_words": "The baby is ill."},
    )
    shown = client.get(reverse("protection:turns")).content.decode()
    given = client.get("/api/protection/turns").json()

    assert asked.status_code == 422
    assert "say why this person goes before" in page
    assert "number 2 on the waiting list" in page
    assert "The baby is ill." in shown
    assert (given[0]["because"], given[0]["ahead"], given[0]["words"]) == ("child", 1, "The baby is ill.")

    client.force_login(cast.zarina)
    offer = PlaceOffer.objects.get()
    page = client.get(reverse("protection:offered", args=[offer.pk])).content.decode()
    assert "offered, and held" in page
    assert "room 1" not in page
    assert "offered a place on" in client.get(reverse("case", args=[second.pk])).content.decode()
    assert [each["id"] for each in client.get("/api/protection/place-news").json()] == [offer.pk]
    assert client.post(f"/api/protection/offers/{offer.pk}/noted").status_code == 204
    assert client.get("/api/protection/place-news").json() == []
    assert client.post(reverse("protection:offered", args=[offer.pk])).status_code == 409


@pytest_db
def test_who_shares_no_more_is_not_told_of_by_what_the_house_wrote_when_they_came(waits, place, client, cast, now):
    """Residents shows the bed and no more; neither this page nor its answer may say who sleeps there, or why."""
    waits(20)
    second = waits(5)
    health = TurnReason("health", "Her baby is two weeks old.")
    give_place(case=second, place=place("1", 1), turn=health, by=cast.shahlo, at=now)
    client.force_login(cast.shahlo)

    withdraw_consent(consent=second.consents.get(), by=cast.zarina, at=now)
    page = client.get(reverse("protection:turns")).content.decode()
    [given] = client.get("/api/protection/turns").json()

    for told in (second.reference, "two weeks", "just given birth", "bed 1"):
        assert told not in page, told
    assert "1 ahead" in page
    assert (given["reference"], given["because"], given["words"], given["ahead"]) == ("", None, "", 1)
    assert not LedgerEntry.objects.filter(act="read_turns").exists(), "nothing of anybody was read"


@pytest_db
def test_the_api_takes_the_reason_too(waits, place, client, cast):
    waits(20)
    second = waits(5)
    client.force_login(cast.shahlo)

    def send(path: str, **more: object):
        given = {"case": str(second.pk), "place": place("1", 1).pk, **more}
        return client.post(f"/api/protection/{path}", data=given, content_type="application/json")

    assert (send("offers").status_code, send("offers").json()["code"]) == (422, "not_their_turn")
    assert send("stays").status_code == 422
    assert send("stays", turn={"because": "health"}).status_code == 201
