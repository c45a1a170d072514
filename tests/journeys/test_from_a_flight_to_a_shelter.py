"""One woman's way: from a line on a passenger list to a place in a shelter and a figure of the year. Others beside her:
a man who is refused, an adult who declines, a child."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification.actions import record_refusal
from panoh.protection.actions import PlaceTaken, give_place
from panoh.protection.models import Place
from panoh.referral.actions import record_need
from panoh.registry import ledger, vault
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.queries import read_identity
from panoh.screening.actions import begin_screening, decline
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.journey]

FLIGHT = (
    RosterRow(2, name="Канареева Муҳаббат", sex="female", birth_date="1990-04-02", born_from=1990, born_to=1990,
              nationality="TJ", document="DEMO 7712345"),
    RosterRow(3, name="Тестов Аҳмад", sex="male", birth_date="1971-01-30", born_from=1971, born_to=1971),
)  # fmt: skip


def test_a_woman_on_a_flight_list_is_screened_referred_identified_and_sheltered(cast, now):
    shelter = ways.open_shelter(cast, at=now)
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    entry = RosterEntry.objects.get(operation=operation, row=2)

    way = ways.interviewed(ways.WOMAN, entry=entry, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now + timedelta(hours=1))
    need, asked, stay = ways.sheltered(way.case, shelter, cast, at=now + timedelta(hours=2))
    ways.decided(way.case, "positive", cast, at=now + timedelta(days=1))

    case = Case.objects.get()
    entry.refresh_from_db()
    need.refresh_from_db()
    assert (case.state, case.form, entry.status) == ("recovery", "labour", "screened")
    assert asked.status == "accepted"
    assert need.met_at is not None
    assert stay.until_at is None
    assert not case.clocks.filter(clock="emergency_shelter", stopped_at=None).exists()
    assert ledger.verify().whole


def test_help_came_before_the_decision_and_the_shelter_sees_only_what_it_needs(cast, now):
    shelter = ways.open_shelter(cast, at=now)
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)

    ways.sheltered(way.case, shelter, cast, at=now)

    assert Case.objects.get().state == "referred"
    identity = read_identity(case=way.case, viewer=cast.shahlo, purpose="case_page", at=now)
    assert identity.name == "Муҳаббат Канареева"
    assert identity.documents == ()
    assert LedgerEntry.objects.latest("seq").officer == cast.shahlo


def test_a_refusal_has_two_signatures_and_his_needs_are_still_answered(cast, now):
    way = ways.interviewed(ways.MAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)

    decision = ways.decided(way.case, "negative", cast, at=now)

    assert (decision.proposed_by, decision.signed_by) == (cast.davlat, cast.gulnora)
    assert Case.objects.get().state == "preliminary_negative"
    case = Case.objects.get()
    assert record_need(case=case, service="medical_care", urgency="soon", note="", by=cast.zarina, at=now).pk


def test_an_adult_who_declines_the_talk_leaves_no_name(cast, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    entry = RosterEntry.objects.get(operation=operation, row=3)
    begun = begin_screening(language="tg", in_danger=False, roster_entry=entry, by=cast.zarina, at=now)

    decline(screening=begun, sex="male", nationality="TJ", reason="not_now", by=cast.zarina, at=now)

    kept = Screening.objects.get()
    assert (kept.case, kept.roster_entry, kept.sealed) == (None, None, None)
    assert not Person.objects.exists()
    assert ledger.verify().whole


def test_an_adult_who_declines_the_referral_is_forgotten_by_name(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)

    record_refusal(case=way.case, reason="not_told", by=cast.zarina, at=now)

    assert Case.objects.get().state == "declined_anonymous"
    assert vault.unseal(Person.objects.get()) == {}
    assert Screening.objects.get().sealed is None


def test_a_child_is_referred_without_consent_and_a_guardian_is_told(cast, now):
    way = ways.interviewed(ways.GIRL, by=cast.zarina, at=now)

    ways.lodged(way.case, by=cast.zarina, at=now)

    case = Case.objects.get()
    assert (case.track, case.state) == ("child", "referred")
    assert case.disclosures.filter(to_desk__code="guardianship_dushanbe", ended_at=None).exists()
    assert case.clocks.filter(clock="child_guardian", stopped_at=None).exists()


def test_the_last_place_goes_to_one_and_the_other_is_told(cast, now):
    shelter = ways.open_shelter(cast, at=now)
    first = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    second = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    for way in (first, second):
        record_need(case=way.case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    place = Place.objects.get(shelter=shelter, kind="women")
    give_place(case=first.case, place=place, by=cast.shahlo, at=now)

    with pytest.raises(PlaceTaken) as told:
        give_place(case=second.case, place=place, by=cast.farzona, at=now)

    assert told.value.way_forward
    assert LedgerEntry.objects.latest("seq").act == "give_place.refused"
