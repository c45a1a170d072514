"""A match decided: who may, what it changes, what the second officer is told, and how the interview goes on."""

from __future__ import annotations

import pytest

from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder
from panoh.screening.actions import (
    begin_screening,
    decide_match,
    record_agreement,
    set_roster_status,
    tell_conditions,
)
from panoh.screening.models import Finding, RosterEntry, RosterMatch, Screening
from panoh.screening.queries.matches import comparison, to_compare
from panoh.screening.queries.roster import roster_page
from tests.screening.on_record import row

pytestmark = pytest.mark.django_db


@pytest.fixture
def match(on_record, take) -> RosterMatch:
    on_record("Саидов Алӣ")
    take(row(2, "Ali Saidov"))
    return RosterMatch.objects.get()


def decide(match, state, by, at, seen=None):
    return decide_match(match=match, state=state, seen=seen or match.state, by=by, at=at)


def test_a_decision_is_kept_with_who_and_when_and_can_be_undone(match, cast, now):
    same = decide(match, "same", cast.nigina, now)
    undone = decide(same, "undone", cast.nigina, now)

    assert (same.decided_by, same.decided_at, undone.state) == (cast.nigina, now, "undone")
    assert to_compare(cast.nigina).object_list[0] == match
    assert [line.detail["state"] for line in LedgerEntry.objects.filter(act="decide_match")] == ["same", "undone"]


def test_who_cannot_tell_leaves_it_open(match, cast, now):
    decide(match, "unsure", cast.nigina, now)

    assert len(to_compare(cast.nigina)) == 1


def test_of_two_officers_the_second_is_told_what_the_first_decided(match, cast, now):
    decide(match, "other", cast.nigina, now)

    with pytest.raises(Conflict, match="someone else"):
        decide(match, "same", cast.nigina, now, seen="proposed")


def test_nobody_is_two_people(on_record, take, cast, now):
    on_record("Саидов Алӣ")
    on_record("Saidov Ali")
    take(row(2, "Ali Saidov"))
    one, other = RosterMatch.objects.all()
    decide(one, "same", cast.nigina, now)

    with pytest.raises(Conflict):
        decide(other, "same", cast.nigina, now)


def test_whoever_may_not_see_the_match_decides_nothing(match, cast, now):
    for officer in (cast.zarina, cast.davlat, cast.safar):
        with pytest.raises(NotPermitted):
            decide(match, "same", officer, now)

    assert RosterMatch.objects.get().state == "proposed"


def test_a_presumed_victim_moves_up_in_the_queue_without_a_word_why_and_down_again(match, cast, now):
    case = Case.objects.get(person=match.person)
    screening = Screening.objects.create(
        case=case, track="adult", agreed_at=now, desk=case.desk, started_by=cast.behruz, started_at=now
    )
    Finding.objects.create(
        screening=screening, outcome="TIP_POSSIBLE", presumed=True, provisional=False, at=now, by=cast.behruz
    )

    same = decide(match, "same", cast.nigina, now)
    entry = RosterEntry.objects.get()
    assert (entry.urgency, entry.because) == (2, [])

    decide(same, "undone", cast.nigina, now)
    assert RosterEntry.objects.get().urgency == 0


def test_the_line_says_to_nobody_through_the_api_that_the_person_is_on_record_or_was_presumed(
    client, on_record, take, cast, now
):
    on_record("Саидов Алӣ", number="DEMO 123456")
    take(row(2, "Саидов Алӣ", document="DEMO 123456"), row(3, "Саидов Карим", document="DEMO 9"))
    RosterEntry.objects.filter(row=2).update(urgency=2)  # an officer recognised somebody presumed before
    client.force_login(cast.zarina)

    one, other = (client.get(f"/api/screening/roster/{each.pk}").json() for each in RosterEntry.objects.order_by("row"))

    assert "person" not in one["said"]
    assert one["said"].keys() == other["said"].keys()
    assert (one["urgency"], one["because"]) == (other["urgency"], other["because"]) == (0, [])


def agreed(entry: RosterEntry, by, at) -> Case:
    screening = begin_screening(roster_entry=entry, by=by, at=at)
    tell_conditions(
        screening=screening, private_place=True, language="tg", interpreter=False, track="adult", by=by, at=at
    )
    return record_agreement(screening=screening, by=by, at=at)


def test_an_interview_with_a_recognised_person_goes_on_in_their_case(on_record, take, cast, now):
    person = on_record("Саидов Алӣ", by=cast.zarina)
    take(row(2, "Ali Saidov"))
    decide(RosterMatch.objects.get(), "same", cast.zarina, now)

    case = agreed(RosterEntry.objects.get(), cast.zarina, now)

    assert case.person == person
    assert Person.objects.count() == Case.objects.count() == 1
    assert vault.unseal(person)["names"] == [{"text": "Саидов Алӣ", "source": "passport"}]


def test_a_desk_that_may_not_see_the_case_holds_its_interview_in_one_of_its_own(match, cast, now):
    decide(match, "same", cast.nigina, now)

    case = agreed(RosterEntry.objects.get(), cast.zarina, now)

    assert case.person != match.person
    assert RosterMatch.objects.get().state == "same"


def test_a_person_recognised_is_not_undone_after_the_interview_in_their_case(on_record, take, cast, now):
    on_record("Саидов Алӣ", by=cast.zarina)
    take(row(2, "Ali Saidov"))
    same = decide(RosterMatch.objects.get(), "same", cast.zarina, now)
    agreed(RosterEntry.objects.get(), cast.zarina, now)

    with pytest.raises(OutOfOrder):
        decide(same, "undone", cast.zarina, now)


def test_until_somebody_decided_the_interview_is_with_somebody_new(on_record, take, cast, now):
    person = on_record("Саидов Алӣ", number="A 77", by=cast.zarina)
    take(row(2, "Ali Saidov", document="A77"))

    assert agreed(RosterEntry.objects.get(), cast.zarina, now).person != person


def test_whoever_declines_leaves_no_link_to_anybody_on_record(match, cast, now):
    entry = match.entry
    set_roster_status(entry=entry, status="declined", by=cast.zarina, at=now)

    assert not RosterMatch.objects.exists()


def test_the_roster_line_leads_whoever_may_see_it_to_the_comparison(match, flight, cast, now):
    assert [each.to_compare for each in roster_page(cast.nigina, flight.pk, at=now).people] == [True]
    assert [each.to_compare for each in roster_page(cast.zarina, flight.pk, at=now).people] == [False]


def test_the_reasons_are_found_again_and_not_kept(match, cast, now):
    shown = comparison(cast.nigina, match.entry_id, at=now)

    assert shown.candidates[0].reasons[0].words == "the same day of birth"
    assert {field.name for field in RosterMatch._meta.get_fields()} == {
        "id", "entry", "person", "strength", "state", "proposed_at", "decided_by", "decided_at"
    }  # fmt: skip
