"""Second looks from rosters: every try is kept, and it stops when the person was seen or asked for it to stop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions import Told, close_operation, record_attempt, record_case_attempt, set_roster_status
from panoh.screening.models import LookAttempt, RosterEntry
from panoh.screening.queries.looks import again_page
from panoh.screening.queries.worklist import people_to_see_again, worklist
from panoh.screening.rules.second_look import MOST_ATTEMPTS, after_attempt, look_on
from tests.screening.rosters import DAY, LEFT, known

PHONE = "+992 90 000 00 01"


def after(outcome: str, **more):
    plain = {"day": DAY, "looks": 0, "missed": 1, "again_on": None, "on": DAY + timedelta(days=30)}
    return after_attempt(outcome, **{**plain, **more})


class TestRule:
    def test_looks_are_due_thirty_and_ninety_days_after_and_no_more(self):
        assert [look_on(day=DAY, looks=looks) for looks in range(3)] == [date(2026, 12, 16), date(2027, 2, 14), None]

    @pytest.mark.parametrize("outcome", ["seen", "refused"])
    def test_seen_or_asked_not_to_be_contacted_stops_it(self, outcome):
        assert after(outcome).again_on is None

    def test_no_answer_is_tried_again_the_next_day_until_the_look_is_over(self):
        assert after("no_answer", missed=MOST_ATTEMPTS - 1).again_on == DAY + timedelta(days=31)
        assert after("no_answer", missed=MOST_ATTEMPTS) == after("wrong_number")
        assert after("wrong_number").again_on == DAY + timedelta(days=90)
        assert after("wrong_number", looks=1).again_on is None

    def test_a_look_ended_late_is_never_due_in_the_past(self):
        assert after("wrong_number", on=DAY + timedelta(days=200)).again_on == DAY + timedelta(days=201)

    def test_a_day_agreed_on_is_kept(self):
        assert after("called", again_on=DAY + timedelta(days=40)).again_on == DAY + timedelta(days=40)


@pytest.fixture
def gone(add, cast, now) -> RosterEntry:
    """Moved on before anybody asked; the list gave a telephone number."""
    entry = add(known("Саидов Алӣ", contact=PHONE, born_from=1990, born_to=1990))
    return set_roster_status(entry=entry, status="moved_on", told=LEFT, by=cast.zarina, at=now)


@pytest.mark.django_db
class TestAttempts:
    def test_whoever_was_not_reached_is_due_after_thirty_days_with_how_to_reach_them(self, gone, cast, now):
        assert worklist(cast.zarina, now=now).total == 0
        later = now + timedelta(days=29)

        page = again_page(by=cast.zarina, at=later)

        assert [(each.name, each.contact) for each in page.people] == [("Саидов Алӣ", PHONE)]
        line = LedgerEntry.objects.latest("seq")
        assert (line.act, line.fields, line.detail["people"]) == ("read_roster", ["names", "contact"], 1)
        assert worklist(cast.zarina, now=later).total == 1

    def test_whoever_asked_not_to_be_contacted_is_never_due(self, add, cast, now):
        entry = add(known("Саидов Алӣ", contact=PHONE))
        told = Told(moved_to="left", said_by="person", contact_agreed=False)

        set_roster_status(entry=entry, status="moved_on", told=told, by=cast.zarina, at=now)

        for days in (30, 90, 400):
            assert again_page(by=cast.zarina, at=now + timedelta(days=days)).total == 0

    def test_whom_nobody_can_reach_is_not_on_the_page(self, people, cast, now):
        (entry,) = people(1)
        set_roster_status(entry=entry, status="not_met", by=cast.zarina, at=now)

        assert again_page(by=cast.zarina, at=now + timedelta(days=30)).total == 0

    def test_every_try_is_kept_and_three_without_an_answer_end_the_look(self, gone, cast, now):
        for number in range(MOST_ATTEMPTS):
            at = now + timedelta(days=30 + number)
            gone = record_attempt(entry=gone, outcome="no_answer", by=cast.zarina, at=at)

        assert LookAttempt.objects.count() == MOST_ATTEMPTS
        assert (gone.looks, gone.again_on) == (1, DAY + timedelta(days=90))
        last = record_attempt(entry=gone, outcome="wrong_number", by=cast.zarina, at=now + timedelta(days=90))
        assert last.again_on is None
        with pytest.raises(OutOfOrder):
            record_attempt(entry=gone, outcome="called", by=cast.zarina, at=now + timedelta(days=95))

    def test_an_adult_who_wants_no_contact_leaves_no_name(self, gone, cast, now):
        record_attempt(entry=gone, outcome="refused", by=cast.zarina, at=now + timedelta(days=30))

        entry = RosterEntry.objects.get()
        assert (entry.status, entry.again_on, vault.unseal(entry)) == ("declined", None, {})

    def test_a_child_s_line_is_kept_but_not_called_again(self, add, cast, now):
        entry = add(known("Кӯдак", contact=PHONE, born_from=2012, born_to=2012))
        entry = set_roster_status(entry=entry, status="moved_on", told=LEFT, by=cast.zarina, at=now)

        record_attempt(entry=entry, outcome="refused", by=cast.zarina, at=now + timedelta(days=30))

        entry = RosterEntry.objects.get()
        assert (entry.status, entry.again_on, entry.contact_agreed) == ("moved_on", None, False)
        assert vault.unseal(entry)["name"] == "Кӯдак"

    def test_whoever_was_seen_is_to_be_screened(self, gone, cast, now):
        record_attempt(entry=gone, outcome="seen", by=cast.zarina, at=now + timedelta(days=30))

        assert (RosterEntry.objects.get().status, RosterEntry.objects.get().again_on) == ("to_screen", None)

    def test_tries_go_on_after_the_operation_was_closed(self, raid, gone, cast, now):
        close_operation(operation=raid, by=cast.zarina, at=now)

        record_attempt(entry=gone, outcome="called", by=cast.zarina, at=now + timedelta(days=30))

        assert RosterEntry.objects.get().status == "again"

    @pytest.mark.parametrize("day", [date(2026, 12, 15), date(2062, 12, 20)], ids=["gone by", "a slip of the year"])
    def test_a_day_gone_by_or_years_ahead_is_refused(self, gone, cast, now, day):
        then = now + timedelta(days=30)
        with pytest.raises(Refused, match="within a year"):
            record_attempt(entry=gone, outcome="called", again_on=day, by=cast.zarina, at=then)
        with pytest.raises(Refused, match="within a year"):
            set_roster_status(entry=gone, status="again", told=Told(again_on=day), by=cast.zarina, at=then)

    def test_an_unknown_outcome_is_refused(self, gone, cast, now):
        with pytest.raises(Refused):
            record_attempt(entry=gone, outcome="perhaps", by=cast.zarina, at=now)


@pytest.mark.django_db
def test_a_case_whose_person_asked_not_to_be_contacted_is_left_alone(agreed, cast, now):
    from panoh.screening.actions import finish, record_answers

    record_answers(screening=agreed, answers={"AL.CD.documents": "no"}, by=cast.zarina, at=now)
    finish(screening=agreed, by=cast.zarina, at=now)
    later = now + timedelta(days=30)
    agreed.refresh_from_db()
    (case,) = people_to_see_again(cast.zarina, now=later)
    assert [each.due for each in again_page(by=cast.zarina, at=later).cases] == [now + timedelta(days=30)]

    record_case_attempt(case=case, outcome="refused", by=cast.zarina, at=later)

    assert not people_to_see_again(cast.zarina, now=later).exists()
    assert not people_to_see_again(cast.zarina, now=now + timedelta(days=90)).exists()


@pytest.mark.django_db
def test_a_case_is_tried_three_times_each_look_and_no_more_after_both(agreed, cast, now):
    from panoh.screening.actions import finish, record_answers

    record_answers(screening=agreed, answers={"AL.CD.documents": "no"}, by=cast.zarina, at=now)
    finish(screening=agreed, by=cast.zarina, at=now)
    first, second = now + timedelta(days=30), now + timedelta(days=90)
    (case,) = people_to_see_again(cast.zarina, now=first)

    for _ in range(MOST_ATTEMPTS):
        record_case_attempt(case=case, outcome="no_answer", by=cast.zarina, at=first)
    assert not people_to_see_again(cast.zarina, now=first).exists()
    assert list(people_to_see_again(cast.zarina, now=second)) == [case]
    record_case_attempt(case=case, outcome="wrong_number", by=cast.zarina, at=second)
    assert not people_to_see_again(cast.zarina, now=second).exists()
