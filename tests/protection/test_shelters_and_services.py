"""A shelter's address is sealed; services given meet needs, and a charge to the victim is marked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.protection.actions import PlaceGiven, open_shelter, record_service
from panoh.protection.models import Shelter
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.protection.conftest import ADDRESS

pytestmark = pytest.mark.django_db


def test_the_address_is_sealed(shelter):
    kept = Shelter.objects.get()

    assert b"Rudaki" not in bytes(kept.sealed)
    assert vault.unseal(kept) == {"address": ADDRESS}
    assert "Rudaki" not in str(LedgerEntry.objects.last().detail)


def test_a_shelter_is_opened_by_the_desk_that_runs_it(cast, officer_elsewhere, now):
    with pytest.raises(NotPermitted, match="desk that runs it"):
        open_shelter(
            desk=cast.shahlo.desk,
            code="x",
            address=ADDRESS,
            places=(PlaceGiven("1", 1, "women"),),
            by=officer_elsewhere,
            at=now,
        )


@pytest.mark.parametrize("places", [(), (PlaceGiven("1", 1, "cats"),)])
def test_a_shelter_needs_places_for_people(places, cast, now):
    with pytest.raises(Refused, match="at least one place"):
        open_shelter(desk=cast.shahlo.desk, code="x", address=ADDRESS, places=places, by=cast.shahlo, at=now)


def test_a_bed_that_stands_twice_opens_nothing(cast, now):
    twice = (PlaceGiven("1", 1, "women"), PlaceGiven("1", 1, "men"))

    with pytest.raises(Conflict, match="bed stands twice"):
        open_shelter(desk=cast.shahlo.desk, code="x", address=ADDRESS, places=twice, by=cast.shahlo, at=now)

    assert not Shelter.objects.exists()


def test_a_service_given_meets_the_need(accepted, cast, now):
    case = accepted()
    need = record_need(case=case, service="medical_care", urgency="soon", note="", by=cast.zarina, at=now)

    record_service(case=case, service="medical_care", on=now.date(), payer="state", by=cast.shahlo, at=now)

    need.refresh_from_db()
    assert need.met_at == now
    assert LedgerEntry.objects.last().detail["charged"] is False


def test_a_charge_to_the_victim_is_on_record(accepted, cast, now):
    record_service(case=accepted(), service="medical_care", on=now.date(), payer="victim", by=cast.shahlo, at=now)

    assert LedgerEntry.objects.last().detail["charged"] is True


def test_the_same_service_on_the_same_day_counts_once(accepted, cast, now):
    case = accepted()
    record_service(case=case, service="medical_care", on=now.date(), payer="state", by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="already"):
        record_service(case=case, service="medical_care", on=now.date(), payer="ngo", by=cast.farzona, at=now)

    assert case.services.count() == 1


def test_a_service_is_not_recorded_before_it_is_given(accepted, cast, now):
    tomorrow = now.date() + timedelta(days=1)

    with pytest.raises(Refused, match="lies ahead"):
        record_service(case=accepted(), service="medical_care", on=tomorrow, payer="state", by=cast.shahlo, at=now)


def test_a_service_of_the_year_1900_is_a_slip_and_one_of_last_year_is_kept(accepted, cast, now):
    given = {"service": "medical_care", "payer": "state", "by": cast.shahlo, "at": now}

    with pytest.raises(Refused, match="years before the case was opened"):
        record_service(case=accepted(), on=date(1900, 1, 1), **given)
    assert record_service(case=accepted(), on=now.date() - timedelta(days=365), **given).pk


def test_who_does_not_see_the_case_records_no_service(someone, cast, now):
    with pytest.raises(NotPermitted):
        record_service(case=someone(), service="medical_care", on=now.date(), payer="state", by=cast.shahlo, at=now)
