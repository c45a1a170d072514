"""A stay on the shelter's pages and through its API: going out, leaving, the second signature, moving."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.protection.actions import ask_to_move, end_stay
from panoh.protection.models import Departure, Place, Stay

pytestmark = pytest.mark.django_db
LEAVES = {"because": "wish", "where_to": "own_home", "wished": "yes", "words": ""}


@pytest.fixture
def open_as(client):
    def sign_in(officer):
        client.force_login(officer)
        return client

    return sign_in


def residents(client) -> str:
    return client.get(reverse("protection:residents")).content.decode()


def test_the_person_goes_out_and_comes_back_by_a_button(open_as, staying, cast):
    stay, client = staying(), open_as(cast.shahlo)

    client.post(reverse("protection:goes_out", args=[stay.pk]))
    out = residents(client)
    client.post(reverse("protection:comes_back", args=[stay.pk]))

    assert "out now" in out
    assert "nobody is sought because of it" in out
    assert "out now" not in residents(client)


def test_the_person_leaves_by_a_form_of_four_questions(open_as, staying, cast):
    stay, client = staying(), open_as(cast.shahlo)

    sent_on = client.post(reverse("protection:end_stay", args=[stay.pk]), LEAVES)

    assert sent_on.headers["Location"] == reverse("protection:residents")
    assert "The stay has ended and the place is free." in residents(client)
    assert Stay.objects.get().until_at is not None


def test_what_was_typed_stays_when_it_is_refused(open_as, staying, cast):
    given = {**LEAVES, "wished": "no", "words": "She refused to speak to the police."}

    answered = open_as(cast.shahlo).post(reverse("protection:end_stay", args=[staying().pk]), given)

    page = answered.content.decode()
    assert answered.status_code == 422
    assert "no reason to end a stay" in page
    assert "never a decision, an investigation" in page
    assert "She refused to speak to the police." in page
    assert Stay.objects.get().until_at is None


def test_the_colleague_reads_the_reasons_and_lets_the_person_stay_or_signs(open_as, staying, cast, now):
    asked = end_stay(
        stay=staying(), because="care", where_to="health", wished=False, words="A ward.", by=cast.shahlo, at=now
    )
    address = reverse("protection:departure", args=[asked.pk])

    client = open_as(cast.farzona)
    waits, page = residents(client), client.get(address).content.decode()
    client.post(address, {"stay": "1"})

    assert address in waits
    assert "A ward." in page
    assert Departure.objects.get().refused is True
    assert Stay.objects.get().until_at is None


def test_whoever_asked_is_told_to_find_a_colleague(open_as, staying, cast, now):
    asked = end_stay(
        stay=staying(), because="care", where_to="health", wished=False, words="A ward.", by=cast.shahlo, at=now
    )

    answered = open_as(cast.shahlo).post(reverse("protection:departure", args=[asked.pk]), {"sign": "1"})

    assert answered.status_code == 422
    assert "takes a colleague to sign" in answered.content.decode()


def test_a_resident_changes_the_room_on_the_page_a_place_is_given_on(open_as, staying, place, cast):
    stay, client = staying(), open_as(cast.shahlo)
    address = reverse("protection:give", args=[stay.case_id])

    assert address in residents(client)
    page = client.get(address).content.decode()
    client.post(address, {"after": stay.pk, "comes": "alone", "place": place("1", 2).pk})

    assert Stay.objects.get(until_at=None).place == place("1", 2)
    assert f'name="after" value="{stay.pk}"' in page
    assert "Emergency" not in page


def test_of_two_officers_who_give_a_place_at_once_the_second_is_told_and_moves_nobody(open_as, accepted, place, cast):
    """Both pages were opened while the person had none; to change the room they send again, knowing it."""
    case = accepted()
    address = reverse("protection:give", args=[case.pk])
    first, second = ({"after": "", "comes": "alone", "place": place("1", bed).pk} for bed in (1, 2))
    open_as(cast.shahlo).post(address, first)

    refused = open_as(cast.farzona).post(address, second)

    stay, page = Stay.objects.get(), refused.content.decode()
    assert (refused.status_code, stay.place, stay.until_at) == (409, place("1", 1), None)
    assert "has a place here already: room 1, bed 1" in page
    assert f'name="after" value="{stay.pk}"' in page, "sent once more it is a move, and on purpose"
    assert open_as(cast.farzona).post(address, {**second, "after": stay.pk}).status_code == 302
    assert open_as(cast.shahlo).post(address, {**first, "after": stay.pk}).status_code == 409
    assert Stay.objects.get(until_at=None).place == place("1", 2)


def test_a_bed_the_house_does_not_have_is_told_of_beside_what_was_typed(open_as, accepted, shelter, cast):
    answered = open_as(cast.shahlo).post(
        reverse("protection:give", args=[accepted().pk]), {"comes": "alone", "place": "999999"}
    )

    assert answered.status_code == 422
    assert "not one of the available choices" in answered.content.decode()


def test_a_house_takes_in_on_the_page_whoever_wished_to_move_from_another(
    open_as, staying, other_house, officer_elsewhere, cast, now
):
    stay = staying()
    ask_to_move(stay=stay, urgency="now", note="", by=cast.shahlo, at=now)
    there = Place.objects.filter(shelter__desk=officer_elsewhere.desk, kind="women").first()

    client = open_as(officer_elsewhere)
    address = reverse("protection:give", args=[stay.case_id])
    page = client.get(address).content.decode()
    answered = client.post(address, {"after": stay.pk, "comes": "alone", "place": there.pk})

    assert f'name="after" value="{stay.pk}"' in page
    assert answered.status_code == 302
    assert Stay.objects.get(until_at=None).place == there


def test_the_wish_to_move_is_shown_beside_the_resident(open_as, staying, cast):
    stay, client = staying(), open_as(cast.shahlo)

    client.post(reverse("protection:move_wish", args=[stay.pk]), {"urgency": "soon", "note": ""})

    assert "wishes to move" in residents(client)
    assert stay.case.needs.filter(met_at=None).exists()


def test_another_house_opens_none_of_these_pages(open_as, staying, other_house, officer_elsewhere, cast, now):
    stay = staying()
    asked = end_stay(stay=stay, because="care", where_to="health", wished=False, words="-", by=cast.shahlo, at=now)
    client = open_as(officer_elsewhere)

    for name, argument in (("end_stay", stay.pk), ("move_wish", stay.pk), ("departure", asked.pk)):
        assert client.get(reverse(f"protection:{name}", args=[argument])).status_code == 403, name


def test_the_api_does_the_same_acts(client, staying, place, cast):
    stay = staying()
    client.force_login(cast.shahlo)

    def send(path: str, body: object = None):
        return client.post(f"/api/protection{path}", data=body, content_type="application/json")

    moved = send("/moves", {"case": str(stay.case_id), "place": place("1", 2).pk})
    number = moved.json()["id"]
    out, back = send(f"/stays/{number}/out"), send(f"/stays/{number}/back")
    wish = send(f"/stays/{number}/move-wish", {"urgency": "later"})
    body = {"because": "danger", "where_to": "shelter", "wished": False, "words": "A fight."}
    asked = send(f"/stays/{number}/end", body)
    signed = send(f"/departures/{asked.json()['id']}/sign")
    refused = send(f"/departures/{asked.json()['id']}/refuse")

    assert [each.status_code for each in (moved, out, back, wish, asked)] == [201, 204, 204, 204, 201]
    assert asked.json()["waits"] is True
    assert (signed.status_code, signed.json()["code"]) == (422, "refused")
    assert (refused.status_code, refused.json()["waits"]) == (200, False)
