"""Whoever is let into a compartment for some hours: as far as an emergency opens it, and nothing their desk reaches besides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.justice.actions import dismiss_hit
from panoh.justice.models import PenaltyHit
from panoh.justice.queries.hits import hit_page, hits_for
from panoh.protection.queries import departure_for, stay_for
from panoh.referral.queries import referral_for
from panoh.registry import access, actions
from panoh.registry.access import Act
from panoh.registry.looks import one_look
from panoh.registry.models import CaseClock, members_now
from panoh.registry.moment import at_moment
from panoh.registry.queries import cases_for, read_identity
from panoh.registry.refusals import NotPermitted
from panoh.screening.actions import decide_match
from panoh.screening.models import RosterEntry
from panoh.screening.queries import screenings_for
from panoh.screening.queries.matches import comparison, matches_for
from panoh.screening.rules.roster import RosterRow
from tests.desk.compartments import put_in
from tests.journeys import ways

pytestmark = pytest.mark.django_db
OF_A_CASE = [
    act for act, roles in access.TABLE.items() if roles.get(access.Role.FIRST_RESPONDER) == access.Scope.DESK
] + [Act.READ_SCREENING]


def let_in(held, officer, cast, now):
    return actions.let_in(compartment=held, officer=officer, because="She is at the gate.", by=cast.nigina, at=now)


def test_an_officer_of_the_cases_own_desk_is_let_in_as_far_as_an_emergency_opens_it(held, case, cast, now):
    """Her brother-in-law's colleague gets her name at the gate, and no file."""
    assert cast.zarina.desk == case.desk
    let_in(held, cast.zarina, cast, now)

    with at_moment(now):
        assert {act for act in OF_A_CASE if access.may(cast.zarina, act, case)} == access.IN_EMERGENCY
        with one_look():
            assert {act for act in OF_A_CASE if access.may(cast.zarina, act, case)} == access.IN_EMERGENCY
        for act in OF_A_CASE:
            assert (case in cases_for(cast.zarina, act)) == (act in access.IN_EMERGENCY), act
            told = CaseClock.objects.filter(access.in_reach(cast.zarina, act), case=case).exists()
            assert told == (act in access.IN_EMERGENCY), act
        assert not access.works_on(cast.zarina, Act.SEE_CASE, case)
        assert not access.of_own_desk(cast.zarina, Act.SCREEN).exists()
        identity = read_identity(case=case, viewer=cast.zarina, purpose="case_page", at=now)
        assert identity.name
        assert not identity.contact
        assert not screenings_for(cast.zarina).exists()


def test_ending_it_early_ends_the_membership_too(held, case, cast, now):
    for officer, by in ((cast.zarina, cast.zarina), (cast.behruz, cast.firuza)):
        opening = let_in(held, officer, cast, now)
        later = now + timedelta(minutes=10)
        actions.end_emergency(opening=opening, by=by, at=later)

        with at_moment(later):
            assert case not in cases_for(officer)
            assert access.is_shut(officer, case)
            assert not members_now().filter(officer=officer).exists()
            assert members_now().count() == 2, "its heads stay"


def test_whoever_was_let_in_may_be_named_a_member_and_has_the_whole_case(held, case, cast, now):
    let_in(held, cast.zarina, cast, now)

    actions.name_member(compartment=held, officer=cast.zarina, is_head=False, by=cast.nigina, at=now)

    with at_moment(now):
        assert access.works_on(cast.zarina, Act.READ_SCREENING, case)
        assert read_identity(case=case, viewer=cast.zarina, purpose="case_page", at=now).contact


def test_to_whoever_was_let_in_no_hit_of_a_police_list_is_shown_nor_is_it_theirs_to_dismiss(case, cast, second, now):
    hit = PenaltyHit.objects.get(pk=ways.on_a_list(cast.zarina, at=now)["hit_id"])
    assert hit in hits_for(cast.zarina)
    let_in(put_in(case, cast, [second], now), cast.zarina, cast, now)

    with at_moment(now):
        assert not access.may(cast.zarina, Act.ANSWER_PENALTY, case)
        assert not hits_for(cast.zarina).exists()
        with pytest.raises(NotPermitted):
            hit_page(cast.zarina, hit.pk, at=now)
        with pytest.raises(NotPermitted):
            dismiss_hit(hit=hit, by=cast.zarina, at=now)
        assert hit in hits_for(second), "its members look at it"


def test_to_whoever_was_let_in_a_line_of_their_own_roster_says_nothing_of_a_list(case, cast, second, now):
    """The person's line on a flight, a row of a list is held against it, and the case that came of it is in a compartment."""
    row = RosterRow(2, "Kanareyeva Muhabbat", birth_date="1990-04-02", born_from=1990, born_to=1990, sex="female")
    given = ways.on_a_list(cast.zarina, at=now)
    entry = ways.came_by_flight((row,), by=cast.zarina, at=now).roster.get()
    PenaltyHit.objects.filter(pk=given["hit_id"]).update(case=None, roster_entry=entry)
    assert hits_for(cast.zarina).filter(roster_entry=entry).exists()
    RosterEntry.objects.filter(pk=entry.pk).update(case=case)

    let_in(put_in(case, cast, [second], now), cast.zarina, cast, now)

    with at_moment(now):
        assert not hits_for(cast.zarina).exists()


def test_to_whoever_was_let_in_nobody_on_a_list_is_compared_with_the_person(case, cast, second, now):
    row = RosterRow(2, "Kanareyeva Muhabbat", birth_date="1990-04-02", born_from=1990, born_to=1990, sex="female")
    entry = ways.came_by_flight((row,), by=cast.zarina, at=now).roster.get()
    [match] = matches_for(cast.zarina)
    let_in(put_in(case, cast, [second], now), cast.zarina, cast, now)

    with at_moment(now):
        assert not matches_for(cast.zarina).exists()
        with pytest.raises(NotPermitted):
            comparison(cast.zarina, entry.pk, at=now)
        with pytest.raises(NotPermitted):
            decide_match(match=match, state="same", seen=match.state, by=cast.zarina, at=now)
        assert match in matches_for(second)


def test_to_whoever_was_let_in_the_message_to_their_desk_and_what_the_house_keeps_stay_shut(case, cast, second, now):
    shelter = ways.open_shelter(cast, at=now)
    _need, asked, stay = ways.sheltered(case, shelter, cast, at=now)
    departure = ways.to_leave(case, cast, at=now)
    assert referral_for(cast.shahlo, asked.pk) == asked
    held = put_in(case, cast, [second], now)
    let_in(held, cast.shahlo, cast, now)

    with at_moment(now):
        for found, key in ((referral_for, asked.pk), (stay_for, stay.pk), (departure_for, departure.pk)):
            with pytest.raises(NotPermitted):
                found(cast.shahlo, key)

    actions.name_member(compartment=held, officer=cast.shahlo, is_head=False, by=cast.nigina, at=now)
    with at_moment(now):
        assert referral_for(cast.shahlo, asked.pk) == asked
        assert stay_for(cast.shahlo, stay.pk) == stay
        assert departure_for(cast.shahlo, departure.pk) == departure
