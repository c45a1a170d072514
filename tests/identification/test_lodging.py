"""An adult is referred only with consent, a child only after the guardianship authority was told; intake looks for doubles."""

from __future__ import annotations

import pytest

from panoh.identification import actions
from panoh.identification.queries import possible_duplicates
from panoh.registry.actions import PersonGiven, withdraw_consent
from panoh.registry.models import Case, Desk, LedgerEntry
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import AUNT, PASSPORT, agree

pytestmark = pytest.mark.django_db


def test_an_adult_who_agreed_is_referred(agreed, cast, now):
    actions.lodge(case=agreed, by=cast.zarina, at=now)

    assert Case.objects.get().state == "referred"
    assert LedgerEntry.objects.last().act == "lodge"


def test_an_adult_who_was_not_asked_is_not_referred(woman, cast, now):
    with pytest.raises(OutOfOrder, match="not consented"):
        actions.lodge(case=woman, by=cast.zarina, at=now)

    assert Case.objects.get().state == "presumed"
    assert LedgerEntry.objects.last().act == "lodge.refused"


def test_a_withdrawn_consent_refers_nobody(agreed, cast, now):
    withdraw_consent(consent=agreed.consents.get(), by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="not consented"):
        actions.lodge(case=agreed, by=cast.zarina, at=now)


def test_a_child_is_referred_without_any_consent_once_the_guardianship_authority_was_told(girl, cast, now):
    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)

    actions.lodge(case=girl, by=cast.zarina, at=now)

    assert Case.objects.get().state == "referred"
    assert not girl.consents.exists()


def test_a_child_is_not_referred_behind_the_back_of_the_guardianship_authority(girl, cast, now):
    with pytest.raises(OutOfOrder, match="child-protection authority"):
        actions.lodge(case=girl, by=cast.zarina, at=now)


def test_a_childs_own_no_is_no_refusal(girl, cast, now):
    with pytest.raises(OutOfOrder, match="only for adults"):
        actions.record_refusal(case=girl, reason="not_told", by=cast.zarina, at=now)

    assert Case.objects.get().state == "presumed"
    assert girl.person.sealed


def test_the_guardianship_desk_of_the_region_sees_the_child_at_once(girl, cast, now):
    Case.objects.filter(pk=girl.pk).update(region="TJ-SU-01")
    girl.refresh_from_db()

    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)

    assert girl.disclosures.get().to_desk.code == "guardianship_sughd"


def test_a_case_without_a_region_goes_to_the_first_guardianship_desk(girl, cast, now):
    Case.objects.filter(pk=girl.pk).update(region="")
    girl.refresh_from_db()

    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)

    assert girl.disclosures.get().to_desk.posts.filter(role="guardian").exists()


def test_the_guardianship_authority_is_told_once(girl, cast, now):
    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)

    with pytest.raises(Refused, match="told already"):
        actions.tell_guardianship(case=girl, by=cast.zarina, at=now)


def test_no_guardian_is_called_for_an_adult(woman, cast, now):
    with pytest.raises(Refused, match="adult"):
        actions.tell_guardianship(case=woman, by=cast.zarina, at=now)


def test_without_a_guardianship_desk_the_officer_is_told_what_to_do(girl, cast, now):
    for desk in Desk.objects.filter(posts__role="guardian"):
        desk.posts.all().delete()

    with pytest.raises(Refused, match="No guardianship desk") as refused:
        actions.tell_guardianship(case=girl, by=cast.zarina, at=now)

    assert "telephone" in refused.value.way_forward


def test_another_desk_lodges_nothing_in_a_case_it_does_not_see(agreed, cast, now):
    with pytest.raises(NotPermitted):
        actions.lodge(case=agreed, by=cast.behruz, at=now)


def test_the_intake_desk_stands_in_when_the_first_desk_does_not_lodge(agreed, cast, now):
    actions.lodge(case=agreed, by=cast.nigina, at=now)

    assert Case.objects.get().state == "referred"


def test_of_two_officers_who_lodge_at_once_one_is_told(agreed, cast, now):
    stale = Case.objects.get(pk=agreed.pk)
    actions.lodge(case=agreed, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="moved this case"):
        actions.lodge(case=stale, by=cast.zarina, at=now)


def test_taking_in_starts_the_clock_of_the_decision_and_keeps_which_doubles_were_found(referred, presume, cast, now):
    other = presume(PersonGiven(names=(("JURAEVA MUHABBAT", "ticket"),), sex="female"), by=cast.behruz)

    actions.take_in(case=referred, by=cast.nigina, at=now)

    assert referred.clocks.get(clock="preliminary_decision").stopped_at is None
    assert LedgerEntry.objects.last().detail == {"candidates": [str(other.pk)]}


def test_the_same_paper_comes_before_the_same_name(referred, presume, cast):
    presume(PersonGiven(names=(("Muhabbat Juraeva", "ticket"),)), by=cast.behruz)
    paper = presume(PersonGiven(names=(("Another Spelling", "list"),), documents=PASSPORT), by=cast.behruz)

    found = possible_duplicates(referred, cast.nigina)

    assert found[0].case == paper
    assert len(found) == 2


def test_one_shared_part_of_a_name_is_no_double(referred, presume, cast):
    presume(PersonGiven(names=(("Муҳаббат Раҳимова", "ticket"),)), by=cast.behruz)

    assert possible_duplicates(referred, cast.nigina) == ()


def test_only_the_intake_desk_takes_in(referred, cast, now):
    for officer in (cast.zarina, cast.davlat, cast.rustam, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            actions.take_in(case=referred, by=officer, at=now)


def test_a_guardian_is_appointed_by_the_desk_that_was_told_and_the_clock_stops(girl, cast, now, guardian):
    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)
    assert cases_for(guardian).get() == girl

    actions.appoint_guardian(case=girl, **AUNT, by=guardian, at=now)

    assert girl.clocks.get(clock="child_guardian").stopped_at == now
    with pytest.raises(Refused, match="stands by this child already"):
        actions.appoint_guardian(case=girl, **AUNT, by=guardian, at=now)


def test_agreeing_again_after_a_no_is_enough(woman, cast, now):
    agree(woman, by=cast.zarina, at=now)

    actions.lodge(case=woman, by=cast.zarina, at=now)

    assert woman.state == "referred"
