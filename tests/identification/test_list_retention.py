"""People on a list who led to no case: a year after the operation was closed somebody decides, and two officers erase."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.exchange.housekeeping import sweep
from panoh.identification.actions import ask_to_erase_list, erase_list_names, keep_list_names, refuse_to_erase_list
from panoh.identification.models import ListRetention
from panoh.identification.queries.list_retention import lists_over
from panoh.identification.queries.worklist import worklist
from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import import_roster, join_lines, reopen_operation
from panoh.screening.models import Operation, RosterMatch
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=2 * 366)
DAY = timedelta(days=1)
THREE = (*FLIGHT, RosterRow(row=9, name="Гулнора"))


@pytest.fixture
def before(now):
    return now - LONG_AGO


@pytest.fixture
def flight(cast, before) -> Operation:
    return ways.old_list(FLIGHT, by=cast.zarina, at=before)


@pytest.fixture
def firuza(cast):
    return cast.officers["firuza"]


@pytest.fixture
def asked(flight, firuza, now) -> ListRetention:
    return ask_to_erase_list(operation=flight, by=firuza, at=now)


def over(at) -> list[tuple[Operation, int]]:
    return [(each.operation, each.names) for each in lists_over(on=at.date())]


def named(operation: Operation) -> int:
    return operation.roster.exclude(sealed_key=None).count()


def test_a_year_after_closing_a_list_comes_before_people_and_nothing_is_erased_by_a_clock(flight, before, now):
    assert over(before + 364 * DAY) == []
    assert over(now) == [(flight, len(FLIGHT))]
    done = sweep(at=now)
    assert (done.over, named(flight)) == (1, len(FLIGHT))


def test_two_officers_erase_and_what_coverage_counts_stays(asked, flight, cast, now):
    counted = list(flight.roster.order_by("row").values_list("row", "status", "sex", "nationality"))

    erase_list_names(asked=asked, by=cast.nigina, at=now)

    asked.refresh_from_db()
    assert (named(flight), asked.lines, over(now)) == (0, len(FLIGHT), [])
    assert list(flight.roster.order_by("row").values_list("row", "status", "sex", "nationality")) == counted
    assert not flight.roster.exclude(born_from=None, born_to=None).exists()
    assert LedgerEntry.objects.latest("seq").detail["lines"] == len(FLIGHT)


def test_the_same_list_sent_again_brings_no_name_back(asked, flight, cast, now):
    erase_list_names(asked=asked, by=cast.nigina, at=now)
    reopen_operation(operation=flight, by=cast.zarina, at=now)

    import_roster(operation=flight, rows=FLIGHT, by=cast.zarina, at=now)

    assert (flight.roster.count(), named(flight)) == (len(FLIGHT), 0)


def test_whoever_led_to_a_case_stays_with_the_case_and_so_does_who_was_joined_to_them(cast, before, firuza, now):
    flight = ways.came_by_flight(THREE, by=cast.zarina, at=before)
    first, second, *others = flight.roster.order_by("row")
    join_lines(kept=first, other=second, by=cast.zarina, at=before)
    ways.interviewed(ways.WOMAN, entry=first, by=cast.zarina, at=before)
    ways.closed(flight, by=cast.zarina, at=before)
    assert over(now) == [(flight, len(others))]

    asked = ask_to_erase_list(operation=flight, by=firuza, at=now)
    erase_list_names(asked=asked, by=cast.nigina, at=now)

    kept = flight.roster.exclude(sealed_key=None)
    assert set(kept) == {first, second}
    assert vault.unseal(kept.get(pk=second.pk))["name"] == FLIGHT[1].name


def test_whom_an_officer_found_on_record_stays(flight, cast, firuza, now):
    entry = flight.roster.order_by("row").first()
    person = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case.person
    match = RosterMatch.objects.create(entry=entry, person=person, strength="likely", proposed_at=now)
    assert over(now) == [(flight, len(FLIGHT))]

    RosterMatch.objects.filter(pk=match.pk).update(state="same", decided_by=cast.zarina, decided_at=now)

    assert over(now) == [(flight, len(FLIGHT) - 1)]


def test_a_list_whose_people_all_led_to_cases_asks_nobody_anything(cast, before, firuza, now):
    flight = ways.came_by_flight(FLIGHT[:1], by=cast.zarina, at=before)
    ways.interviewed(ways.WOMAN, entry=flight.roster.get(), by=cast.zarina, at=before)
    ways.closed(flight, by=cast.zarina, at=before)

    assert over(now) == []
    with pytest.raises(OutOfOrder, match="past its time"):
        ask_to_erase_list(operation=flight, by=firuza, at=now)


def test_nobody_erases_alone(asked, flight, firuza, now):
    with pytest.raises(NotPermitted, match="asked for this yourself"):
        erase_list_names(asked=asked, by=firuza, at=now)

    assert named(flight) == len(FLIGHT)
    assert LedgerEntry.objects.latest("seq").act == "erase_list_names.refused"


def test_who_does_not_agree_sends_it_back_and_it_comes_before_people_again(asked, flight, cast, now):
    assert over(now) == []

    refuse_to_erase_list(asked=asked, by=cast.nigina, at=now)

    assert over(now) == [(flight, len(FLIGHT))]
    with pytest.raises(Conflict):
        erase_list_names(asked=asked, by=cast.nigina, at=now)


def test_names_are_kept_for_a_reason_until_a_day_and_come_back_then(flight, firuza, now):
    until = now + 300 * DAY

    keep_list_names(operation=flight, because="proceedings", until=until.date(), by=firuza, at=now)

    assert over(now) == []
    assert over(until) == [(flight, len(FLIGHT))]


@pytest.mark.parametrize(
    ("because", "days"), [("person_wishes", 9), ("tired", 9), ("proceedings", 0), ("proceedings", 999)]
)
def test_a_reason_of_no_list_or_a_day_outside_the_limit_is_refused(flight, firuza, now, because, days):
    with pytest.raises(Refused):
        keep_list_names(operation=flight, because=because, until=(now + days * DAY).date(), by=firuza, at=now)


def test_before_the_time_and_while_the_operation_is_open_nothing_is_asked(flight, cast, firuza, before, now):
    with pytest.raises(OutOfOrder, match="past its time"):
        ask_to_erase_list(operation=flight, by=firuza, at=before + 300 * DAY)
    reopen_operation(operation=flight, by=cast.zarina, at=now)
    assert over(now) == []
    with pytest.raises(OutOfOrder, match="not closed"):
        ask_to_erase_list(operation=flight, by=firuza, at=now)


def test_an_operation_opened_again_after_somebody_asked_is_not_erased(asked, flight, cast, now):
    reopen_operation(operation=flight, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="not closed"):
        erase_list_names(asked=asked, by=cast.nigina, at=now)


def test_a_second_question_while_one_waits_is_refused(asked, flight, cast, now):
    with pytest.raises(Conflict, match="A colleague asked"):
        ask_to_erase_list(operation=flight, by=cast.nigina, at=now)
    with pytest.raises(Conflict, match="A colleague asked"):
        keep_list_names(operation=flight, because="proceedings", until=(now + DAY).date(), by=cast.nigina, at=now)


def test_who_may_not_decide_is_refused(flight, cast, now):
    with pytest.raises(NotPermitted):
        ask_to_erase_list(operation=flight, by=cast.zarina, at=now)


def test_the_second_signature_is_work_of_whoever_may_give_it(asked, cast, firuza, now):
    def lines(officer):
        return [each.what for each in worklist(officer, now=now).items if "names are erased" in each.what]

    assert (len(lines(cast.nigina)), lines(firuza), lines(cast.zarina)) == (1, [], [])


def test_the_way_through_the_pages(flight, cast, firuza, client):
    page = reverse("identification:retention")
    client.force_login(firuza)
    listed = client.get(page).content.decode()
    assert flight.title in listed
    assert FLIGHT[0].name not in listed
    kept = reverse("identification:keep_list_names", args=[flight.pk])
    late = client.post(kept, {"because": "proceedings", "until": "2020-01-01"}).content.decode()
    assert 'value="2020-01-01"' in late
    client.post(reverse("identification:ask_to_erase_list", args=[flight.pk]))
    assert "another officer signs" in client.get(page).content.decode()

    client.force_login(cast.nigina)
    asked = flight.retentions.get()
    answer = client.post(reverse("identification:erase_list_names", args=[asked.pk]), follow=True)

    assert "The names are erased." in answer.content.decode()
    assert named(flight) == 0


def test_the_way_through_the_api(flight, cast, firuza, client):
    client.force_login(firuza)
    listed = client.get("/api/identification/retention").json()["lists_over"]
    assert [(each["title"], each["names"]) for each in listed] == [(flight.title, len(FLIGHT))]
    made = client.post(f"/api/identification/retention/lists/{flight.pk}/erase")
    path = f"/api/identification/retention/lists/{made.json()['id']}"
    client.force_login(cast.nigina)

    assert client.post(f"{path}/signature").json()["lines"] == len(FLIGHT)
    assert client.post(f"{path}/refusal").status_code == 409
