"""The pages of operations: opening one, its roster by urgency, and what became of each person."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.registry.models import LedgerEntry
from panoh.screening.actions import import_roster, open_operation
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.rules import Answer
from panoh.screening.rules.roster import RosterRow

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
LEFT = {"moved_to": "left", "said_by": "seen"}


@pytest.fixture
def zarina(client, cast):
    client.force_login(cast.zarina)
    return client


@pytest.fixture
def flight(cast, now) -> Operation:
    operation = open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)
    rows = (
        RosterRow(2, "Саидов Алӣ", document="DEMO0001"),
        RosterRow(3, "Ҷӯраева Муҳаббат", document="DEMO0002", answers=(("in_danger", Answer.YES),)),
    )
    import_roster(operation=operation, rows=rows, by=cast.zarina, at=now)
    return operation


def show(client, flight, query: str = "") -> str:
    return client.get(reverse("screening:operation", args=[flight.pk]) + query).content.decode()


def test_an_operation_is_opened_on_a_page(zarina):
    given = {"kind": "border", "title": "Post 4", "on": "2026-11-16", "region": ""}

    page = zarina.post(reverse("screening:new_operation"), given, follow=True)

    assert Operation.objects.get().title == "Post 4"
    assert "Post 4" in page.content.decode()


def test_a_second_one_of_the_same_title_on_a_day_keeps_what_was_typed(zarina):
    given = {
        "kind": "border",
        "title": "Post 4",
        "on": "2026-11-16",
        "region": "",
        "place": "Fotehobod",
        "expected": "12",
    }
    zarina.post(reverse("screening:new_operation"), given)

    answer = zarina.post(reverse("screening:new_operation"), given)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "on that day already" in page
    assert 'value="Fotehobod"' in page
    assert 'value="12"' in page
    assert Operation.objects.count() == 1


def test_the_roster_names_the_people_in_the_order_of_the_queue_and_writes_the_read_down(zarina, flight):
    text = show(zarina, flight)

    assert text.index("Муҳаббат") < text.index("Саидов")
    assert LedgerEntry.objects.latest("seq").act == "read_roster"


def test_people_in_immediate_danger_are_called_out_and_can_be_shown_alone(zarina, flight):
    assert "1 person is in immediate danger" in show(zarina, flight)
    assert "Саидов" not in show(zarina, flight, "?show=in_danger")


def test_whoever_moved_on_leaves_the_queue_and_can_come_back(zarina, flight):
    entry = RosterEntry.objects.get(row=2)
    zarina.post(
        reverse("screening:roster_status", args=[entry.pk]), {"status": "moved_on", "seen_as": "to_screen", **LEFT}
    )

    assert "Саидов" not in show(zarina, flight)
    assert "Саидов" in show(zarina, flight, "?show=moved_on")
    zarina.post(reverse("screening:roster_status", args=[entry.pk]), {"status": "to_screen", "seen_as": "moved_on"})
    assert "Саидов" in show(zarina, flight)


def test_a_page_that_is_too_old_changes_nothing_and_says_so(zarina, flight):
    entry = RosterEntry.objects.get(row=2)
    zarina.post(reverse("screening:roster_status", args=[entry.pk]), {"status": "again", "seen_as": "to_screen"})

    answer = zarina.post(
        reverse("screening:roster_status", args=[entry.pk]), {"status": "moved_on", "seen_as": "to_screen", **LEFT}
    )

    assert answer.status_code == 409
    assert RosterEntry.objects.get(row=2).status == "again"


@pytest.mark.parametrize("status", ["screened", "declined", "nonsense"])
def test_a_page_does_not_mark_anyone_screened_or_declined(zarina, flight, status):
    entry = RosterEntry.objects.get(row=2)

    zarina.post(reverse("screening:roster_status", args=[entry.pk]), {"status": status, "seen_as": "to_screen"})

    assert RosterEntry.objects.get(row=2).status == "to_screen"


def test_no_address_carries_a_name(zarina, flight):
    text = show(zarina, flight)

    addresses = [part.split('"')[0] for part in text.split('href="')[1:]]
    assert not [address for address in addresses if "DEMO0" in address or "Саидов" in address]


def test_odd_parameters_show_the_queue(zarina, flight):
    assert "Саидов" in show(zarina, flight, "?show=nothing&page=-4")


@pytest.mark.parametrize("name", ["safar", "alisher", "firuza", "shahlo", "davlat", "rustam", "parvina", "jamshed"])
def test_a_post_that_runs_no_operations_is_refused(name, client, cast, flight):
    client.force_login(getattr(cast, name))
    entry = RosterEntry.objects.get(row=2)

    answers = [
        client.get(reverse("screening:operations")),
        client.get(reverse("screening:new_operation")),
        client.get(reverse("screening:operation", args=[flight.pk])),
        client.post(reverse("screening:roster_status", args=[entry.pk]), {"status": "again", "seen_as": "to_screen"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4


def test_the_list_of_operations_takes_the_same_number_of_queries_for_one_and_for_many(
    zarina, cast, now, flight, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        zarina.get(reverse("screening:operations"))
    for number in range(20):
        open_operation(kind="flight", title=f"DEMO {number}", on=DAY, by=cast.zarina, at=now)

    with django_assert_max_num_queries(9):
        zarina.get(reverse("screening:operations"))


def test_an_interview_begins_from_the_roster_without_a_name_in_its_address(zarina, flight):
    entry = RosterEntry.objects.get(row=2)
    address = reverse("screening:begin_for", args=[entry.pk])

    assert address in show(zarina, flight)
    zarina.post(address, {"in_danger": "no"})
    assert entry.screenings.count() == 1


def test_the_part_of_the_roster_that_is_shown_is_marked(zarina, flight):
    assert '?show=queue#roster" aria-current="page"' in show(zarina, flight)
    assert "Nobody." in show(zarina, flight, "?show=screened")
