"""Among erased names one that stays is read by whoever may, and is told apart by nobody else: not on a page, nor in an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification.actions import ask_to_erase_list, erase_list_names
from panoh.protection.models import Custody
from panoh.registry.models import Case, Officer
from panoh.screening.actions import call_next, receive_all, reopen_operation
from panoh.screening.models import Operation, RosterEntry, RosterMatch
from panoh.screening.queries.alerts import lines_to_see_again
from panoh.screening.queries.hand_over import shift_summary
from panoh.screening.queries.lines import line_page
from panoh.screening.queries.looks import again_page
from panoh.screening.queries.roster import roster_page, said_of
from panoh.screening.queries.sheets import closing_page
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import WEIGHTS
from tests.journeys import ways

pytestmark = pytest.mark.django_db
NAMES = ("Гулнора", "Зарина", "Малика")
ROWS = tuple(RosterRow(row=number, name=name) for number, name in enumerate(NAMES, 1))
HURRY = {"because": ["in_danger"], "urgency": WEIGHTS["in_danger"], "instrument": "x"}


@pytest.fixture
def flight(cast, before) -> Operation:
    return ways.came_by_flight(ROWS, by=cast.zarina, at=before)


@pytest.fixture
def komron(cast) -> Officer:
    """A colleague at Zarina's desk."""
    return Officer.objects.create(post=cast.zarina.post, username="komron", name="Komron", password="!")


@pytest.fixture
def erased(flight, cast, before, now):
    """Two officers erase; what cases came of the list are of another desk by then."""

    def by_two(**of_the_case) -> None:
        ways.closed(flight, by=cast.zarina, at=before)
        asked = ask_to_erase_list(operation=flight, by=cast.officers["firuza"], at=now)
        erase_list_names(asked=asked, by=cast.nigina, at=now)
        Case.objects.update(**(of_the_case or {"desk": cast.nigina.desk, "opened_by": cast.nigina}))

    return by_two


@pytest.fixture
def hers(flight, cast, before, now) -> RosterEntry:
    """The last line: its person has a case, and was to be seen again some days ago."""
    entry = flight.roster.order_by("row").last()
    ways.interviewed(ways.WOMAN, entry=entry, by=cast.zarina, at=before)
    flight.roster.update(status="again", **HURRY)
    RosterEntry.objects.filter(pk=entry.pk).update(again_on=now.date() - timedelta(days=3))
    return RosterEntry.objects.get(pk=entry.pk)


@pytest.fixture
def child(flight, cast, now) -> RosterEntry:
    """In custody, and known only by the line."""
    entry = flight.roster.order_by("row").first()
    day = now.date()
    told = {"held_by": "transit", "basis": "none_shown", "since": day, "review_due": day}
    Custody.objects.create(roster_entry=entry, **told, recorded_at=now, recorded_by=cast.zarina)
    return entry


def test_a_child_in_custody_known_only_by_a_line_is_still_read_by_the_desk_and_the_intake_desk(
    child, erased, cast, now
):
    erased()
    child.refresh_from_db()

    for officer in (cast.zarina, cast.nigina):
        assert line_page(entry_id=child.pk, by=officer, at=now).name == NAMES[0]
        assert said_of(child, viewer=officer, at=now).names == ((NAMES[0], "list"),)


def test_that_a_line_is_somebody_on_record_is_told_only_to_whoever_may_read_that_name(
    flight, erased, cast, before, now
):
    entry, other, _ = flight.roster.order_by("row")
    person = ways.interviewed(ways.WOMAN, by=cast.zarina, at=before).case.person
    decided = {"state": "same", "decided_by": cast.zarina, "decided_at": before}
    RosterMatch.objects.create(entry=entry, person=person, strength="likely", proposed_at=before, **decided)
    erased()

    def read(line, officer):
        page = line_page(entry_id=line.pk, by=officer, at=now)
        return page.name, page.said, page.seen, page.entry.because

    assert read(entry, cast.nigina)[0] == NAMES[0]
    assert read(entry, cast.zarina) == read(other, cast.zarina)


def test_the_reasons_for_urgency_are_erased_with_their_weight(hers, flight, erased):
    erased()

    gone = flight.roster.exclude(pk=hers.pk)
    assert set(gone.values_list("urgency", "instrument")) == {(0, "")}


def test_a_name_that_stays_keeps_no_place_in_the_order_that_tells_of_it(hers, flight, erased, cast, now):
    erased()
    reopen_operation(operation=flight, by=cast.zarina, at=now)

    page = roster_page(cast.zarina, flight.pk, at=now)

    assert [each.entry.row for each in page.people] == sorted(flight.roster.values_list("row", flat=True))
    assert page.in_danger == 0


def alike(one, another) -> bool:
    """Two people as the roster shows them, but for their numbers."""
    said = ("name", "description", "with_officer", "why", "on_record", "to_compare")
    line = ("status", "urgency", "again_on", "removal_on", "rest_until")
    mine, theirs = (
        ([getattr(each, name) for name in said], [getattr(each.entry, name) for name in line])
        for each in (one, another)
    )
    return mine == theirs


def people(flight, cast, now):
    return {each.entry.row: each for each in roster_page(cast.zarina, flight.pk, at=now).people}


@pytest.fixture
def open_again(hers, flight, erased, cast, now):
    """The list was erased and opened again; the day to see her again, and a removal that never came, stand on her line."""
    RosterEntry.objects.filter(pk=hers.pk).update(removal_on=now.date() - timedelta(days=2))

    def again(days: int) -> None:
        RosterEntry.objects.filter(pk=hers.pk).update(again_on=now.date() + timedelta(days=days))
        erased()
        reopen_operation(operation=flight, by=cast.zarina, at=now)

    return again


def test_officers_call_everybody_of_an_erased_list_in_its_order_and_all_alike(open_again, flight, cast, komron, now):
    open_again(days=5)
    third = Officer.objects.create(post=cast.zarina.post, username="third", name="Third", password="!")

    called = [call_next(operation=flight, by=each, at=now) for each in (cast.zarina, komron, third)]

    assert [each and each.row for each in called] == [1, 2, 3]
    shown = people(flight, cast, now)
    assert [shown[row].with_officer for row in (1, 2, 3)] == [cast.zarina.name, komron.name, third.name]


def test_who_is_not_accounted_for_on_an_erased_list_leaves_no_gap_where_somebody_has_a_day(
    open_again, flight, cast, now
):
    open_again(days=5)

    page = closing_page(operation_id=flight.pk, by=cast.zarina, at=now)

    assert [each.entry.row for each in page.people] == [1, 2, 3]


def test_a_rest_for_everybody_and_the_summary_for_the_next_shift_pass_over_nobody(open_again, flight, cast, now):
    open_again(days=-3)

    receive_all(operation=flight, rest_until=now + timedelta(hours=24), by=cast.zarina, at=now)

    shown = people(flight, cast, now)
    assert shown[3].entry.rest_until
    assert alike(shown[3], shown[2])
    assert shift_summary(flight, at=now).removals == ()


def test_a_removal_ahead_is_told_whatever_was_erased(open_again, hers, flight, cast, now):
    open_again(days=-3)
    RosterEntry.objects.filter(pk=hers.pk).update(removal_on=now.date() + timedelta(days=2))

    receive_all(operation=flight, rest_until=now + timedelta(hours=24), by=cast.zarina, at=now)

    assert RosterEntry.objects.get(pk=hers.pk).rest_until is None
    assert [each.row for each in shift_summary(flight, at=now).removals] == [3]


def test_whom_to_see_again_names_nobody_the_viewer_would_tell_apart_by_it(hers, erased, cast, now):
    assert [each.name for each in again_page(by=cast.zarina, at=now).people] == [NAMES[-1]]
    erased()

    page = again_page(by=cast.zarina, at=now)

    assert (page.people, page.total) == ((), 0)
    assert not lines_to_see_again(cast.zarina, until=now.date()).exists()


def test_the_desk_whose_case_it_is_still_sees_the_person_again(hers, erased, cast, now):
    erased(desk=cast.zarina.desk)

    assert [each.name for each in again_page(by=cast.zarina, at=now).people] == [NAMES[-1]]


@pytest.mark.parametrize("act", ["attempts", "release", "reception"])
def test_no_answer_to_an_act_says_more_of_a_line_than_the_line(hers, flight, erased, cast, now, client, act):
    erased()
    if act == "reception":  # the other two are done after the operation was closed, too
        reopen_operation(operation=flight, by=cast.zarina, at=now)
    client.force_login(cast.zarina)
    given = {"attempts": {"outcome": "no_answer"}, "release": {}, "reception": {"rest_until": None, "family": 2}}[act]

    answer = client.post(f"/api/screening/roster/{hers.pk}/{act}", given, content_type="application/json")

    assert answer.status_code == 200
    said = answer.json()
    assert (said["because"], said["urgency"], said["again_on"]) == ([], 0, None)
    assert client.get(reverse("screening:line", args=[hers.pk])).status_code == 200
