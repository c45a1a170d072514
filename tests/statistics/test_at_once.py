"""Two officers who freeze or sign the same figures at the same moment, with real transactions."""

from __future__ import annotations

from datetime import timedelta

from panoh.statistics.actions import prepare_edition, sign_edition
from panoh.statistics.models import Edition
from panoh.statistics.rules.periods import Period, PeriodKind
from tests.conftest import NOON

YEAR = Period(PeriodKind.CALENDAR_YEAR, 2025)


def test_two_who_prepare_at_once_prepare_one(committed, at_once, cast, book):
    came = at_once(*[lambda: prepare_edition(period=YEAR, by=cast.alisher, at=NOON)] * 2)

    assert Edition.objects.count() == 1
    assert len({type(each) for each in came}) == 2


def test_two_who_sign_at_once_sign_once(committed, at_once, cast, book):
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)

    came = at_once(
        lambda: sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON),
        lambda: sign_edition(edition=made, approved=True, by=cast.malika, at=NOON + timedelta(minutes=1)),
    )

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "EditionSignature"]
