"""Several officers at one roster, with real threads and real transactions: each gets somebody, nobody is got twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.registry import ledger
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.refusals import Conflict
from panoh.screening.actions import (
    add_person,
    begin_screening,
    call_next,
    decline,
    pause,
    release_line,
    resume,
    set_roster_status,
)
from panoh.screening.actions.claims import CALLED_FOR
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.coverage import coverage_of
from tests.screening.rosters import LEFT, known


def call(raid, by, at):
    return lambda: call_next(operation=raid, by=by, at=at)


def test_officers_who_call_at_once_each_get_somebody_else(at_once, raid, people, cast, now):
    people(10)
    officers = [
        Officer.objects.create(post=cast.zarina.post, username=f"o{n}", name=f"Officer {n}", password="!")
        for n in range(6)
    ]

    came = at_once(*(call(raid, officer, now) for officer in officers))

    assert {type(each).__name__ for each in came} == {"RosterEntry"}, came
    assert len({each.pk for each in came}) == 6
    assert RosterEntry.objects.filter(claimed_until__gt=now).count() == 6
    assert coverage_of(raid, now=now).number("now") == 6
    assert ledger.verify().whole


def test_of_two_who_call_the_last_person_one_gets_nobody(at_once, raid, people, cast, komron, now):
    people(1)

    came = at_once(call(raid, cast.zarina, now), call(raid, komron, now))

    assert sum(each is None for each in came) == 1
    assert sum(isinstance(each, RosterEntry) for each in came) == 1


def test_one_officer_pressing_twice_at_once_holds_one_person(at_once, raid, people, cast, now):
    people(5)

    came = at_once(call(raid, cast.zarina, now), call(raid, cast.zarina, now))

    assert came[0] == came[1]
    assert RosterEntry.objects.filter(claimed_until__gt=now).count() == 1


def test_two_who_begin_with_one_person_at_once_begin_one_interview(at_once, people, cast, komron, now):
    (entry,) = people(1)

    came = at_once(
        lambda: begin_screening(roster_entry=entry, by=cast.zarina, at=now),
        lambda: begin_screening(roster_entry=entry, by=komron, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "Screening"]
    assert Screening.objects.count() == 1


@pytest.mark.django_db
class TestOneAfterTheOther:
    def test_the_most_urgent_is_called_first(self, raid, people, add, cast, now):
        people(3)
        child = add(known(description="boy", born_from=2015, born_to=2015))

        assert call_next(operation=raid, by=cast.zarina, at=now) == child

    def test_a_call_ends_by_itself_and_the_person_is_called_again(self, raid, people, cast, komron, now):
        (entry,) = people(1)
        call_next(operation=raid, by=cast.zarina, at=now)
        assert call_next(operation=raid, by=komron, at=now + CALLED_FOR / 2) is None

        later = now + CALLED_FOR + timedelta(seconds=1)

        assert coverage_of(raid, now=later).number("to_screen") == 1
        assert call_next(operation=raid, by=komron, at=later) == entry

    def test_a_line_let_go_is_free_at_once(self, raid, people, cast, komron, now):
        (entry,) = people(1)
        call_next(operation=raid, by=cast.zarina, at=now)

        release_line(entry=entry, by=komron, at=now)

        assert call_next(operation=raid, by=komron, at=now) == entry

    def test_while_a_colleague_is_with_the_person_no_second_interview_begins(self, raid, people, cast, komron, now):
        (entry,) = people(1)
        call_next(operation=raid, by=cast.zarina, at=now)

        with pytest.raises(Conflict, match="Zarina is with this person"):
            begin_screening(roster_entry=entry, by=komron, at=now)
        begin_screening(roster_entry=entry, by=cast.zarina, at=now)

        assert Screening.objects.count() == 1

    def test_after_beginning_an_interview_the_next_call_is_somebody_else(self, raid, people, cast, now):
        first, second = people(2)
        begin_screening(roster_entry=first, by=cast.zarina, at=now)

        assert call_next(operation=raid, by=cast.zarina, at=now) == second

    def test_whoever_declines_is_with_nobody(self, raid, people, cast, now):
        (entry,) = people(1)
        begun = begin_screening(roster_entry=entry, by=cast.zarina, at=now)

        decline(screening=begun, reason="not_now", by=cast.zarina, at=now)

        found = coverage_of(raid, now=now)
        assert (found.number("now"), found.number("declined")) == (0, 1)

    def test_whoever_is_to_be_seen_on_a_later_day_is_not_called_today(self, raid, people, cast, now):
        from panoh.screening.actions import Told

        (entry,) = people(1)
        tomorrow = now.date() + timedelta(days=1)
        set_roster_status(entry=entry, status="again", told=Told(again_on=tomorrow), by=cast.zarina, at=now)

        assert call_next(operation=raid, by=cast.zarina, at=now) is None
        assert call_next(operation=raid, by=cast.zarina, at=now + timedelta(days=1)) == entry

    def test_whoever_moved_on_is_not_called(self, raid, people, cast, now):
        (entry,) = people(1)
        set_roster_status(entry=entry, status="moved_on", told=LEFT, by=cast.zarina, at=now)

        assert call_next(operation=raid, by=cast.zarina, at=now) is None

    def test_whoever_goes_on_with_a_colleague_s_interview_has_the_line_and_the_ledger_says_who_had_it(
        self, people, cast, komron, now
    ):
        (entry,) = people(1)
        begun = begin_screening(roster_entry=entry, by=cast.zarina, at=now)

        resume(screening=begun, by=komron, at=now)

        entry.refresh_from_db()
        assert entry.claimed_by == komron
        assert Screening.objects.count() == 1
        line = LedgerEntry.objects.latest("seq")
        assert (line.act, line.officer, line.detail["line_of"]) == ("resume", komron, cast.zarina.pk)

    def test_a_break_hands_the_line_to_the_colleague_named_and_back_to_whoever_goes_on(
        self, client, people, cast, komron, now
    ):
        (entry,) = people(1)
        begun = begin_screening(language="tg", roster_entry=entry, by=cast.zarina, at=now)

        pause(screening=begun, reason="tired", goes_on=komron, by=cast.zarina, at=now)
        entry.refresh_from_db()
        assert entry.claimed_by == komron
        client.force_login(cast.zarina)
        answer = client.post(reverse("screening:take_over", args=[begun.pk]))
        assert answer.url == reverse("screening:paused", args=[begun.pk])
        resume(screening=begun, by=cast.zarina, at=now)
        entry.refresh_from_db()
        assert entry.claimed_by == cast.zarina

    def test_a_person_of_another_desk_s_roster_is_not_called(self, raid, people, cast, now):
        from panoh.registry.refusals import NotPermitted

        people(1)

        with pytest.raises(NotPermitted):
            call_next(operation=raid, by=cast.behruz, at=now)


def test_two_who_add_the_same_person_at_once_add_one(at_once, raid, cast, komron, now):
    line = known("Саидов Алӣ", document="A 1")

    came = at_once(
        lambda: add_person(operation=raid, line=line, by=cast.zarina, at=now),
        lambda: add_person(operation=raid, line=line, by=komron, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "RosterEntry"]
    assert RosterEntry.objects.count() == 1
