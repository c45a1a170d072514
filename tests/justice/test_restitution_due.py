"""What a court ordered for victims and nobody paid is asked after by the desk of the criminal case, until it is paid whole."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from panoh.justice import actions
from panoh.justice.queries.worklist import worklist
from tests.justice.test_criminal_cases import TODAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
UNPAID = "Restitution is not paid"


def asked_of(officer, now):
    return [each.reference for each in worklist(officer, now=now).items if each.what.startswith(UNPAID)]


def test_it_comes_to_the_desk_of_the_case_and_to_nobody_else(cast, criminal, now):
    case = criminal("sentenced")
    told = {"on": TODAY, "amount": Decimal(100), "currency": "TJS"}
    ordered = actions.order_restitution(criminal_case=case, **told, by=cast.jamshed, at=now)

    assert asked_of(cast.jamshed, now + 89 * DAY) == []
    assert asked_of(cast.jamshed, now + 91 * DAY) == [case.reference]
    assert asked_of(cast.nozim, now + 91 * DAY) == asked_of(cast.zarina, now + 91 * DAY) == []

    pay = {"restitution": ordered, "by": cast.jamshed, "on": TODAY + 91 * DAY, "at": now + 91 * DAY}
    actions.record_payment(amount=Decimal(40), **pay)
    assert asked_of(cast.jamshed, now + 92 * DAY) == []
    assert asked_of(cast.jamshed, now + 182 * DAY) == [case.reference]

    actions.record_payment(amount=Decimal(60), **pay)
    assert asked_of(cast.jamshed, now + 400 * DAY) == []
