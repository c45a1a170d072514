"""Promise 2: a need is recorded and referred in every state of the procedure, whatever the nationality, the papers
or the person's answer about police."""

from __future__ import annotations

from itertools import product

import pytest
from django.conf import settings

from panoh.instruments import countries
from panoh.referral.actions import record_need, refer
from panoh.referral.models import Referral
from panoh.registry.actions import record_consent
from panoh.registry.models import Case

pytestmark = pytest.mark.django_db

STATES = [state.key for state in countries.procedure(settings.COUNTRY).states]
NATIONALITIES = ("TJ", "AF", "")
TO_POLICE = (True, False, None)


@pytest.mark.parametrize("state", STATES)
def test_help_is_asked_for_whatever_stands_in_the_case(state, case, agreed, shelter, cast, now):
    for nationality, police in product(NATIONALITIES, TO_POLICE):
        Case.objects.filter(pk=case.pk).update(state=state)
        case.refresh_from_db()
        case.person.nationality = nationality
        case.person.save(update_fields=["nationality"])
        if police is not None:
            record_consent(
                case=case, purpose="police", given=police, language="tg", explained=True, by=cast.zarina, at=now
            )

        need = record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
        referral = refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)

        assert referral.standing == Referral.Status.SENT


@pytest.mark.parametrize("state", STATES)
def test_help_for_a_child_waits_for_nobodys_agreement(state, child, shelter, cast, now):
    Case.objects.filter(pk=child.pk).update(state=state)
    child.refresh_from_db()

    need = record_need(case=child, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    referral = refer(need=need, to_desk=shelter, consent=None, message="", by=cast.zarina, at=now)

    assert referral.standing == Referral.Status.SENT
