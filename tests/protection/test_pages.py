"""What a shelter's officer sees and does; that nobody else sees where it is, on any page or in any answer."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panoh.protection.actions import give_place
from panoh.protection.models import ServiceGiven, Shelter, Stay
from panoh.protection.queries import worklist
from panoh.referral.actions import record_need
from panoh.referral.models import Referral
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import LedgerEntry, Officer
from tests.protection.conftest import ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_as(client):
    """A client signed in as the officer."""

    def sign_in(officer):
        client.force_login(officer)
        return client

    return sign_in


def test_whoever_was_accepted_waits_on_the_shelters_list(open_as, shelter, accepted, cast, now):
    case = accepted()

    page = open_as(cast.shahlo).get(reverse("protection:home")).content.decode()

    assert case.reference in page
    assert reverse("protection:give", args=[case.pk]) in page
    assert [item.what for item in worklist(cast.shahlo, now=now).items] == ["Give a place"]
    assert worklist(cast.zarina, now=now).total == 0


def test_a_place_is_given_on_the_page_and_the_list_is_empty(open_as, accepted, place, cast, now):
    case, bed = accepted(), place("1", 1)
    client = open_as(cast.shahlo)

    page = client.get(reverse("protection:give", args=[case.pk])).content.decode()
    client.post(reverse("protection:give", args=[case.pk]), {"comes": "alone", "place": bed.pk})

    assert "Family rooms are for families first" in page
    assert "This room is for people of another sex." in page
    assert Stay.objects.get().place == bed
    assert "Give a place" not in [item.what for item in worklist(cast.shahlo, now=now).items]


def test_who_chose_a_place_taken_meanwhile_reads_which_are_free(open_as, accepted, place, cast, now):
    bed, late = place("1", 1), accepted()
    give_place(case=accepted(), place=bed, by=cast.farzona, at=now)

    answered = open_as(cast.shahlo).post(
        reverse("protection:give", args=[late.pk]), {"comes": "alone", "place": bed.pk}
    )

    page = answered.content.decode()
    assert answered.status_code == 409
    assert "given to someone else a moment ago" in page
    assert "Still free: room 1, bed 2 (women)" in page


def test_a_family_is_put_together_by_choosing_who_is_here(open_as, accepted, place, cast):
    mother, son = accepted(), accepted(sex="male", born=2018)
    client = open_as(cast.shahlo)
    client.post(reverse("protection:give", args=[mother.pk]), {"comes": "first", "place": place("5", 1).pk})
    family = Stay.objects.get().family

    client.post(reverse("protection:give", args=[son.pk]), {"comes": str(family), "place": place("5", 2).pk})

    assert set(Stay.objects.values_list("family", flat=True)) == {family}


def test_a_choice_that_does_not_suit_is_refused_with_a_reason_and_kept(open_as, accepted, place, cast):
    girl, bed = accepted(born=2015), place("1", 1)

    answered = open_as(cast.shahlo).post(
        reverse("protection:give", args=[girl.pk]), {"comes": "alone", "place": bed.pk}
    )

    page = answered.content.decode()
    assert "A child does not sleep among adults who are strangers." in page
    assert f'value="{bed.pk}" required id="id_place_' in page
    assert not Stay.objects.exists()


def test_in_an_emergency_the_reference_opens_the_door(open_as, shelter, someone, cast, now):
    case = someone()
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    client = open_as(cast.shahlo)

    sent_on = client.post(reverse("protection:home"), {"reference": case.reference.lower()})

    assert sent_on.headers["Location"] == reverse("protection:give", args=[case.pk])
    assert "Emergency" in client.get(sent_on.headers["Location"]).content.decode()


@pytest.mark.parametrize("reference", ["AAAA-AAAA", "theirs"])
def test_without_urgent_need_the_door_tells_nothing_about_a_case(open_as, shelter, someone, cast, reference):
    case = someone()
    typed = case.reference if reference == "theirs" else reference

    answered = open_as(cast.shahlo).post(reverse("protection:home"), {"reference": typed})

    assert answered.status_code == 422
    assert "No urgent need" in answered.content.decode()
    assert typed in answered.content.decode()


def test_a_resident_who_withdraws_consent_keeps_the_bed_and_is_no_longer_named(open_as, accepted, place, cast, now):
    case = accepted()
    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)
    withdraw_consent(consent=case.consents.get(), by=cast.zarina, at=now)
    client = open_as(cast.shahlo)

    residents = client.get(reverse("protection:residents")).content.decode()
    places = client.get(reverse("protection:places")).content.decode()

    work = client.get(reverse("my_work")).content.decode()

    assert case.reference not in residents + places
    assert "Your view is closed: stop" in work
    assert client.get(reverse("case", args=[case.pk])).status_code == 403
    assert "Their place is theirs all the same." in residents
    assert "room 1, bed 1 (women)" in residents


def test_places_beside_a_family_are_not_counted_as_free(open_as, accepted, place, cast):
    client = open_as(cast.shahlo)
    client.post(reverse("protection:give", args=[accepted().pk]), {"comes": "first", "place": place("5", 1).pk})

    page = client.get(reverse("protection:places")).content.decode()

    family_row = page[page.index('<th scope="row">families</th>') :].split("</tr>")[0]
    assert [cell.split("<")[0] for cell in family_row.replace("<strong>", "").split('number">')[1:]] == [
        "0",
        "1",
        "2",
        "0",
        "3",
    ]


def test_a_service_paid_by_the_victim_is_shown_with_a_warning(open_as, accepted, shelter, cast):
    case = accepted()
    client = open_as(cast.shahlo)

    client.post(
        reverse("protection:service", args=[case.pk]),
        {"service": "medical_care", "on": "2026-11-16", "payer": "victim"},
    )

    assert ServiceGiven.objects.get().payer == "victim"
    assert "should be free" in client.get(reverse("case", args=[case.pk])).content.decode()


def test_a_shelter_is_opened_on_its_page(open_as, cast):
    client = open_as(cast.shahlo)
    form = {"code": "house", "address": ADDRESS, "rooms": "1, women, 2\n2, family, 3"}

    client.post(reverse("protection:open_shelter"), form)

    assert Shelter.objects.get().places.count() == 5


def test_a_line_of_rooms_that_cannot_be_read_is_named(open_as, cast):
    form = {"code": "house", "address": ADDRESS, "rooms": "1, women, 2\n2, cats, 3"}

    page = open_as(cast.shahlo).post(reverse("protection:open_shelter"), form).content.decode()

    assert "Line 2:" in page
    assert not Shelter.objects.exists()


def test_the_shelters_own_desk_opens_the_address_and_that_is_on_record(open_as, shelter, cast):
    page = open_as(cast.shahlo).post(reverse("protection:address")).content.decode()

    line = LedgerEntry.objects.last()
    assert ADDRESS in page
    assert (line.act, line.officer, line.fields) == ("read_address", cast.shahlo, ["address"])


def test_the_address_stands_on_no_other_page_of_anybody(open_as, accepted, place, shelter, cast, now):
    """Every address of referral, protection, the desk and their API, for everyone in the cast (promise 12)."""
    case = accepted()
    need = record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)
    referral = Referral.objects.get(need__case=case)
    addresses = [
        *(reverse(name) for name in ("my_work", "find", "referral:home", "ledger")),
        *(reverse(f"protection:{name}") for name in ("home", "places", "residents", "open_shelter")),
        *(reverse(name, args=[case.pk]) for name in ("case", "protection:give", "protection:service")),
        reverse("referral:need", args=[need.pk]),
        reverse("referral:referral", args=[referral.pk]),
        *(f"/api/protection/{name}" for name in ("places", "worklist")),
        "/api/referral/worklist",
    ]

    for officer in cast.officers.values():
        client = open_as(officer)
        for address in addresses:
            assert "Rudaki" not in client.get(address).content.decode(), (officer.username, address)
        if officer.desk != shelter.desk:
            assert "Rudaki" not in client.post(reverse("protection:address")).content.decode()


def test_an_error_on_the_shelters_form_is_told_to_nobody_but_who_typed_it(open_as, shelter, cast, caplog):
    form = {"code": "again", "address": ADDRESS, "rooms": "1, women, 2"}

    answered = open_as(cast.shahlo).post(reverse("protection:open_shelter"), form)

    assert answered.status_code == 409
    assert "Rudaki" not in caplog.text
    assert "Rudaki" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))


def test_reads_stay_the_same_at_five_and_at_sixty(accepted, shelter, cast, now):
    def reads() -> int:
        fresh = Officer.objects.get(pk=cast.shahlo.pk)
        with CaptureQueriesContext(connection) as seen:
            worklist(fresh, now=now)
        return len(seen)

    for _ in range(5):
        accepted()
    few = reads()
    for _ in range(55):
        accepted()

    assert reads() <= few + 1  # past what is shown, what is left is counted
    listed = worklist(cast.shahlo, now=now)
    assert (len(listed.items), listed.total) == (50, 60)
