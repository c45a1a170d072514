"""The pages of a roster and its API: adding, correcting, closing, numbers that update, shifts; nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.registry.models import LedgerEntry
from panoh.screening.actions import call_next, offer_hand_over, set_roster_status
from panoh.screening.models import Closing, HandOver, LookAttempt, RosterEntry, Screening
from panoh.screening.queries.operations import responsible
from tests.screening.rosters import LEFT, known

pytestmark = pytest.mark.django_db


@pytest.fixture
def zarina(client, cast):
    client.force_login(cast.zarina)
    return client


def text(answer) -> str:
    return answer.content.decode()


def send(client, route: str, *ids, **fields):
    return client.post(reverse(f"screening:{route}", args=ids), fields, follow=True)


def test_somebody_is_added_by_hand_with_a_description_only(zarina, raid):
    answer = send(zarina, "add_person", raid.pk, description="woman about 30, red coat", guessed_age="30")

    entry = RosterEntry.objects.get()
    assert "red coat" in text(answer)
    assert (entry.born_from, entry.born_to) == (1991, 2001)


def test_a_guess_near_eighteen_is_in_doubt_and_comes_first(zarina, raid):
    send(zarina, "add_person", raid.pk, description="girl or young woman", guessed_age="20")

    assert RosterEntry.objects.get().because == ["child"]


def test_a_form_without_anything_is_told_what_to_write(zarina, raid):
    answer = send(zarina, "add_person", raid.pk, sex="female")

    assert "Write a name" in text(answer)
    assert not RosterEntry.objects.exists()


def test_a_person_who_is_there_already_is_named_by_line_and_nothing_typed_is_lost(zarina, raid, add):
    add(known("Саидов Алӣ"))

    answer = send(zarina, "add_person", raid.pk, name="Саидов Алӣ", description="grey hat")

    assert answer.status_code == 409
    assert "line 1" in text(answer)
    assert 'value="grey hat"' in text(answer)
    assert reverse("screening:line", args=[RosterEntry.objects.get().pk]) in text(answer)
    send(zarina, "add_person", raid.pk, name="Саидов Алӣ", description="grey hat", another="on")
    assert RosterEntry.objects.count() == 2


def test_people_seen_are_added_by_number_and_a_word_is_told(zarina, raid):
    assert "12 people were added" in text(send(zarina, "add_unnamed", raid.pk, number="12"))
    assert "a whole number from 1 to 500" in text(send(zarina, "add_unnamed", raid.pk, number="twelve"))
    assert RosterEntry.objects.count() == 12


def test_a_line_is_corrected_and_shows_what_stood_there(zarina, raid, add):
    entry = add(known("Саидов Алӣ"))

    answer = send(zarina, "line", entry.pk, name="Саидова Алия")

    assert "Саидова Алия" in text(answer)
    assert "Саидов Алӣ" in text(answer)
    assert LedgerEntry.objects.filter(act="correct_line").count() == 1


def test_a_correction_over_an_older_page_shows_both_and_is_taken_when_sent_again(zarina, raid, add):
    entry = add(known("Саидов Алӣ"))
    seen = zarina.get(reverse("screening:line", args=[entry.pk])).context["form"].initial["seen"]
    send(zarina, "line", entry.pk, name="Саидова Алия", document="DEMO 8812345", seen=seen)

    late = send(zarina, "line", entry.pk, name="Саидова Ольга", description="grey hat", seen=seen)

    assert late.status_code == 409
    stands_now = text(late).split('id="stands"')[1].split("</section>")[0]
    assert ("Саидова Алия" in stands_now, "DEMO 8812345" in stands_now) == (True, True)
    assert 'value="Саидова Ольга"' in text(late)
    again = {"name": "Саидова Ольга", "document": "DEMO 8812345", "seen": late.context["form"]["seen"].value()}
    assert send(zarina, "line", entry.pk, **again).status_code == 200
    assert LedgerEntry.objects.filter(act="correct_line").count() == 2


def test_where_somebody_went_is_asked_and_shown(zarina, people):
    (entry,) = people(1)

    refused = send(zarina, "roster_status", entry.pk, status="moved_on", seen_as="to_screen")
    assert "Say where the person went" in text(refused)
    send(zarina, "roster_status", entry.pk, status="moved_on", seen_as="to_screen", moved_to="hospital", said_by="seen")

    shown = text(zarina.get(reverse("screening:operation", args=[entry.operation_id]) + "?show=moved_on"))
    assert "to a hospital" in shown


def test_the_next_person_is_called_and_let_go(zarina, raid, people, komron):
    people(2)

    called = send(zarina, "call_next", raid.pk)

    entry = RosterEntry.objects.get(claimed_until__isnull=False)
    assert "with Zarina" in text(called)
    send(zarina, "release", entry.pk)
    assert not RosterEntry.objects.filter(claimed_until__isnull=False).exists()


def test_when_nobody_waits_it_is_said(zarina, raid):
    assert "Nobody waits" in text(send(zarina, "call_next", raid.pk))


def test_the_numbers_come_alone_for_a_page_that_stays_open(zarina, raid, people):
    people(3)

    part = text(zarina.get(reverse("screening:operation_now", args=[raid.pk])))

    assert part.startswith("<svg")
    assert "<html" not in part
    assert "style=" not in part


def test_closing_names_who_is_left_and_keeps_what_was_typed(zarina, raid, add):
    add(known("Саидов Алӣ"))
    answer = send(zarina, "close_operation", raid.pk, reason="  ")

    assert answer.status_code == 422
    assert "Саидов Алӣ" in text(answer)
    assert "1 person is not accounted for" in text(answer)
    closed = send(zarina, "close_operation", raid.pk, reason="Left by bus.")
    assert "Closed on" in text(closed)
    assert "Left by bus." not in text(closed)
    assert Closing.objects.get().unaccounted == 1
    assert "Call the next person" in text(send(zarina, "reopen_operation", raid.pk))


def test_before_anybody_is_asked_the_rules_of_safety_are_shown_with_their_mark(zarina, raid):
    shown = text(zarina.get(reverse("screening:operation", args=[raid.pk])))

    assert "Separate those suspected of exploiting" in shown
    assert "provisional" in shown


def test_the_number_expected_stands_beside_the_roster(zarina, raid, people):
    people(3)
    assert "of 15 expected" in text(send(zarina, "expected", raid.pk, expected="15"))
    assert "whole number" in text(send(zarina, "expected", raid.pk, expected="-2"))


def test_files_of_numbers_open_in_a_spreadsheet_and_name_nobody(zarina, raid, add):
    add(known("Саидов Алӣ", document="A 777"))

    one = text(zarina.get(reverse("screening:operation_csv", args=[raid.pk])))
    days = {"start": "2026-11-01", "end": "2026-11-30"}
    every = text(zarina.get(reverse("screening:period_csv"), days))

    for file in (one, every):
        assert file.startswith("\ufeff")
        assert "Саидов" not in file
        assert "777" not in file
    assert ",raid," in every


def test_a_period_that_ends_before_it_begins_is_told(zarina):
    days = {"start": "2026-11-30", "end": "2026-11-01"}

    assert "ends before it begins" in text(zarina.get(reverse("screening:period"), days))
    assert zarina.get(reverse("screening:period_csv"), days).status_code == 422


def test_a_shift_is_handed_over_on_pages(zarina, raid, people, cast, komron, client):
    people(2)
    send(zarina, "offer_hand_over", raid.pk, to=f"officer-{komron.pk}", note="Two are in the car.")
    offered = HandOver.objects.get()
    assert responsible(raid).officer == cast.zarina

    client.force_login(komron)
    page = text(client.get(reverse("screening:hand_over", args=[offered.pk])))
    send(client, "answer_hand_over", offered.pk, answer="accept")

    assert "Two are in the car." in page
    assert responsible(raid).officer == komron


def test_an_offer_to_somebody_else_is_not_shown_nor_answered(raid, cast, client, now):
    offered = offer_hand_over(operation=raid, to_desk=cast.nigina.desk, by=cast.zarina, at=now)
    client.force_login(cast.behruz)

    assert client.get(reverse("screening:hand_over", args=[offered.pk])).status_code == 403
    assert (
        client.post(reverse("screening:answer_hand_over", args=[offered.pk]), {"answer": "accept"}).status_code == 403
    )


def test_what_came_of_a_try_is_recorded_on_the_page_of_the_week(zarina, add, cast, now):
    entry = add(known("Саидов Алӣ", contact="+992 1", born_from=1990, born_to=1990))
    set_roster_status(entry=entry, status="moved_on", told=LEFT, by=cast.zarina, at=now)
    RosterEntry.objects.update(again_on=now.date() - timedelta(days=400))

    page = text(zarina.get(reverse("screening:to_see_again")))
    send(zarina, "attempt", entry.pk, outcome="no_answer")

    assert "Саидов Алӣ" in page
    assert "+992 1" in page
    assert LookAttempt.objects.get().outcome == "no_answer"


def api(client, method: str, path: str, **body):
    return client.generic(method, f"/api/screening{path}", __import__("json").dumps(body), "application/json")


def test_everything_on_the_pages_is_done_through_the_api_by_the_same_acts(zarina, cast, client, komron):
    plan = {"kind": "detention", "title": "Centre", "on": "2026-11-16", "expected": 3}
    operation = api(zarina, "POST", "/operations", **plan).json()["id"]
    path = f"/operations/{operation}"
    line = api(zarina, "POST", f"{path}/people", name="Саидов Алӣ", document="A 1", removal_on="2026-11-18").json()
    again = api(zarina, "POST", f"{path}/people", name="Ali Saidov", document="a1")
    unnamed = api(zarina, "POST", f"{path}/unnamed", number=2).json()
    called = api(zarina, "POST", f"{path}/next").json()

    assert (again.status_code, "line 1" in again.json()["reason"]) == (409, True)
    assert "Саидов" not in str(line)
    assert called["id"] == line["id"]
    read = api(zarina, "GET", f"/roster/{line['id']}").json()
    assert (read["said"]["name"], read["with_officer"]) == ("Саидов Алӣ", "Zarina")
    corrected = api(zarina, "POST", f"/roster/{line['id']}/correct", name="Саидов Алӣ", document="A 1", seen="stale")
    assert corrected.status_code == 409
    joined = api(zarina, "POST", f"/roster/{line['id']}/join", other=unnamed[0]["id"]).json()
    assert api(zarina, "GET", path).json()["total"] == 2
    api(zarina, "POST", f"/joinings/{joined['id']}/part")
    moved = {"seen_as": "to_screen", "status": "moved_on", "moved_to": "left", "said_by": "seen"}
    for each in (line, *unnamed):
        assert api(zarina, "POST", f"/roster/{each['id']}/status", **moved).status_code == 200
    closed = api(zarina, "POST", f"{path}/close").json()
    assert (closed["closed"], closed["coverage"]["moved_on"], closed["unaccounted"]) == (True, 3, 0)
    api(zarina, "POST", f"{path}/reopen")
    offered = api(zarina, "POST", f"{path}/hand-overs", to_desk=cast.zarina.desk.code, to_officer="komron").json()
    client.force_login(komron)
    assert api(client, "POST", f"/hand-overs/{offered['id']}/accept").json()["responsible"] == cast.zarina.desk.code
    assert api(client, "POST", f"/hand-overs/{offered['id']}/accept").status_code == 409


def test_whoever_begins_with_a_person_a_colleague_called_is_told_and_may_begin_knowingly(
    client, raid, add, cast, komron
):
    entry = add(known("Саидов Алӣ"))
    call_next(operation=raid, by=cast.zarina, at=timezone.localtime())
    client.force_login(komron)

    told = send(client, "begin_for", entry.pk, in_danger="yes", needs_now=["doctor"])
    assert told.status_code == 409
    assert "Zarina is with this person now" in text(told)
    assert 'name="in_danger" value="yes"' in text(told)

    send(client, "begin_for", entry.pk, in_danger="yes", needs_now=["doctor"], knowingly="on")
    assert Screening.objects.get().in_danger is True
