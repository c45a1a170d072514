"""Who comes to live in a refuge hears what the house promises, and gets everything back that the house kept."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.protection.actions import end_stay, move, record_intake, return_things, tell_more
from panoh.protection.models import Intake
from panoh.protection.queries import worklist
from panoh.protection.rules.house_rules import PROMISES, still_to_tell
from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

pytestmark = pytest.mark.django_db
THINGS = "канарейка: a passport\na ring"


@pytest.fixture
def arrived(staying, cast, now):
    """A resident who was told half of it and left two things with the house."""
    stay = staying()
    record_intake(stay=stay, language="tg", told=("free_to_go", "complain"), things=THINGS, by=cast.shahlo, at=now)
    return stay


def test_every_promise_has_three_languages_and_the_first_is_that_nobody_is_held():
    assert next(iter(PROMISES)) == "free_to_go"
    assert all(said.en and said.ru and said.tg for said in PROMISES.values())
    assert still_to_tell(PROMISES) == ()


def test_what_was_told_and_kept_is_on_record_and_the_list_of_things_is_sealed(arrived, now):
    intake, line = Intake.objects.get(), LedgerEntry.objects.last()

    assert (intake.told, intake.keeps_things) == (["complain", "free_to_go"], True)
    assert vault.unseal(intake) == {"things": THINGS}
    assert (line.act, line.detail) == ("record_intake", {"told": ["complain", "free_to_go"], "keeps": True})
    assert "канарейка" not in str(line.detail)


def test_the_bed_never_waits_for_it_but_the_house_is_reminded(staying, cast, now):
    stay = staying()

    assert [item.what for item in worklist(cast.farzona, now=now).items] == [
        "Tell the person what the house promises them"
    ]
    record_intake(stay=stay, language="tg", told=tuple(PROMISES), by=cast.farzona, at=now)
    assert worklist(cast.shahlo, now=now).total == 0


def test_what_is_no_promise_of_the_house_is_refused(staying, cast, now):
    stay = staying()

    for language, told in (("tg", ("must_testify",)), (" ", ("free_to_go",))):
        with pytest.raises(Refused, match="which of the promises"):
            record_intake(stay=stay, language=language, told=told, by=cast.shahlo, at=now)


def test_an_arrival_is_recorded_once_and_the_rest_is_told_later(arrived, cast, now):
    with pytest.raises(Conflict, match="on record already"):
        record_intake(stay=arrived, language="tg", told=(), by=cast.farzona, at=now)

    tell_more(stay=arrived, told=("any_hour",), by=cast.farzona, at=now)

    assert Intake.objects.get().told == ["any_hour", "complain", "free_to_go"]
    with pytest.raises(Refused, match="Nothing new"):
        tell_more(stay=arrived, told=(), by=cast.farzona, at=now)


def test_an_arrival_at_a_stay_that_ended_meanwhile_is_refused(staying, cast, now):
    stay = staying()
    end_stay(stay=stay.__class__.objects.get(), because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="ended already"):
        record_intake(stay=stay, language="tg", told=(), by=cast.shahlo, at=now)
    assert not Intake.objects.exists()


def test_things_are_asked_for_until_they_are_back(arrived, cast, now):
    end_stay(stay=arrived, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)
    assert [item.what for item in worklist(cast.shahlo, now=now).items] == ["Give the person back what the house keeps"]

    return_things(stay=arrived, by=cast.farzona, at=now)

    assert worklist(cast.shahlo, now=now).total == 0
    with pytest.raises(Conflict, match="keeps nothing"):
        return_things(stay=arrived, by=cast.farzona, at=now)


def test_things_go_along_to_another_room(arrived, place, cast, now):
    new = move(case=arrived.case, place=place("1", 2), by=cast.shahlo, at=now)

    assert new.intake.keeps_things
    assert worklist(cast.shahlo, now=now).total == 0


def test_another_house_neither_records_nor_reads_it(arrived, officer_elsewhere, other_house, client, now):
    with pytest.raises(NotPermitted):
        return_things(stay=arrived, by=officer_elsewhere, at=now)
    client.force_login(officer_elsewhere)
    assert client.get(reverse("protection:things", args=[arrived.pk])).status_code == 403


def test_the_pages_ask_for_it_and_show_what_is_still_to_tell(staying, client, cast):
    stay = staying()
    client.force_login(cast.shahlo)
    page = reverse("protection:arrival", args=[stay.pk])

    asked = client.get(page).content.decode()
    client.post(page, {"language": "tg", "told": ["free_to_go", "any_hour"], "things": THINGS})
    residents = client.get(reverse("protection:residents")).content.decode()
    later = client.get(page).content.decode()
    kept = client.get(reverse("protection:things", args=[stay.pk])).content.decode()
    client.post(reverse("protection:things", args=[stay.pk]))

    assert "Nobody holds you here" in asked
    assert "Some of it is still to be told" in residents
    assert "канарейка" not in residents
    assert "Nobody holds you here" not in later
    assert "It costs nothing" in later
    assert "канарейка: a passport" in kept
    assert Intake.objects.get().returned_at is not None


def test_the_api_does_the_same(staying, client, cast):
    stay = staying()
    client.force_login(cast.shahlo)
    path = f"/api/protection/stays/{stay.pk}"

    def send(end: str, body: object = None):
        return client.post(f"{path}/{end}", data=body, content_type="application/json").status_code

    assert send("intake", {"language": "tg", "told": ["complain"], "things": "a ring"}) == 204
    assert send("intake", {"language": "tg", "told": []}) == 409
    assert send("told", {"told": ["any_hour"]}) == 204
    assert send("things-returned") == 204
    assert send("things-returned") == 409
