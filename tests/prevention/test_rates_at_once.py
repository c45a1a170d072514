"""Two analysts paste the rates of one day in the same moment: one list is taken, and the other officer is told of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from panoh.prevention.actions import record_rates
from panoh.prevention.models import ExchangeRate
from panoh.registry.refusals import Conflict
from tests.screening.test_locks_at_once import meanwhile

__all__ = ["meanwhile"]
pytestmark = pytest.mark.usefixtures("committed")


def test_of_two_lists_at_once_the_second_is_told_what_the_first_gave(meanwhile, cast, now):
    day = now.date()

    def paste(per, by):
        spans = [(day, day, Decimal(per))]
        return lambda: record_rates(currency="TJS", kind="daily", spans=spans, source="Paper", by=by, at=now)

    first, second = meanwhile(paste("10.4", cast.alisher), paste("10.5", cast.rustam), act="record_rates")

    assert isinstance(second, Conflict), second
    assert "10.4" in second.reason
    assert list(first) == list(ExchangeRate.objects.all())
