"""Moving is one act: the old bed is free when the new one is taken, and neither otherwise; no house learns of another."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.protection.actions import ask_to_move, end_stay, give_place, move
from panoh.protection.models import Departure, Stay
from panoh.protection.queries import worklist
from panoh.referral.actions import record_need
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted

pytestmark = pytest.mark.django_db


def test_the_wish_is_a_need_that_goes_to_whoever_refers_and_the_bed_stays_theirs(staying, cast, now):
    stay = ask_to_move(stay=staying(), urgency="soon", note="Seen here.", by=cast.shahlo, at=now)

    assert stay.until_at is None
    assert stay.case.needs.get(met_at=None).urgency == "soon"
    assert LedgerEntry.objects.last().act == "ask_to_move"
    with pytest.raises(Conflict, match="on record already"):
        ask_to_move(stay=stay, urgency="soon", note="", by=cast.farzona, at=now)


def test_another_house_takes_the_person_over_in_one_act(wants_to_move, elsewhere, officer_elsewhere, now):
    old = wants_to_move()
    assert [item.what for item in worklist(officer_elsewhere, now=now).items] == ["Give a place"]

    new = move(case=old.case, place=elsewhere("A", 1), by=officer_elsewhere, at=now)

    old.refresh_from_db()
    departure = Departure.objects.get()
    assert (old.until_at, new.until_at) == (now, None)
    assert (departure.because, departure.where_to, departure.wished) == ("moved", "shelter", True)
    assert not old.case.needs.filter(met_at=None).exists()
    assert LedgerEntry.objects.last().detail["within"] is False
    assert [item.what for item in worklist(officer_elsewhere, now=now).items] == [
        "Tell the person what the house promises them"
    ]


def test_when_the_new_bed_is_taken_the_old_one_is_kept(
    wants_to_move, accepted, elsewhere, officer_elsewhere, someone, cast, now
):
    old, faster = wants_to_move(), someone()
    record_need(case=faster, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    give_place(case=faster, place=elsewhere("A", 1), by=officer_elsewhere, at=now)

    with pytest.raises(Conflict, match="given to someone else"):
        move(case=old.case, place=elsewhere("A", 1), by=officer_elsewhere, at=now)

    old.refresh_from_db()
    assert old.until_at is None
    assert not Departure.objects.exists()


def test_without_the_wish_no_other_house_takes_anybody_over(staying, elsewhere, officer_elsewhere, now):
    stay = staying()

    with pytest.raises(Conflict, match="no wish to move"):
        move(case=stay.case, place=elsewhere("A", 1), by=officer_elsewhere, at=now)

    assert Stay.objects.get().until_at is None


def test_another_room_of_the_house_needs_no_reason_and_keeps_a_family_together(staying, accepted, place, cast, now):
    mother = staying("5", 1)
    son = give_place(
        case=accepted(born=2018, sex="male"), place=place("5", 2), family=mother.family, by=cast.shahlo, at=now
    )

    moved = move(case=son.case, place=place("5", 3), by=cast.farzona, at=now)

    assert moved.family == mother.family
    assert not Departure.objects.exists()
    assert Stay.objects.filter(until_at=None).count() == 2


def test_an_end_that_waits_for_a_signature_is_overtaken_by_the_move(
    wants_to_move, elsewhere, officer_elsewhere, cast, now
):
    old = wants_to_move()
    end_stay(stay=old, because="danger", where_to="shelter", wished=False, words="A fight.", by=cast.shahlo, at=now)

    move(case=old.case, place=elsewhere("A", 1), by=officer_elsewhere, at=now)

    assert list(Departure.objects.order_by("refused").values_list("because", "refused")) == [
        ("moved", False),
        ("danger", True),
    ]


def test_nobody_gives_the_place_of_another_house(wants_to_move, elsewhere, cast, now):
    with pytest.raises(NotPermitted, match="runs the shelter"):
        move(case=wants_to_move().case, place=elsewhere("A", 1), by=cast.shahlo, at=now)


def test_neither_house_is_shown_the_other(wants_to_move, elsewhere, officer_elsewhere, client, cast, now):
    old = wants_to_move()
    client.force_login(officer_elsewhere)
    theirs = client.get(reverse("protection:give", args=[old.case_id])).content.decode()
    move(case=old.case, place=elsewhere("A", 1), by=officer_elsewhere, at=now)
    theirs += client.get(reverse("case", args=[old.case_id])).content.decode()
    client.force_login(cast.shahlo)
    ours = client.get(reverse("case", args=[old.case_id])).content.decode()

    assert "room 1, bed 1" not in theirs
    assert "room A, bed 1" not in ours
