"""A list of penalties is compared while somebody on it declines or is erased: whichever comes first, no hit names them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.exchange.penalties.actions import compare_penalties, send_penalties
from panoh.identification.actions import ask_to_erase, erase_names, record_refusal
from panoh.justice.models import PenaltyHit, PenaltyList
from panoh.registry.models import Case, LedgerEntry
from tests.journeys import ways
from tests.justice.test_hits_of_the_forgotten import BORN, NAME
from tests.screening.test_locks_at_once import meanwhile

__all__ = ["meanwhile"]
pytestmark = pytest.mark.usefixtures("committed")
WAYS = {"declines": "record_refusal", "is erased": "erase_names"}


@pytest.fixture
def case(cast, now) -> Case:
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


@pytest.fixture
def sent(case, cast, now) -> PenaltyList:
    content = f"name,date of birth,removal date\n{NAME},{BORN},{(now + timedelta(days=5)).date()}\n"
    return send_penalties(content=content.encode(), kind="removal", authority="migration", by=cast.behruz, at=now)


@pytest.fixture
def compare(sent, cast, now):
    return lambda: compare_penalties(sent=sent, by=cast.behruz, at=now)


@pytest.fixture(params=WAYS)
def forget(request, case, cast, now):
    """The act, and the line of the ledger it ends with."""
    if request.param == "declines":
        act = lambda: record_refusal(case=case, reason="not_told", by=cast.zarina, at=now)  # noqa: E731 - as the other
        return act, WAYS[request.param]
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=6 * 366))
    case.refresh_from_db()
    asked = ask_to_erase(case=case, because="period_over", by=cast.firuza, at=now)
    return lambda: erase_names(asked=asked, by=cast.nigina, at=now), WAYS[request.param]


def names_nobody() -> bool:
    return not PenaltyHit.objects.filter(sealed__isnull=False).exists()


def test_whoever_goes_while_they_are_being_found_is_found_first_and_forgotten_then(meanwhile, compare, forget):
    act, _line = forget

    came = meanwhile(compare, act, act="compare_penalties")

    assert not [each for each in came if isinstance(each, Exception)]
    assert PenaltyHit.objects.count() == 1
    assert names_nobody()


def test_whoever_is_going_is_found_on_no_list(meanwhile, compare, forget):
    act, line = forget

    came = meanwhile(act, compare, act=line)

    assert not [each for each in came if isinstance(each, Exception)]
    assert not PenaltyHit.objects.exists()
    assert LedgerEntry.objects.filter(act="compare_penalties").get().detail["hits"] == 0
