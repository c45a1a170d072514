"""A need is recorded and sent to a desk: effect, ledger, refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.referral.actions import answer, meet_need, record_need, refer, remind, withdraw_referral
from panoh.referral.models import Need, Referral
from panoh.registry import vault
from panoh.registry.access import Act
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Desk, Disclosure, LedgerEntry
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db


def test_a_need_is_recorded_with_a_sealed_note(need):
    kept = Need.objects.get()

    assert (kept.service, kept.urgency) == ("safe_accommodation", "now")
    assert b"recruiter" not in bytes(kept.sealed)
    assert vault.unseal(kept) == {"note": "Fears her recruiter."}
    assert LedgerEntry.objects.last().act == "record_need"


def test_what_is_not_in_the_catalogue_is_refused_with_a_way_forward(case, cast, now):
    with pytest.raises(Refused, match="catalogue") as refused:
        record_need(case=case, service="gold", urgency="now", note="", by=cast.zarina, at=now)

    assert "note" in refused.value.way_forward
    assert LedgerEntry.objects.last().act == "record_need.refused"


def test_a_desk_that_does_not_see_the_case_records_no_need(case, cast, now):
    with pytest.raises(NotPermitted):
        record_need(case=case, service="legal_aid", urgency="now", note="", by=cast.behruz, at=now)


def test_the_desk_asked_sees_named_fields_and_not_the_case(sent, cast):
    disclosure = Disclosure.objects.get()

    asked_of_a_place = ("long_term", "guarded")
    assert sent.standing == "sent"
    assert disclosure.fields == [
        "reference",
        "sex",
        "track",
        "with_children",
        "step_free",
        "service",
        "urgency",
        "region",
        "message",
        *asked_of_a_place,
    ]
    assert cases_for(cast.shahlo).count() == 0
    assert cases_for(cast.shahlo, Act.ANSWER_REFERRAL).count() == 1
    assert list(LedgerEntry.objects.order_by("-seq").values_list("act", flat=True)[:2]) == ["refer", "disclose"]


@pytest.mark.parametrize(
    ("urgency", "wait"),
    [("now", timedelta(hours=2)), ("soon", timedelta(days=1)), ("later", timedelta(days=3))],
)
def test_the_answer_is_due_by_how_urgent_it_is(urgency, wait, case, shelter, agreed, cast, now):
    need = record_need(case=case, service="subsistence", urgency=urgency, note="", by=cast.zarina, at=now)

    referral = refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)

    exact = referral.answer_due == now + wait
    assert exact if urgency == "now" else referral.answer_due.date() == (now + wait).date()


def test_an_adult_is_not_referred_without_agreement(need, shelter, cast, now):
    with pytest.raises(Refused, match="not agreed"):
        refer(need=need, to_desk=shelter, consent=None, message="", by=cast.zarina, at=now)

    assert not Referral.objects.exists()
    assert not Disclosure.objects.exists()


def test_agreement_to_a_service_is_no_agreement_to_police(case, agreed, cast, now):
    need = record_need(case=case, service="physical_protection", urgency="now", note="", by=cast.zarina, at=now)

    with pytest.raises(Refused, match="such a desk"):
        refer(need=need, to_desk=cast.behruz.desk, consent=agreed, message="", by=cast.zarina, at=now)


def test_with_agreement_to_police_a_police_desk_can_be_asked(case, cast, now):
    need = record_need(case=case, service="physical_protection", urgency="now", note="", by=cast.zarina, at=now)
    police = record_consent(
        case=case, purpose="police", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    desk = Desk.objects.get(code="police_dushanbe")

    assert refer(need=need, to_desk=desk, consent=police, message="", by=cast.zarina, at=now).standing == "sent"


def test_withdrawn_agreement_carries_no_referral(need, shelter, agreed, cast, now):
    withdraw_consent(consent=agreed, by=cast.zarina, at=now)

    with pytest.raises(Refused, match="not agreed"):
        refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)


def test_a_child_needs_no_agreement_and_child_protection_is_told(child, shelter, cast, now):
    need = record_need(case=child, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    refer(need=need, to_desk=shelter, consent=None, message="", by=cast.zarina, at=now)

    told = Disclosure.objects.get(to_desk__agency__kind="guardianship")
    assert told.to_desk.code == "guardianship_dushanbe"
    assert "names" in told.fields


def test_child_protection_is_told_once(child, shelter, cast, now):
    for service in ("safe_accommodation", "medical_care"):
        need = record_need(case=child, service=service, urgency="now", note="", by=cast.zarina, at=now)
        refer(need=need, to_desk=shelter, consent=None, message="", by=cast.zarina, at=now)

    assert Disclosure.objects.filter(to_desk__agency__kind="guardianship").count() == 1


def test_a_desk_that_does_not_give_the_service_is_not_asked(need, agreed, cast, now):
    desk = Desk.objects.get(code="education_desk")

    with pytest.raises(Refused, match="does not offer"):
        refer(need=need, to_desk=desk, consent=agreed, message="", by=cast.zarina, at=now)


def test_the_same_question_is_not_asked_twice_at_once(sent, need, shelter, agreed, cast, now):
    with pytest.raises(Conflict, match="asked already"):
        refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)

    assert Referral.objects.count() == 1


def test_several_desks_can_be_asked_at_once(sent, need, agreed, cast, now):
    refer(need=need, to_desk=cast.parvina.desk, consent=agreed, message="", by=cast.zarina, at=now)

    assert Referral.objects.count() == 2


def test_a_desk_is_reminded_and_not_twice_a_day(sent, cast, now):
    remind(referral=sent, by=cast.zarina, at=now + timedelta(hours=3))

    with pytest.raises(OutOfOrder, match="less than a day"):
        remind(referral=sent, by=cast.nigina, at=now + timedelta(hours=4))
    assert sent.reminders.count() == 1

    remind(referral=sent, by=cast.zarina, at=now + timedelta(hours=27))
    assert sent.reminders.count() == 2


def test_an_answered_referral_is_not_reminded(sent, cast, now):
    answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)

    with pytest.raises(OutOfOrder, match="no answer to wait for"):
        remind(referral=sent, by=cast.zarina, at=now)


def test_a_referral_taken_back_closes_the_view(sent, cast, now):
    withdraw_referral(referral=sent, by=cast.zarina, at=now)

    assert Referral.objects.get().standing == "withdrawn"
    assert cases_for(cast.shahlo, Act.ANSWER_REFERRAL).count() == 0
    with pytest.raises(OutOfOrder):
        withdraw_referral(referral=sent, by=cast.zarina, at=now)


def test_after_consent_was_withdrawn_and_given_anew_the_desk_can_be_asked_again(sent, need, shelter, case, cast, now):
    withdraw_consent(consent=sent.disclosure.consent, by=cast.zarina, at=now)
    anew = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )

    refer(need=need, to_desk=shelter, consent=anew, message="", by=cast.zarina, at=now)

    assert sorted(each.standing for each in Referral.objects.all()) == ["sent", "withdrawn"]


def test_a_met_need_is_closed_once_and_not_referred(need, shelter, agreed, cast, now):
    meet_need(need=need, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="closed"):
        refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)
    with pytest.raises(Conflict):
        meet_need(need=need, by=cast.zarina, at=now)
