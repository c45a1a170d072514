"""After an arrival people rest before anybody interviews them, families stay together, and the numbers say by when and by
whom everybody was reached, the second looks too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import (
    add_unnamed,
    begin_screening,
    call_next,
    open_operation,
    receive_all,
    receive_line,
    record_attempt,
    tell_conditions,
    tell_needs_now,
)
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.reached import reached
from panoh.screening.queries.roster import family_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def camp(cast, now):
    operation = open_operation(kind="camp", title="Return from the camp", on=now.date(), by=cast.zarina, at=now)
    add_unnamed(operation=operation, number=5, by=cast.zarina, at=now)
    return operation


def line(camp, row: int) -> RosterEntry:
    return RosterEntry.objects.get(operation=camp, row=row)


def test_everybody_rests_but_who_is_to_be_removed(camp, cast, now):
    RosterEntry.objects.filter(operation=camp, row=2).update(removal_on=now.date())

    number = receive_all(operation=camp, rest_until=now + timedelta(hours=24), by=cast.zarina, at=now)

    assert number == 4
    assert call_next(operation=camp, by=cast.zarina, at=now) == line(camp, 2)
    assert LedgerEntry.objects.get(act="receive_all").detail["people"] == 4


def test_danger_and_needs_are_asked_at_once_and_the_interview_waits_for_the_rest(camp, cast, now):
    receive_all(operation=camp, rest_until=now + timedelta(hours=24), by=cast.zarina, at=now)
    begun = begin_screening(roster_entry=line(camp, 1), in_danger=True, by=cast.zarina, at=now)
    tell_needs_now(screening=begun, needs_now=["doctor"], by=cast.zarina, at=now)
    talk = {"private_place": True, "language": "tg", "interpreter": False, "track": "adult"}

    with pytest.raises(OutOfOrder, match="rests until") as refused:
        tell_conditions(screening=begun, **talk, by=cast.zarina, at=now)

    assert "wish to talk now" in refused.value.way_forward
    assert tell_conditions(screening=begun, **talk, by=cast.zarina, at=now + timedelta(hours=24)).language == "tg"


def test_who_wishes_to_talk_now_talks_now(camp, cast, now):
    receive_all(operation=camp, rest_until=now + timedelta(hours=24), by=cast.zarina, at=now)

    receive_line(entry=line(camp, 3), rest_until=None, by=cast.zarina, at=now)

    assert call_next(operation=camp, by=cast.zarina, at=now) == line(camp, 3)


def test_a_family_stays_together(camp, cast, now):
    for row in (1, 4):
        receive_line(entry=line(camp, row), rest_until=None, family=7, by=cast.zarina, at=now)

    assert [each.row for each in family_of(line(camp, 1))] == [4]
    assert family_of(line(camp, 2)) == ()


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(hours=-1), timedelta(days=11)])
def test_a_rest_ends_at_a_moment_ahead(camp, cast, now, ahead):
    with pytest.raises(Refused, match="moment ahead"):
        receive_all(operation=camp, rest_until=now + ahead, by=cast.zarina, at=now)


def test_another_desk_lets_nobody_rest(camp, cast, now):
    with pytest.raises(NotPermitted):
        receive_line(entry=line(camp, 1), rest_until=None, by=cast.behruz, at=now)


def finished(entry, officer, at) -> Screening:
    begun = begin_screening(roster_entry=entry, knowingly=True, by=officer, at=at)
    Screening.objects.filter(pk=begun.pk).update(outcome="finished", finished_at=at)
    RosterEntry.objects.filter(pk=entry.pk).update(status="screened")
    return begun


def test_how_many_were_screened_by_when_and_by_whom_each_person_once(camp, cast, now):
    tomorrow = now + timedelta(days=1)
    finished(line(camp, 1), cast.zarina, now)
    finished(line(camp, 1), cast.zarina, tomorrow)
    finished(line(camp, 2), cast.nigina, tomorrow)

    found = reached([camp.pk], today=tomorrow.date())

    assert [(each.day, each.number, each.so_far) for each in found.by_day] == [
        (now.date(), 1, 1),
        (tomorrow.date(), 1, 2),
    ]
    assert {each.desk: each.number for each in found.by_desk} == {str(cast.zarina.desk): 1, str(cast.nigina.desk): 1}
    assert found.total == 5


def test_second_looks_at_30_and_90_days_are_counted(camp, cast, now):
    due = now + timedelta(days=31)
    RosterEntry.objects.filter(operation=camp).update(status="again", again_on=now.date() + timedelta(days=30))
    record_attempt(entry=line(camp, 1), outcome="seen", by=cast.zarina, at=due)
    record_attempt(entry=line(camp, 2), outcome="refused", by=cast.zarina, at=due)
    RosterEntry.objects.filter(operation=camp, row=3).update(looks=1, again_on=now.date() + timedelta(days=90))

    first, second = reached([camp.pk], today=due.date()).looks

    assert (first.days, first.seen, first.refused, first.open, first.late) == (30, 1, 1, 2, 2)
    assert (second.days, second.seen, second.refused, second.open, second.late) == (90, 0, 0, 1, 0)


def test_by_page_and_by_api(camp, cast, client):
    client.force_login(cast.zarina)
    page = reverse("screening:receive_all", args=[camp.pk])

    assert client.get(page).status_code == 200
    bad = client.post(page, {"rest_until": "2020-01-01T10:00"})
    assert bad.status_code == 422
    assert "2020-01-01T10:00" in bad.content.decode()
    sent = client.post(
        f"/api/screening/roster/{line(camp, 1).pk}/reception", {"family": 3}, content_type="application/json"
    )
    assert sent.status_code == 200
    numbers = client.get(reverse("screening:operation_numbers", args=[camp.pk])).content.decode()
    assert "Seen a second time" in numbers
    assert client.get(f"/api/screening/operations/{camp.pk}/numbers").json()["reached"]["total"] == 5
