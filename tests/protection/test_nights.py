"""Nights by month and kind: reckoned by hand, from the records, on the house's page, and for the country without a house."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import end_stay
from panoh.protection.models import Place, Stay
from panoh.protection.queries.nights import own_occupancy
from panoh.protection.rules.nights import BedKept, Slept, nights
from panoh.referral.actions import answer, record_need, refer
from panoh.registry.actions import record_consent
from tests.protection.conftest import ADDRESS

NOV, DEC, JAN = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
LONG_AGO = date(2020, 1, 1)


def reckon(beds, stays, *, last=date(2026, 12, 31), today=date(2027, 3, 1)) -> dict:
    found = nights(beds, stays, first=NOV, last=last, today=today)
    return {(each.month, each.kind): (each.taken, each.kept, each.free) for each in found}


def test_a_stay_over_the_end_of_a_month_counts_in_both_and_its_last_day_is_no_night():
    beds = [BedKept("1-1", "1", "women", LONG_AGO)]

    found = reckon(beds, [Slept("1-1", date(2026, 11, 29), date(2026, 12, 3))])

    assert found == {(NOV, "women"): (2, 0, 28), (DEC, "women"): (2, 0, 29)}


def test_a_stay_that_ended_on_the_day_it_began_had_no_night():
    found = reckon([BedKept("1-1", "1", "men", LONG_AGO)], [Slept("1-1", NOV, NOV)])

    assert found[NOV, "men"] == (0, 0, 30)


def test_a_stay_goes_on_until_last_night_and_the_month_is_counted_so_far():
    beds = [BedKept("1-1", "1", "women", LONG_AGO), BedKept("1-2", "1", "women", date(2026, 11, 6))]

    found = reckon(beds, [Slept("1-1", date(2026, 11, 8), None)], today=date(2026, 11, 11))

    assert found == {(NOV, "women"): (3, 0, 12)}


def test_beds_beside_a_family_are_kept_and_not_free():
    beds = [BedKept(f"5-{bed}", "5", "family", LONG_AGO) for bed in (1, 2, 3)]
    stays = [Slept("5-1", NOV, date(2026, 11, 11)), Slept("5-2", NOV, date(2026, 11, 6))]

    found = reckon(beds, stays)

    assert found[NOV, "family"] == (15, 5 * 1 + 5 * 2, 90 - 30)


def test_where_it_is_not_known_since_when_a_bed_is_there_free_nights_are_not_guessed():
    beds = [BedKept("1-1", "1", "women", None), BedKept("2-1", "2", "men", LONG_AGO)]

    found = reckon(beds, [Slept("1-1", NOV, DEC)])

    assert found[NOV, "women"] == (30, 0, None)
    assert found[NOV, "men"] == (0, 0, 30)


def test_a_bed_counts_for_whom_it_was_that_night_and_not_at_all_while_it_was_closed():
    """Women until 10 November, closed until the 20th, men from then on."""
    tenth, twentieth = date(2026, 11, 10), date(2026, 11, 20)
    beds = [BedKept("1-1", "1", "women", LONG_AGO, tenth), BedKept("1-1", "1", "men", twentieth)]

    found = reckon(beds, [Slept("1-1", NOV, date(2026, 11, 4)), Slept("1-1", date(2026, 11, 25), None)])

    assert found[NOV, "women"] == (3, 0, 9 - 3)
    assert found[NOV, "men"] == (6, 0, 11 - 6)
    assert found[DEC, "men"] == (31, 0, 0)


def test_what_is_not_known_of_the_past_does_not_darken_the_months_after_it():
    beds = [BedKept("1-1", "1", "women", None, DEC), BedKept("1-1", "1", "women", DEC)]

    found = reckon(beds, [])

    assert (found[NOV, "women"][2], found[DEC, "women"][2]) == (None, 31)


def test_nothing_ahead_is_counted():
    assert nights([BedKept("1-1", "1", "women", LONG_AGO)], [], first=JAN, last=date(2027, 12, 31), today=DEC) == ()


pytest_db = pytest.mark.django_db


@pytest_db
def test_a_house_sees_its_nights_who_found_no_place_and_who_waits(staying, accepted, someone, cast, now):
    stay = staying()
    accepted()
    declined(someone(), cast, now, "full")
    declined(someone(), cast, now, "unsafe")
    later = now + timedelta(days=3)
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=later)

    found = own_occupancy(cast.shahlo, today=(now + timedelta(days=5)).date())

    women = next(each for each in found.nights if each.kind == "women" and each.taken)
    assert (women.taken, women.free) == (3, 2 * 5 - 3)
    month = found.turned[-1]
    assert (month.full, month.otherwise, month.waiting) == (1, 1, 1)
    assert len(found.turned) == 12


def declined(case, cast, now, reason: str) -> None:
    agreed = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    need = record_need(case=case, service="safe_accommodation", urgency="soon", note="", by=cast.zarina, at=now)
    sent = refer(need=need, to_desk=cast.shahlo.desk, consent=agreed, message="", by=cast.zarina, at=now)
    answer(referral=sent, accepted=False, decline_reason=reason, words="", by=cast.shahlo, at=now)


@pytest_db
def test_page_and_api_of_the_house_show_numbers_only(staying, client, cast):
    stay = staying()
    Stay.objects.update(from_at=stay.from_at - timedelta(days=2))
    Place.objects.update(since=LONG_AGO)
    client.force_login(cast.shahlo)

    page = client.get(reverse("protection:nights")).content.decode()
    given = client.get("/api/protection/nights")

    assert "Nights by month" in page
    assert sum(each["taken"] for each in given.json()["nights"]) > 0
    for mark in (stay.case.reference, "Гулбаҳор", ADDRESS):
        assert mark not in page + given.content.decode()


@pytest_db
def test_the_country_sees_all_houses_together_and_small_numbers_marked(staying, other_house, client, cast):
    stay = staying()
    Stay.objects.update(from_at=stay.from_at - timedelta(days=2))
    client.force_login(cast.alisher)
    year = (stay.from_at - timedelta(days=2)).year

    page = client.get(reverse("statistics:nights"), {"year": year}).content.decode()
    given = client.get("/api/statistics/nights", {"year": year}).json()

    taken = [each["taken"] for each in given["nights"] if each["kind"] == "women" and each["taken"]["count"]]
    assert taken[0]["kind"] == "number"
    assert {each["month"] for each in given["turned"]}
    assert "not for publication" in page
    for mark in (stay.case.reference, "dushanbe", "room 1", str(other_house.pk)):
        assert mark not in str(given)
    client.force_login(cast.safar)
    assert client.get(reverse("statistics:nights")).status_code == 403
