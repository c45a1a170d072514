"""A positive decision helps at once; a negative needs a second officer; whoever investigates decides nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.identification import actions
from panoh.identification.models import Decision
from panoh.identification.queries import read_reasons
from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import REASONS, decide
from tests.identification.panels import FOUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed(pending, cast, now) -> Decision:
    return decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)


@pytest.fixture
def recovering(pending, cast, now) -> Case:
    decide(pending, by=cast.davlat, at=now)
    return pending


@pytest.fixture
def formal(recovering, cast, now) -> Case:
    later = now + timedelta(days=31)
    return actions.open_formal_decision(case=recovering, asked_by_person=False, by=cast.rustam, at=later)


def test_a_positive_decision_takes_effect_at_once_and_starts_the_recovery_period(pending, cast, now):
    decision = decide(pending, by=cast.davlat, at=now)

    case = Case.objects.get()
    assert (case.state, case.form) == ("recovery", "labour")
    assert (decision.status, decision.signed_by) == ("final", None)
    assert case.clocks.filter(clock="reflection", stopped_at=None).exists()
    assert case.clocks.get(clock="preliminary_decision").stopped_at == now
    assert LedgerEntry.objects.last().act == "decide"


def test_the_reasons_are_sealed_with_the_notes_and_the_vote(pending, cast, now):
    decide(pending, elements={"act": "recruited in Khujand", "means": " "}, by=cast.davlat, at=now)

    decision = Decision.objects.get()
    kept = vault.unseal(decision)
    assert REASONS.encode() not in bytes(decision.sealed)
    assert kept["reasons"] == REASONS
    assert kept["elements"] == {"act": "recruited in Khujand"}
    assert kept["votes"][0]["officer"] == cast.davlat.pk
    assert kept["votes"][0]["conflict_of_interest"] is False


@pytest.mark.parametrize("reasons", ["", "   ", "no", "not a victim"])
def test_a_decision_without_reasons_is_refused_kindly(pending, cast, now, reasons):
    for outcome in ("positive", "negative"):
        with pytest.raises(Refused, match="written reasons") as refused:
            decide(pending, outcome=outcome, reasons=reasons, elements={}, by=cast.davlat, at=now)

    assert "sentence" in refused.value.way_forward
    assert not Decision.objects.exists()
    assert LedgerEntry.objects.last().act == "decide.refused"


@pytest.mark.parametrize("missing", ["act", "means", "purpose"])
def test_a_refusal_without_a_reason_on_each_element_is_refused(pending, cast, now, missing):
    with pytest.raises(Refused, match="reason for each element") as refused:
        decide(pending, outcome="negative", elements={**FOUND, missing: " "}, by=cast.davlat, at=now)

    assert refused.value.way_forward == "Write for each what was found and what was not."
    assert not Decision.objects.exists()
    decide(pending, elements={"act": FOUND["act"]}, by=cast.davlat, at=now)
    assert Case.objects.get().state == "recovery", "finding grounds asks for no more than it did"


def test_a_child_is_not_refused_for_means(pending, cast, now):
    Case.objects.update(track="child")
    pending.refresh_from_db()

    with pytest.raises(Refused, match="means are not asked about"):
        decide(pending, outcome="negative", elements=FOUND, by=cast.davlat, at=now)
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    assert set(vault.unseal(Decision.objects.get())["elements"]) == {"act", "purpose"}


def test_a_refusal_kept_before_each_element_was_asked_is_signed_and_read_as_it_stands(proposed, cast, now):
    kept = vault.unseal(proposed)
    vault.seal(proposed, {**kept, "elements": {}})
    proposed.save()

    actions.sign(decision=proposed, by=cast.gulnora, at=now)

    read = read_reasons(Decision.objects.get(), cast.gulnora, at=now)
    assert (read.reasons, read.elements) == (REASONS, {})
    assert b"%PDF" in actions.print_decision(decision=Decision.objects.get(), by=cast.gulnora, at=now)


def test_a_negative_without_a_second_signature_changes_nothing(proposed, pending):
    case = Case.objects.get()

    assert proposed.status == "proposed"
    assert case.state == "preliminary_pending"
    assert case.clocks.filter(clock="preliminary_decision", stopped_at=None).exists()


def test_a_second_officer_signs_and_the_negative_takes_effect(proposed, cast, now):
    actions.sign(decision=proposed, by=cast.gulnora, at=now)

    decision, case = Decision.objects.get(), Case.objects.get()
    assert (decision.status, decision.signed_by, decision.signed_at) == ("final", cast.gulnora, now)
    assert case.state == "preliminary_negative"
    assert not case.clocks.filter(clock="reconsideration_request").exists()  # it counts from being told
    assert case.clocks.filter(clock="telling", stopped_at=None).exists()
    assert [each["officer"] for each in vault.unseal(decision)["votes"]] == [cast.davlat.pk, cast.gulnora.pk]
    assert LedgerEntry.objects.last().act == "sign"


def test_nobody_signs_their_own_proposal(proposed, cast, now):
    with pytest.raises(NotPermitted, match="yourself"):
        actions.sign(decision=proposed, by=cast.davlat, at=now)
    with pytest.raises(NotPermitted, match="yourself"):
        actions.send_back(decision=proposed, reason="I changed my mind", by=cast.davlat, at=now)

    assert Case.objects.get().state == "preliminary_pending"


def test_the_database_itself_refuses_the_same_hand_twice_and_a_negative_with_one(proposed, cast, now):
    for change in ({"signed_by": cast.davlat, "signed_at": now}, {"status": "final"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.filter(pk=proposed.pk).update(**change)


def test_a_proposal_sent_back_is_decided_anew_while_the_clock_runs_on(proposed, pending, cast, now):
    due = pending.clocks.get(clock="preliminary_decision").due_at

    actions.send_back(decision=proposed, reason="The debt was not looked at.", by=cast.gulnora, at=now)

    clock = pending.clocks.get(clock="preliminary_decision")
    assert (clock.stopped_at, clock.due_at) == (None, due)
    assert Decision.objects.get().status == "returned"
    assert vault.unseal(Decision.objects.get())["returned"]["reason"] == "The debt was not looked at."
    decide(pending, by=cast.davlat, at=now)
    assert Case.objects.get().state == "recovery"


def test_sending_back_needs_a_reason(proposed, cast, now):
    with pytest.raises(Refused, match="needs a reason"):
        actions.send_back(decision=proposed, reason=" ", by=cast.gulnora, at=now)

    assert Decision.objects.get().status == "proposed"


def test_one_proposal_at_a_time(proposed, pending, cast, now):
    for outcome in ("positive", "negative"):
        with pytest.raises(Conflict, match="second signature"):
            decide(pending, outcome=outcome, by=cast.gulnora, at=now)


def test_the_database_holds_one_open_proposal_for_each_stage(proposed, cast, now):
    second = Decision(case=proposed.case, stage="preliminary", outcome="negative", status="proposed")
    second.proposed_by, second.proposed_at = cast.gulnora, now

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_of_two_who_answer_a_proposal_at_once_one_is_told(proposed, cast, now):
    stale = Decision.objects.select_related("case").get()
    actions.sign(decision=proposed, by=cast.gulnora, at=now)

    with pytest.raises(Conflict):
        actions.send_back(decision=stale, reason="Too late", by=cast.gulnora, at=now)

    assert Decision.objects.get().status == "final"


def test_a_page_that_went_stale_decides_nothing(pending, cast, now):
    stale = Case.objects.get()
    decide(pending, by=cast.davlat, at=now)

    with pytest.raises(Conflict, match="moved this case"):
        decide(stale, outcome="negative", by=cast.gulnora, at=now)

    assert Decision.objects.count() == 1


def test_other_posts_decide_nothing(pending, cast, now):
    for officer in (cast.jamshed, cast.nigina, cast.rustam, cast.zarina, cast.parvina, cast.safar):
        with pytest.raises(NotPermitted):
            decide(pending, by=officer, at=now)

    assert not Decision.objects.exists()


def test_other_posts_sign_nothing(proposed, cast, now):
    for officer in (cast.jamshed, cast.nigina, cast.rustam, cast.safar):
        with pytest.raises(NotPermitted):
            actions.sign(decision=proposed, by=officer, at=now)


def test_whoever_has_a_conflict_of_interest_neither_decides_nor_signs(pending, cast, now):
    with pytest.raises(Refused, match="conflict of interest"):
        decide(pending, conflict_of_interest=True, by=cast.davlat, at=now)

    proposal = decide(pending, outcome="negative", by=cast.davlat, at=now)
    with pytest.raises(Refused, match="conflict of interest"):
        actions.sign(decision=proposal, conflict_of_interest=True, by=cast.gulnora, at=now)


def test_the_preliminary_decider_does_not_decide_formally(formal, cast, now):
    with pytest.raises(NotPermitted):
        decide(formal, stage="formal", by=cast.davlat, at=now)


def test_a_preliminary_decision_is_not_taken_at_the_formal_stage(formal, cast, now):
    with pytest.raises(OutOfOrder):
        decide(formal, stage="preliminary", by=cast.davlat, at=now)

    assert Decision.objects.count() == 1


def test_the_formal_decision_waits_for_the_end_of_the_recovery_period(recovering, cast, now):
    last_day = now + timedelta(days=30)
    with pytest.raises(OutOfOrder, match="recovery period is over") as refused:
        actions.open_formal_decision(case=recovering, asked_by_person=False, by=cast.rustam, at=last_day)

    assert "request" in refused.value.way_forward
    actions.open_formal_decision(
        case=recovering, asked_by_person=False, by=cast.rustam, at=last_day + timedelta(hours=12)
    )
    assert Case.objects.get().state == "formal_pending"


def test_the_person_may_ask_for_an_earlier_formal_decision(recovering, cast, now):
    actions.open_formal_decision(case=recovering, asked_by_person=True, by=cast.rustam, at=now)

    assert Case.objects.get().state == "formal_pending"
    assert LedgerEntry.objects.last().detail == {"asked_by_person": True}


def test_the_formal_decision_is_not_opened_before_the_agencies_were_asked(recovering, cast, now):
    with pytest.raises(OutOfOrder, match="agency"):
        actions.open_formal_decision(
            case=recovering, asked_by_person=True, agencies_asked=False, by=cast.rustam, at=now
        )


def test_no_member_takes_the_formal_decision_alone(formal, cast, now):
    with pytest.raises(OutOfOrder, match="panel of several agencies"):
        decide(formal, stage="formal", by=cast.rustam, at=now + timedelta(days=40))

    assert Case.objects.get().state == "formal_pending"


def test_a_form_that_is_not_known_leaves_the_form_of_the_case(pending, cast, now):
    Case.objects.update(form="sexual")

    decide(pending, form="unknown", by=cast.davlat, at=now)

    assert Case.objects.get().form == "sexual"
