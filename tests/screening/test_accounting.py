"""Everybody stands in exactly one place; nothing is closed in silence; numbers agree with the people."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions import (
    Told,
    add_person,
    add_unnamed,
    begin_screening,
    call_next,
    choose_instrument,
    close_operation,
    expect,
    finish,
    join_lines,
    open_operation,
    record_agreement,
    record_answers,
    release_line,
    reopen_operation,
    set_roster_status,
)
from panoh.screening.models import Closing, Operation, RosterEntry
from panoh.screening.queries.coverage import ORDER, coverage_of, places
from panoh.screening.queries.operations import operations
from panoh.screening.queries.periods import in_numbers, numbers_file, period, period_file
from panoh.screening.queries.roster import roster_page
from panoh.screening.queries.sheets import closing_page, print_roster
from panoh.screening.queries.worklist import worklist
from panoh.screening.rules.coverage import DONE, NOW, Coverage, together
from tests.screening.rosters import DAY, LEFT, known

STATUSES = [each for each in RosterEntry.Status.values if each not in {"joined", "declined"}]
counts = st.dictionaries(st.sampled_from([*RosterEntry.Status.values, "second"]), st.integers(0, 500))


@given(by_status=counts, claimed=counts, later=st.integers(0, 50))
def test_whatever_stands_on_a_roster_the_places_add_up_to_the_people(by_status, claimed, later):
    claimed = {status: min(number, by_status.get(status, 0)) for status, number in claimed.items()}

    found = Coverage.of(by_status, claimed, later=later)

    people = sum(number for status, number in by_status.items() if status != "joined")
    assert found.total == people
    assert min(found.places.values(), default=0) >= 0
    assert found.open + sum(found.number(each) for each in DONE) == found.total
    assert 0 <= found.unaccounted <= found.open
    assert together((found, found)).total == 2 * people


@given(counts)
def test_the_bar_is_cut_without_a_gap(by_status):
    known_places = {status: n for status, n in by_status.items() if status != "second"}
    cut = places(Coverage.of(known_places, {}))

    assert sum(each.part for each in cut) == (1000 if sum(each.number for each in cut) else 0)
    assert all(a.start + a.part == b.start for a, b in pairwise(cut))


def test_every_status_has_its_place():
    assert set(ORDER) == {*RosterEntry.Status.values, NOW} - {"joined"}


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moves=st.lists(st.tuples(st.integers(0, 5), st.sampled_from([*STATUSES, "call", "release", "join"])), max_size=12)
)
def test_whatever_officers_do_the_sum_is_everybody(raid, cast, now, moves):
    RosterEntry.objects.filter(joined_to__isnull=True, joined_here__isnull=True).delete()
    before = coverage_of(raid, now=now).total
    lines = add_unnamed(operation=raid, number=6, by=cast.zarina, at=now)
    joined = 0
    for which, what in moves:
        entry = RosterEntry.objects.get(pk=lines[which].pk)
        if what == "call":
            call_next(operation=raid, by=cast.zarina, at=now)
        elif entry.status == "joined":
            continue
        elif what == "release":
            release_line(entry=entry, by=cast.zarina, at=now)
        elif what == "join":
            other = (
                RosterEntry.objects.exclude(status="joined").filter(pk__in=[e.pk for e in lines]).exclude(pk=entry.pk)
            )
            if other.exists():
                join_lines(kept=entry, other=other.first(), by=cast.zarina, at=now)
                joined += 1
        else:
            set_roster_status(entry=entry, status=what, told=LEFT, by=cast.zarina, at=now)

    found = coverage_of(raid, now=now)

    assert found.total == sum(each.number for each in places(found)) == before + 6 - joined
    assert sum(each.total for each in in_numbers(cast.zarina, raid.pk, now=now).by_sex_and_age) == found.total


@pytest.mark.django_db
class TestClosing:
    def test_closing_demands_that_everybody_is_accounted_for(self, raid, people, cast, now):
        people(2)

        with pytest.raises(Refused, match="2 people are not accounted for"):
            close_operation(operation=raid, by=cast.zarina, at=now)

        assert not Closing.objects.exists()
        assert LedgerEntry.objects.latest("seq").act == "close_operation.refused"

    def test_a_written_reason_is_kept_sealed(self, raid, people, cast, now):
        people(2)

        closing = close_operation(operation=raid, reason="They fled over the fields.", by=cast.zarina, at=now)

        assert closing.unaccounted == 2
        assert vault.unseal(closing) == {"reason": "They fled over the fields."}
        assert "fields" not in str(LedgerEntry.objects.latest("seq").detail)

    def test_whoever_was_announced_and_never_came_onto_the_roster_is_not_accounted_for(self, raid, cast, now):
        expect(operation=raid, expected=3, by=cast.zarina, at=now)

        with pytest.raises(Refused, match="3 people"):
            close_operation(operation=raid, by=cast.zarina, at=now)

    def test_a_day_to_see_somebody_again_accounts_for_them(self, raid, people, cast, now):
        (entry,) = people(1)
        set_roster_status(
            entry=entry, status="again", told=Told(again_on=DAY + timedelta(days=3)), by=cast.zarina, at=now
        )

        assert close_operation(operation=raid, by=cast.zarina, at=now).unaccounted == 0

    def test_to_see_somebody_again_without_a_day_does_not(self, raid, people, cast, now):
        (entry,) = people(1)
        set_roster_status(entry=entry, status="again", by=cast.zarina, at=now)

        assert closing_page(operation_id=raid.pk, by=cast.zarina, at=now).left == 1
        with pytest.raises(Refused):
            close_operation(operation=raid, by=cast.zarina, at=now)

    def test_a_closed_operation_takes_nobody_in_until_it_is_opened_again(self, raid, people, cast, now):
        close_operation(operation=raid, by=cast.zarina, at=now)

        with pytest.raises(OutOfOrder):
            people(1)
        reopen_operation(operation=raid, by=cast.zarina, at=now)
        people(1)

        assert Closing.objects.get().reopened_by == cast.zarina
        assert [line.closed for line in operations(cast.zarina, now=now)] == [False]

    def test_who_is_left_is_named_before_closing(self, raid, add, cast, now):
        add(known("Саидов Алӣ"))

        page = closing_page(operation_id=raid.pk, by=cast.zarina, at=now)

        assert [each.name for each in page.people] == ["Саидов Алӣ"]


@pytest.mark.django_db
def test_whoever_moved_on_needs_where_and_who_said_so(people, cast, now):
    (entry,) = people(1)

    for told in (Told(), Told(moved_to="left"), Told(said_by="seen"), Told(moved_to="moon", said_by="seen")):
        with pytest.raises(Refused, match="where"):
            set_roster_status(entry=entry, status="moved_on", told=told, by=cast.zarina, at=now)


@pytest.mark.django_db
def test_an_unknown_sector_or_kind_is_refused_and_opens_nothing(cast, now):
    for wrong in ({"sector": "moon"}, {"region": "XX-1"}):
        with pytest.raises(Refused, match="not in the list"):
            open_operation(kind="raid", title="x", on=DAY, by=cast.zarina, at=now, **wrong)

    assert not Operation.objects.exists()


@pytest.mark.django_db
class TestBeforeRemoval:
    @pytest.fixture
    def held(self, cast, now) -> Operation:
        return open_operation(kind="detention", title="Centre 1", on=DAY, by=cast.zarina, at=now)

    def put(self, held, cast, now, name, *, days, **more):
        line = known(name, removal_on=DAY + timedelta(days=days), **more)
        return add_person(operation=held, line=line, by=cast.zarina, at=now)

    def test_whose_removal_is_nearest_is_seen_first(self, held, cast, now):
        self.put(held, cast, now, "later child", days=9, born_from=2015, born_to=2015)
        first = self.put(held, cast, now, "tomorrow", days=1)
        add_person(operation=held, line=known("no day"), by=cast.zarina, at=now)

        names = [each.name for each in roster_page(cast.zarina, held.pk, at=now).people]

        assert names == ["tomorrow", "later child", "no day"]
        assert call_next(operation=held, by=cast.zarina, at=now) == first

    def test_a_removal_of_somebody_not_asked_yet_is_an_alert_on_the_desk_s_worklist(self, held, cast, now):
        entry = self.put(held, cast, now, "tomorrow", days=1)

        (item,) = worklist(cast.zarina, now=now).items

        assert item.escalated
        assert str(entry.pk) in item.address
        assert "before identification is complete" in item.why
        assert "tomorrow" not in item.reference

    def test_another_desk_has_no_such_alert(self, held, cast, now):
        self.put(held, cast, now, "tomorrow", days=1)

        assert worklist(cast.behruz, now=now).total == 0

    def test_whoever_was_removed_before_anybody_asked_stays_an_alert(self, held, cast, now):
        entry = add_person(operation=held, line=known("gone"), by=cast.zarina, at=now)
        removed = Told(moved_to="removed", said_by="other_desk")

        set_roster_status(entry=entry, status="moved_on", told=removed, by=cast.zarina, at=now)

        (item,) = worklist(cast.zarina, now=now).items
        assert "Removed before anybody asked" in item.what

    @pytest.mark.parametrize("answers", [{}, {"FLA.papers": "yes"}], ids=["broken off", "signs on a short form"])
    def test_whoever_was_removed_before_the_full_interview_stays_an_alert(self, held, cast, now, answers):
        entry = add_person(operation=held, line=known("gone"), by=cast.zarina, at=now)
        talk = begin_screening(roster_entry=entry, language="tg", by=cast.zarina, at=now)
        record_agreement(screening=talk, by=cast.zarina, at=now)
        if answers:
            choose_instrument(screening=talk, instrument="first_line_adult", by=cast.zarina, at=now)
            record_answers(screening=talk, answers=answers, by=cast.zarina, at=now)
            finish(screening=talk, by=cast.zarina, at=now)
        entry.refresh_from_db()

        removed = Told(moved_to="removed", said_by="other_desk")
        set_roster_status(entry=entry, status="moved_on", told=removed, by=cast.zarina, at=now)

        assert str(entry.pk) in worklist(cast.zarina, now=now).items[0].address

    def test_whoever_was_screened_without_signs_is_no_alert(self, held, cast, now):
        entry = self.put(held, cast, now, "asked", days=1)
        set_roster_status(entry=entry, status="screened", by=cast.zarina, at=now)

        assert worklist(cast.zarina, now=now).total == 0


@pytest.mark.django_db
def test_the_file_of_numbers_adds_up_and_names_nobody(raid, add, people, cast, now):
    add(known("Саидов Алӣ", sex="male", nationality="TJ", document="A 777"))
    people(2)

    rows = numbers_file(operation=raid, by=cast.zarina, at=now)

    assert "Саидов" not in str(rows)
    assert "777" not in str(rows)
    assert {row[0]: sum(r[-1] for r in rows if r[0] == row[0]) for row in rows[1:]} == {
        "all": 3,
        "sex and age": 3,
        "nationality": 3,
    }
    assert LedgerEntry.objects.latest("seq").act == "export_numbers"


@pytest.mark.django_db
def test_all_operations_of_a_period_are_one_sum_for_those_who_may_see_them(raid, people, cast, now):
    people(3)
    away = open_operation(kind="camp", title="Camp", on=date(2026, 1, 5), expected=9, by=cast.behruz, at=now)
    add_unnamed(operation=away, number=4, by=cast.behruz, at=now)

    ours = period(cast.zarina, start=date(2026, 1, 1), end=DAY, now=now)
    everybody = period(cast.nigina, start=date(2026, 1, 1), end=DAY, now=now)
    november = period(cast.nigina, start=DAY, end=DAY, now=now)

    assert [each.coverage.total for each in (ours, everybody, november)] == [3, 7, 3]
    assert everybody.expected == 9
    assert sum(each.total for each in everybody.by_kind) == sum(each.total for each in everybody.by_desk) == 7
    assert len(period_file(start=DAY, end=DAY, by=cast.nigina, at=now)) == 5


@pytest.mark.django_db
def test_the_sheet_for_paper_holds_no_more_than_is_needed_and_stands_in_the_ledger(raid, add, cast, now):
    add(known("Саидов Алӣ", document="A 777", contact="+992 1", born_from=1990, born_to=1990))

    sheet = print_roster(operation_id=raid.pk, by=cast.zarina, at=now)

    assert [(line.number, line.name, line.born) for line in sheet.lines] == [(1, "Саидов Алӣ", "1990")]
    assert "777" not in str(sheet.lines)
    assert "+992" not in str(sheet.lines)
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.fields, line.detail) == ("print_roster", ["names"], {"people": 1, "rows": "1"})


@pytest.mark.django_db
def test_coverage_asks_the_same_number_of_questions_for_one_and_for_many(
    raid, people, cast, now, django_assert_num_queries
):
    people(1)
    with django_assert_num_queries(3):
        coverage_of(raid, now=now)
    people(200)

    with django_assert_num_queries(3):
        coverage_of(raid, now=now)


@pytest.mark.django_db
def test_a_planned_removal_stands_before_whatever_is_overdue(agreed, cast, now):
    later = now + timedelta(days=400)
    held = open_operation(kind="detention", title="Centre 2", on=later.date(), by=cast.zarina, at=later)
    line = known("tomorrow", removal_on=later.date() + timedelta(days=9))
    entry = add_person(operation=held, line=line, by=cast.zarina, at=later)

    first, second = worklist(cast.zarina, now=later).items

    assert str(entry.pk) in first.address
    assert second.due_at < first.due_at
