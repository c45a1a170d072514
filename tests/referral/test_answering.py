"""A desk accepts or declines; withdrawn consent reaches it at its next request."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.referral.actions import answer
from panoh.referral.models import Referral
from panoh.referral.queries import referral_for
from panoh.registry.access import Act
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Disclosure, LedgerEntry
from panoh.registry.queries import cases_for, read_identity
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.referral.conftest import NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(sent, cast, now) -> Referral:
    return answer(referral=sent, accepted=True, decline_reason="", words="Come.", by=cast.shahlo, at=now).referral


def test_before_the_answer_the_desk_cannot_read_who_it_is(sent, case, cast, now):
    with pytest.raises(NotPermitted):
        read_identity(case=case, viewer=cast.shahlo, purpose="curiosity", at=now)


def test_a_yes_shows_the_desk_who_it_is_and_how_to_reach_them(accepted, case, cast, now):
    identity = read_identity(case=case, viewer=cast.shahlo, purpose="welcome", at=now)

    assert identity.name == NAME
    assert identity.contact == "aunt, +992 00"
    assert accepted.standing == "accepted"
    assert cases_for(cast.shahlo).count() == 1


def test_what_was_shown_for_answering_stays_on_record_as_ended(accepted):
    ended = Disclosure.objects.get(to_answer=True)

    assert ended.ended_because == "accepted"
    assert "names" not in ended.fields


def test_a_no_closes_the_view_at_once_and_keeps_its_reason(sent, cast, now):
    response = answer(
        referral=sent, accepted=False, decline_reason="full", words="From Monday.", by=cast.shahlo, at=now
    )

    assert response.decline_reason == "full"
    assert b"Monday" not in bytes(response.sealed)
    assert cases_for(cast.shahlo, Act.ANSWER_REFERRAL).count() == 0
    assert LedgerEntry.objects.last().detail["reason"] == "full"


def test_a_no_without_reason_is_refused(sent, cast, now):
    with pytest.raises(Refused, match="reason"):
        answer(referral=sent, accepted=False, decline_reason="", words="", by=cast.shahlo, at=now)

    assert Referral.objects.get().standing == "sent"


def test_another_reason_is_said_in_words(sent, cast, now):
    no = {"referral": sent, "accepted": False, "decline_reason": "other", "by": cast.shahlo, "at": now}

    with pytest.raises(Refused, match="needs words"):
        answer(**no, words=" ")
    assert answer(**no, words="We move house this week.").decline_reason == "other"


def test_a_colleague_reads_that_the_desk_declined_and_nobody_else_does(sent, cast, now):
    answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)

    with pytest.raises(NotPermitted, match="Your desk declined this"):
        referral_for(cast.farzona, sent.pk)
    for other in (cast.parvina, cast.safar):
        with pytest.raises(NotPermitted, match="no such referral"):
            referral_for(other, sent.pk)


def test_another_desk_does_not_answer(sent, cast, now):
    with pytest.raises(NotPermitted, match="another desk"):
        answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.parvina, at=now)


def test_a_colleague_who_answers_second_is_told(accepted, sent, cast, now):
    with pytest.raises(Conflict, match="a moment ago"):
        answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.farzona, at=now)

    assert Referral.objects.get().standing == "accepted"


def test_withdrawn_consent_reaches_the_desk_that_accepted(accepted, case, cast, now):
    withdraw_consent(consent=accepted.disclosure.consent, by=cast.zarina, at=now + timedelta(hours=1))

    assert cases_for(cast.shahlo).count() == 0
    assert Referral.objects.get().standing == "withdrawn"
    with pytest.raises(NotPermitted):
        read_identity(case=case, viewer=cast.shahlo, purpose="welcome", at=now)


def test_withdrawn_consent_reaches_the_desk_that_has_not_answered(sent, cast, now):
    withdraw_consent(consent=sent.disclosure.consent, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="taken back"):
        answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)

    assert not Disclosure.objects.filter(ended_at=None).exists()
