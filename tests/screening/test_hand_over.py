"""From shift to shift: at every minute one officer is responsible, and another desk works on the roster only then."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry import ledger, vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.actions import (
    accept_hand_over,
    add_unnamed,
    begin_screening,
    call_next,
    decline_hand_over,
    offer_hand_over,
    withdraw_hand_over,
)
from panoh.screening.models import Duty, HandOver
from panoh.screening.queries.hand_over import hand_over_page, shift_summary
from panoh.screening.queries.matches import case_of_line
from panoh.screening.queries.operations import operation_for, operations_for, responsible
from panoh.screening.queries.screenings import screening_for
from panoh.screening.queries.two_steps import full_due_of, people_due_in_full
from panoh.screening.queries.worklist import people_to_see_again, worklist
from tests.screening.conftest import COERCED
from tests.screening.rosters import DAY, known, talk

NOTE = "The foreman is still on the grounds."


@pytest.fixture
def offered(raid, cast, now) -> HandOver:
    return offer_hand_over(operation=raid, to_desk=cast.behruz.desk, note=NOTE, by=cast.zarina, at=now)


@pytest.mark.django_db
class TestHandOver:
    def test_until_it_is_accepted_the_first_stays_responsible(self, raid, offered, cast):
        assert responsible(raid).officer == cast.zarina
        with pytest.raises(NotPermitted):
            operation_for(cast.behruz, raid.pk)

    def test_who_accepts_is_responsible_from_that_minute_and_works_on_the_roster(
        self, raid, offered, people, cast, now
    ):
        people(1)
        accepted = now + timedelta(hours=1)

        accept_hand_over(offered=offered, by=cast.behruz, at=accepted)

        assert operation_for(cast.behruz, raid.pk) == raid
        assert responsible(raid, at=accepted - timedelta(minutes=1)).officer == cast.zarina
        assert responsible(raid, at=accepted).officer == cast.behruz
        entry = call_next(operation=raid, by=cast.behruz, at=accepted)
        begin_screening(roster_entry=entry, by=cast.behruz, at=accepted)
        assert ledger.verify().whole

    def test_a_person_with_a_case_at_the_first_desk_agrees_anew_and_is_asked_in_a_case_of_the_second(
        self, raid, add, offered, cast, now
    ):
        entry = add(known("Саидов Алӣ", document="A 1"))
        first = talk(entry, cast.zarina, now, {"act": "no"})
        accept_hand_over(offered=offered, by=cast.behruz, at=now)

        second = talk(entry, cast.behruz, now, COERCED)

        assert second.case.pk != first.case.pk
        assert second.case.desk == cast.behruz.desk
        assert screening_for(cast.behruz, second.pk).outcome == "finished"
        with pytest.raises(NotPermitted):
            screening_for(cast.behruz, first.pk)
        assert case_of_line(entry, cast.zarina) == first.case
        assert case_of_line(entry, cast.behruz) == second.case
        assert ledger.verify().whole

    def test_whom_the_second_desk_asked_in_full_the_first_is_not_told_to_ask_again(self, raid, add, offered, cast, now):
        entry = add(known("Саидов Алӣ"))
        first = talk(entry, cast.zarina, now, {"FLA.papers": "yes"}, instrument="first_line_adult")
        assert full_due_of(first.case) is not None
        accept_hand_over(offered=offered, by=cast.behruz, at=now)

        talk(entry, cast.behruz, now + timedelta(hours=1), {"act": "no"})

        assert full_due_of(first.case) is None
        later = now + timedelta(days=40)
        assert not people_due_in_full(cast.zarina).exists()
        assert not people_to_see_again(cast.zarina, now=later).exists()
        assert people_to_see_again(cast.behruz, now=later).count() == 1

    def test_handed_back_the_other_desk_s_access_ends(self, raid, offered, cast, now):
        accept_hand_over(offered=offered, by=cast.behruz, at=now)
        back = offer_hand_over(operation=raid, to_desk=cast.zarina.desk, by=cast.behruz, at=now)

        accept_hand_over(offered=back, by=cast.zarina, at=now)

        assert raid not in operations_for(cast.behruz)
        with pytest.raises(NotPermitted):
            add_unnamed(operation=raid, number=1, by=cast.behruz, at=now)

    def test_the_desk_that_gave_it_away_does_not_give_it_again(self, raid, offered, cast, komron, now):
        accept_hand_over(offered=offered, by=cast.behruz, at=now)

        with pytest.raises(NotPermitted, match="responsible for this operation now"):
            offer_hand_over(operation=raid, to_desk=cast.zarina.desk, by=komron, at=now)

    def test_a_decline_needs_a_reason_and_leaves_the_first_responsible(self, raid, offered, cast, now):
        with pytest.raises(Refused):
            decline_hand_over(offered=offered, reason=" ", by=cast.behruz, at=now)
        declined = decline_hand_over(offered=offered, reason="No female officer here.", by=cast.behruz, at=now)

        assert vault.unseal(declined) == {"note": NOTE, "reason": "No female officer here."}
        assert responsible(raid).officer == cast.zarina
        page = hand_over_page(hand_over_id=offered.pk, by=cast.zarina, at=now)
        assert page.reason == "No female officer here."
        with pytest.raises(NotPermitted):
            hand_over_page(hand_over_id=offered.pk, by=cast.behruz, at=now)

    def test_only_whoever_it_was_offered_to_answers(self, raid, komron, cast, now):
        to_komron = offer_hand_over(operation=raid, to_desk=cast.zarina.desk, to_officer=komron, by=cast.zarina, at=now)

        for other in (cast.zarina, cast.behruz, cast.nigina):
            with pytest.raises(NotPermitted):
                accept_hand_over(offered=to_komron, by=other, at=now)
        accept_hand_over(offered=to_komron, by=komron, at=now)
        assert responsible(raid).officer == komron

    def test_there_is_one_offer_at_a_time_and_it_can_be_taken_back(self, raid, offered, cast, now):
        with pytest.raises(Conflict):
            offer_hand_over(operation=raid, to_desk=cast.nigina.desk, by=cast.zarina, at=now)
        withdraw_hand_over(offered=offered, by=cast.zarina, at=now)

        with pytest.raises(Conflict):
            accept_hand_over(offered=offered, by=cast.behruz, at=now)
        offer_hand_over(operation=raid, to_desk=cast.nigina.desk, by=cast.zarina, at=now)

    @pytest.mark.parametrize("name", ["shahlo", "alisher", "safar", "jamshed"])
    def test_nobody_who_runs_no_operations_is_offered_one(self, name, raid, cast, now):
        there = getattr(cast, name)

        with pytest.raises(Refused):
            offer_hand_over(operation=raid, to_desk=there.desk, to_officer=there, by=cast.zarina, at=now)

    def test_the_note_is_sealed_and_every_opening_of_it_stands_in_the_ledger(self, offered, cast, now):
        page = hand_over_page(hand_over_id=offered.pk, by=cast.behruz, at=now)

        assert page.note == NOTE
        assert page.may_answer
        line = LedgerEntry.objects.latest("seq")
        assert (line.act, line.officer, line.fields) == ("read_hand_over", cast.behruz, ["words"])
        assert NOTE not in str(list(LedgerEntry.objects.values_list("detail", flat=True)))

    def test_an_offer_waits_on_the_receiver_s_worklist(self, offered, cast, now):
        (item,) = worklist(cast.behruz, now=now).items

        assert str(offered.pk) in item.address

    def test_the_summary_says_who_is_being_seen_and_what_is_open(self, raid, people, cast, now):
        first, _ = people(2)
        begin_screening(roster_entry=first, by=cast.zarina, at=now)

        found = shift_summary(raid, at=now)

        assert [(line.row, line.claimed_by) for line in found.now] == [(first.row, cast.zarina)]
        assert [held.roster_entry for held in found.interviews] == [first]
        assert found.coverage.number("to_screen") == 1

    def test_a_presumed_victim_who_is_to_be_removed_is_an_alert_only_where_the_case_may_be_read(
        self, raid, add, offered, cast, now
    ):
        entry = add(known("Саидов Алӣ", removal_on=DAY + timedelta(days=20)))
        talk(entry, cast.zarina, now, COERCED)

        (alert,) = [each for each in worklist(cast.zarina, now=now).items if str(entry.pk) in each.address]
        accept_hand_over(offered=offered, by=cast.behruz, at=now)

        assert alert.what == "Removal is planned: see the person first"
        assert worklist(cast.behruz, now=now).total == 0
        talk(entry, cast.behruz, now, COERCED)
        assert [str(entry.pk) in each.address for each in worklist(cast.behruz, now=now).items].count(True) == 1


def test_of_two_who_accept_at_once_one_is_responsible(at_once, raid, cast, komron, now):
    offered = offer_hand_over(operation=raid, to_desk=cast.zarina.desk, by=cast.zarina, at=now)
    from panoh.registry.models import Officer

    other = Officer.objects.create(post=cast.zarina.post, username="sino", name="Sino", password="!")

    came = at_once(
        lambda: accept_hand_over(offered=offered, by=komron, at=now),
        lambda: accept_hand_over(offered=offered, by=other, at=now),
    )

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "Duty"]
    assert Duty.objects.filter(operation=raid, until_at=None).count() == 1
    assert ledger.verify().whole
