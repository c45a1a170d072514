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
    record_agreement,
    withdraw_hand_over,
)
from panoh.screening.models import Duty, HandOver
from panoh.screening.queries.hand_over import hand_over_page, shift_summary
from panoh.screening.queries.operations import operation_for, operations_for, responsible
from panoh.screening.queries.worklist import worklist

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

    def test_the_desk_that_took_over_interviews_people_whose_case_is_at_the_first_in_a_case_of_its_own(
        self, offered, people, cast, now
    ):
        (entry,) = people(1)
        first = begin_screening(roster_entry=entry, language="tg", by=cast.zarina, at=now)
        record_agreement(screening=first, by=cast.zarina, at=now)
        accept_hand_over(offered=offered, by=cast.behruz, at=now)

        second = begin_screening(roster_entry=entry, language="tg", knowingly=True, by=cast.behruz, at=now)
        case = record_agreement(screening=second, by=cast.behruz, at=now)

        first.refresh_from_db()
        assert (case.desk, first.case.desk) == (cast.behruz.desk, cast.zarina.desk)

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
