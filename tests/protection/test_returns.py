"""A return: planned with the person, refused with the way forward until nothing lacks, taken back at any time before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from panoh.protection.actions import (
    assess_interests,
    call_off_return,
    change_return,
    depart,
    name_receiver,
    plan_return,
    record_return_wish,
)
from panoh.protection.actions.interests import Assessed
from panoh.protection.models import Return
from panoh.protection.queries.interests import newest_interests
from panoh.protection.queries.returns import lacking_now, mark_of_return, return_page, return_received_by
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.actions import forget_words, withdraw_consent
from panoh.registry.models import Disclosure, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.protection.returns import CALM, WISH, agrees, assessed, given, prepared, state_of, works

pytestmark = pytest.mark.django_db


def test_a_foreign_woman_goes_home_and_the_case_takes_the_procedures_step(managed, cast, now):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now)

    depart(of_return=row, by=cast.parvina, at=now)

    assert state_of(case) == "returned"
    assert case.steps.filter(step="return_safely").count() == 1
    line = LedgerEntry.objects.get(act="depart")
    assert (line.detail["to"], line.detail["moves"]) == ("UZ", True)
    assert set(case.clocks.filter(stopped_at=None).values_list("clock", flat=True)) >= {"follow_up_3_months"}
    assert not case.clocks.filter(clock="return_risk_assessment", stopped_at=None).exists()


def test_home_within_the_country_help_goes_on_where_the_person_is(managed, cast, now, reception):
    case = managed(state="long_term_support")
    row = prepared(case, by=cast.parvina, at=now, to="TJ", region="TJ-SU", desk=reception)

    depart(of_return=row, by=cast.parvina, at=now)

    assert state_of(case) == "long_term_support"
    assert Return.objects.get().departed_at == now


def test_nobody_is_kept_for_a_decision(managed, cast, now):
    case = managed(state="presumed")

    depart(of_return=prepared(case, by=cast.parvina, at=now), by=cast.parvina, at=now)

    assert state_of(case) == "presumed"


def test_a_risk_assessment_past_the_limit_of_the_country_is_refused_and_can_be_renewed(managed, cast, now):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now)
    late = now + timedelta(days=32)

    with pytest.raises(OutOfOrder, match="older") as refused:
        depart(of_return=row, by=cast.parvina, at=late)

    assert "assess the risks again" in refused.value.way_forward
    assert Return.objects.get().departed_at is None
    assert LedgerEntry.objects.filter(act="depart.refused").count() == 1
    assessed(row, by=cast.parvina, at=late)
    depart(of_return=row, by=cast.parvina, at=late)
    assert state_of(case) == "returned"
    assert case.clocks.filter(clock="return_risk_assessment").count() == 2


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"document": "asked"}, "document"),
        ({"fit": None}, "fit"),
        ({"escort": "to_arrange"}, "escort"),
        ({"unmarked": False}, "unmarked"),
        ({"reintegration": ""}, "reintegration"),
    ],
)
def test_what_lacks_is_named_and_nobody_departs(managed, cast, now, changed, key):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now, **changed)

    assert [each.key for each in lacking_now(row, at=now)] == [key]
    with pytest.raises(OutOfOrder):
        depart(of_return=row, by=cast.parvina, at=now)


def test_without_plan_risk_wish_and_receiver_all_four_are_named(managed, cast, now):
    row = plan_return(case=managed(), given=given(now), by=cast.parvina, at=now)

    assert {"risk", "wish", "receiver"} == {each.key for each in lacking_now(row, at=now)}


def test_a_yes_before_others_does_not_count(managed, cast, now):
    row = prepared(managed(), by=cast.parvina, at=now)
    later = now + timedelta(hours=1)

    record_return_wish(
        of_return=row, **{**WISH, "present": "others"}, after=mark_of_return(row), by=cast.parvina, at=later
    )

    assert [each.key for each in lacking_now(row, at=later)] == ["private"]


def test_a_no_ends_the_return_and_changes_nothing_else(managed, cast, now, reception):
    case = managed(state="long_term_support")
    need = record_need(case=case, service="medical_care", urgency="soon", note="", by=cast.zarina, at=now)
    row = prepared(case, by=cast.parvina, at=now, to="TJ", region="TJ-SU", desk=reception)
    consents = list(case.consents.values_list("pk", "withdrawn_at"))

    record_return_wish(
        of_return=row,
        **{**WISH, "wished": False, "words": "I am afraid"},
        after=mark_of_return(row),
        by=cast.parvina,
        at=now + timedelta(hours=1),
    )

    row.refresh_from_db()
    assert row.ended_because == "not_wished"
    assert Disclosure.objects.get(pk=row.disclosure_id).ended_at is not None
    assert (state_of(case), list(case.consents.values_list("pk", "withdrawn_at"))) == ("long_term_support", consents)
    need.refresh_from_db()
    assert need.met_at is None
    assert not case.clocks.filter(clock="return_risk_assessment", stopped_at=None).exists()
    plan_return(case=case, given=given(now), by=cast.parvina, at=now + timedelta(hours=2))


def test_a_withdrawn_consent_reaches_the_receiver_and_holds_the_departure_up(managed, cast, now):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now)

    withdraw_consent(consent=case.consents.get(purpose="foreign"), by=cast.zarina, at=now)

    assert [each.key for each in lacking_now(row, at=now)] == ["shared"]


def test_the_receiver_is_told_what_the_person_agreed_to_and_nothing_else(managed, cast, now, reception):
    case = managed()
    row = plan_return(case=case, given=given(now, to="TJ", region="TJ-SU"), by=cast.parvina, at=now)
    told = {"desk": reception, "body": "", "agreed_with": "the desk", "fields": ("names",)}

    with pytest.raises(Refused, match="agreed"):
        name_receiver(of_return=row, **told, after=mark_of_return(row), by=cast.parvina, at=now)
    agrees(case, "service", by=cast.parvina, at=now)
    with pytest.raises(Refused, match="not on the list"):
        name_receiver(
            of_return=row, **{**told, "fields": ("exploitation",)}, after=mark_of_return(row), by=cast.parvina, at=now
        )
    name_receiver(of_return=row, **told, after=mark_of_return(row), by=cast.parvina, at=now)

    shown = Disclosure.objects.get(case=case, to_desk=reception, ended_at=None)
    assert (shown.fields, shown.consent.purpose) == (["names"], "service")


def test_another_receiver_takes_the_view_from_the_one_before(managed, cast, now, reception):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now, to="TJ", region="TJ-SU", desk=reception)
    told = {"body": "", "agreed_with": "Shahlo", "fields": ("names",)}

    name_receiver(of_return=row, desk=cast.shahlo.desk, **told, after=mark_of_return(row), by=cast.parvina, at=now)

    shown = Disclosure.objects.filter(case=case, ended_at=None).values_list("to_desk", flat=True)
    assert list(shown) == [cast.shahlo.desk.pk]


def test_abroad_no_desk_receives_and_within_the_country_no_body(managed, cast, now, reception):
    case = managed()
    agrees(case, "foreign", by=cast.parvina, at=now)
    row = plan_return(case=case, given=given(now), by=cast.parvina, at=now)
    told = {"agreed_with": "x", "fields": ("names",)}

    for wrong in ({"desk": reception, "body": ""}, {"desk": None, "body": " "}):
        with pytest.raises(Refused, match="receiver"):
            name_receiver(of_return=row, **wrong, **told, after=mark_of_return(row), by=cast.parvina, at=now)


def test_another_place_is_another_return(managed, cast, now):
    row = prepared(managed(), by=cast.parvina, at=now)

    change_return(
        of_return=row,
        given=replace(given(now), where="an uncle nobody asked about"),
        after=mark_of_return(row),
        by=cast.parvina,
        at=now + timedelta(hours=1),
    )

    row.refresh_from_db()
    found = {each.key for each in lacking_now(row, at=now + timedelta(hours=1))}
    assert {"risk", "wish", "receiver"} <= found


def test_a_later_day_for_the_same_place_keeps_what_was_said(managed, cast, now):
    row = prepared(managed(), by=cast.parvina, at=now)

    change_return(
        of_return=row, given=given(now, days=9), after=mark_of_return(row), by=cast.parvina, at=now + timedelta(hours=1)
    )

    row.refresh_from_db()
    assert lacking_now(row, at=now + timedelta(hours=1)) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"to_country": "TJ"},
        {"to_region": "TJ-SU"},
        {"to_country": "Uzbekistan"},
        {"where": " "},
        {"document": "a ticket"},
        {"planned_on": "yesterday"},
    ],
)
def test_a_plan_that_says_nothing_or_contradicts_itself_is_refused(managed, cast, now, wrong):
    if "planned_on" in wrong:
        wrong = {"planned_on": (now - timedelta(days=1)).date()}

    with pytest.raises(Refused) as refused:
        plan_return(case=managed(), given=replace(given(now), **wrong), by=cast.parvina, at=now)

    assert refused.value.way_forward
    assert not Return.objects.exists()


def test_one_return_is_under_way_at_a_time(managed, cast, now):
    case = managed()
    row = plan_return(case=case, given=given(now), by=cast.parvina, at=now)

    with pytest.raises(Conflict, match="under way"):
        plan_return(case=case, given=given(now), by=cast.parvina, at=now)

    call_off_return(of_return=row, because="not_safe", by=cast.parvina, at=now)
    with pytest.raises(Conflict, match="ended"):
        call_off_return(of_return=row, because="not_safe", by=cast.parvina, at=now)
    assert plan_return(case=case, given=given(now), by=cast.parvina, at=now).pk != row.pk


def test_an_assessment_that_leaves_a_question_out_is_refused_by_its_name(managed, cast, now):
    row = plan_return(case=managed(), given=given(now), by=cast.parvina, at=now)
    answers = {key: value for key, value in CALM.items() if key != "threats"}

    with pytest.raises(Refused, match="threatened"):
        assessed(row, by=cast.parvina, at=now, answers=answers)


def test_a_child_needs_guardian_and_best_interests_and_is_never_returned_to_who_exploited(managed, cast, now):
    from panoh.identification.models import Guardian

    girl = managed(born=2012)
    row = prepared(girl, by=cast.parvina, at=now)
    assert {each.key for each in lacking_now(row, at=now)} == {"interests", "guardian"}
    Guardian.objects.create(
        case=girl,
        capacity="official",
        authority="guardianship",
        appointed_on=now.date(),
        recorded_at=now,
        recorded_by=cast.parvina,
    )
    found = Assessed(
        question="return_safely",
        present="the girl, the guardian",
        views="I want to see my sister",
        options="stay; return",
        reasons="her sister waits",
        goes_ahead=True,
        guardian_present=True,
        review_on=(now + timedelta(days=60)).date(),
    )
    assess_interests(
        case=girl, given=replace(found, guardian_present=False), after=newest_interests(girl), by=cast.parvina, at=now
    )
    assert [each.key for each in lacking_now(row, at=now)] == ["interests"]
    assess_interests(case=girl, given=found, after=newest_interests(girl), by=cast.parvina, at=now)
    assert lacking_now(row, at=now) == ()

    told = {"conclusion": "with_measures", "measures": "he promised"}
    assessed(row, by=cast.parvina, at=now, answers={**CALM, "exploiter_receives": "unknown"}, **told)

    with pytest.raises(OutOfOrder, match="child"):
        depart(of_return=row, by=cast.parvina, at=now)
    assessed(row, by=cast.parvina, at=now)
    depart(of_return=row, by=cast.parvina, at=now)
    assert state_of(girl) == "returned"


def test_the_receiver_reads_what_is_agreed_and_no_risk(managed, cast, now):
    row = prepared(managed(), by=cast.parvina, at=now, to="TJ", region="TJ-SU", desk=cast.shahlo.desk)

    theirs, ours = return_page(cast.shahlo, row.pk, at=now), return_page(cast.parvina, row.pk, at=now)

    assert theirs.told["reintegration"].startswith("канарейка")
    assert (theirs.risk, theirs.wish, theirs.told.get("remedies")) == (None, None, None)
    assert ours.risk_words["danger"].startswith("канарейка")
    assert ours.stands == "ready"
    assert LedgerEntry.objects.filter(act="read_return").count() == 2
    with pytest.raises(NotPermitted):
        return_received_by(cast.farzona if cast.farzona.desk.pk != cast.shahlo.desk.pk else cast.jamshed, row.pk)


def test_what_lacks_is_work_before_the_day_and_the_departure_once_nothing_does(managed, cast, now):
    row = plan_return(case=managed(), given=given(now), by=cast.parvina, at=now)
    assert "Prepare the return" in works(cast.parvina, now)
    call_off_return(of_return=row, because="otherwise", by=cast.parvina, at=now)

    prepared(managed(), by=cast.parvina, at=now)

    assert "The return is ready: record the departure" in works(cast.parvina, now)
    assert "Prepare the return" not in works(cast.zarina, now)


def test_its_words_are_sealed_off_the_ledger_and_forgotten_with_the_person(managed, cast, now):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now)

    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    forget_words(case, by=cast.nigina, at=now)

    row.refresh_from_db()
    kept = [row, *row.risks.all(), *row.wishes.all()]
    assert [vault.unseal(each) for each in kept] == [{}] * len(kept)


def test_whoever_neither_manages_the_case_nor_works_abroad_prepares_no_return(managed, cast, now):
    case = managed()

    for officer in (cast.zarina, cast.nigina, cast.shahlo, cast.jamshed):
        with pytest.raises(NotPermitted):
            plan_return(case=case, given=given(now), by=officer, at=now)
