"""The first three acceptance scenarios of the procedure's reference, through the acts, each from its beginning."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification import actions
from panoh.identification.queries import worklist
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.actions import take_step
from panoh.registry.models import Case
from panoh.registry.queries import cases_for, read_identity
from panoh.registry.refusals import OutOfOrder
from tests.identification.conftest import agree, decide

pytestmark = [pytest.mark.django_db, pytest.mark.journey]


def test_an_adult_who_refuses_has_no_name_on_record_and_is_not_referred_without_a_new_consent(woman, cast, now):
    agree(woman, by=cast.zarina, at=now)

    actions.record_refusal(case=woman, reason="fear_for_family", by=cast.zarina, at=now)

    identity = read_identity(case=woman, viewer=cast.zarina, purpose="test", at=now)
    assert (identity.name, identity.contact, identity.documents) == ("", "", ())
    take_step(case=woman, step="come_back", by=cast.zarina, at=now + timedelta(days=9))
    with pytest.raises(OutOfOrder, match="not consented"):
        actions.lodge(case=woman, by=cast.zarina, at=now + timedelta(days=9))
    agree(woman, by=cast.zarina, at=now + timedelta(days=9))
    actions.lodge(case=woman, by=cast.zarina, at=now + timedelta(days=9))
    assert Case.objects.get().state == "referred"


def test_a_child_is_referred_without_consent_and_the_guardian_gets_a_task(girl, cast, guardian, now):
    actions.tell_guardianship(case=girl, by=cast.zarina, at=now)
    actions.lodge(case=girl, by=cast.zarina, at=now)

    task = worklist(guardian, now=now).items[0]

    assert (task.reference, task.due_at) == (girl.reference, now + timedelta(hours=24))
    assert cases_for(guardian).get() == girl
    assert not girl.consents.exists()
    assert vault.unseal(girl.person)["names"]


def test_a_preliminary_decision_not_taken_by_working_day_six_escalates_while_state_and_support_stay(pending, cast, now):
    day_six = now + timedelta(days=8)

    assert worklist(cast.rustam, now=day_six).items[0].escalated

    assert Case.objects.get().state == "preliminary_pending"
    record_need(case=pending, service="medical_care", urgency="now", note="", by=cast.zarina, at=day_six)
    decide(pending, by=cast.davlat, at=day_six)
    assert Case.objects.get().state == "recovery"
