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
from panoh.justice.models import Penalty
from panoh.protection.models import Custody
from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import import_roster, join_lines, offer_hand_over, reopen_operation
from panoh.screening.models import Operation, RosterEntry, RosterMatch
from panoh.screening.queries.lines import leads_to_lines, line_page
from panoh.screening.queries.roster import on_roster
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


@pytest.mark.parametrize("waits", ["again_on", "removal_on"])
def test_whoever_is_to_be_seen_again_or_removed_stays_and_is_still_called_by_name(flight, cast, firuza, now, waits):
    entry = flight.roster.order_by("row").first()
    RosterEntry.objects.filter(pk=entry.pk).update(**{waits: (now + 9 * DAY).date()})

    asked = ask_to_erase_list(operation=flight, by=firuza, at=now)
    erase_list_names(asked=asked, by=cast.nigina, at=now)

    assert list(flight.roster.exclude(sealed_key=None)) == [entry]
    assert line_page(entry_id=entry.pk, by=cast.zarina, at=now).name == FLIGHT[0].name


def test_a_line_somebody_still_acts_for_keeps_its_name(flight, cast, now):
    first, second = flight.roster.order_by("row")
    Custody.objects.create(
        roster_entry=first,
        held_by="transit",
        basis="none_shown",
        since=now.date(),
        review_due=now.date(),
        recorded_at=now,
        recorded_by=cast.zarina,
    )
    Penalty.objects.create(
        roster_entry=second,
        kind="fine",
        imposed_on=now.date(),
        authority="police",
        assess_by=now,
        recorded_at=now,
        recorded_by=cast.zarina,
    )
    assert over(now) == []
    Custody.objects.update(ended_on=now.date(), ended_at=now, ended_by=cast.zarina, ended_because="reunited")

    assert over(now) == [(flight, 1)]


def test_every_record_that_leads_to_a_line_says_when_it_keeps_the_name():
    for relation in leads_to_lines():
        assert hasattr(relation.related_model, "KEEPS_LINE"), relation.related_model


def test_a_name_that_stays_is_read_only_by_whoever_may_see_the_case(cast, before, firuza, now):
    flight = ways.came_by_flight(THREE, by=cast.zarina, at=before)
    hers, other, third = flight.roster.order_by("row")
    ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=before)
    flight.roster.update(status="screened", urgency=3, because=["in_danger"], instrument="x")
    ways.closed(flight, by=cast.zarina, at=before)
    asked = ask_to_erase_list(operation=flight, by=firuza, at=now)
    erase_list_names(asked=asked, by=cast.nigina, at=now)
    Case.objects.update(desk=cast.nigina.desk, opened_by=cast.nigina)

    def read(entry, officer):
        [shown] = on_roster((RosterEntry.objects.get(pk=entry.pk),), flight, viewer=officer, at=now)
        return shown.name, shown.entry.born_from, shown.entry.case_id, shown.entry.urgency, shown.why

    assert read(hers, cast.nigina)[0] == FLIGHT[0].name
    assert read(hers, cast.zarina) == read(other, cast.zarina) == read(third, cast.zarina)


def test_words_around_the_list_go_with_it(cast, before, firuza, now):
    flight = ways.came_by_flight(FLIGHT, by=cast.zarina, at=before)
    offer_hand_over(operation=flight, to_desk=cast.nigina.desk, note=ways.NOTE, by=cast.zarina, at=before)
    ways.closed(flight, by=cast.zarina, at=before)

    asked = ask_to_erase_list(operation=flight, by=firuza, at=now)
    erase_list_names(asked=asked, by=cast.nigina, at=now)

    assert flight.closings.get().sealed is None
    assert flight.hand_overs.get().sealed is None


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


def test_what_was_asked_is_no_answer_for_people_who_came_since(asked, flight, cast, now):
    reopen_operation(operation=flight, by=cast.zarina, at=now)
    import_roster(operation=flight, rows=THREE, by=cast.zarina, at=now)
    ways.closed(flight, by=cast.zarina, at=now + DAY)

    for later in (2 * DAY, 400 * DAY):
        with pytest.raises(OutOfOrder, match="opened again since"):
            erase_list_names(asked=asked, by=cast.nigina, at=now + later)
    assert named(flight) == len(THREE)


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


def test_a_list_past_its_time_is_work_of_the_data_protection_officer(flight, cast, firuza, before, now):
    def lines(at):
        return [each.reference for each in worklist(firuza, now=at).items if "Keep the names longer" in each.what]

    assert (lines(before + 300 * DAY), lines(now)) == ([], [flight.title])
    assert not [each for each in worklist(cast.nigina, now=now).items if "Keep the names longer" in each.what]


def test_the_way_through_the_pages(flight, cast, firuza, client):
    page = reverse("identification:retention")
    client.force_login(firuza)
    listed = client.get(page).content.decode()
    assert flight.title in listed
    assert FLIGHT[0].name not in listed
    assert "To decide <small>1</small>" in listed
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
