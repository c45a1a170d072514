"""Names of a list erased while somebody records what keeps one of them: one of the two comes first, and the other knows."""

from __future__ import annotations

import pytest

from panoh.identification.actions import ask_to_erase_list, erase_list_names
from panoh.justice.actions import assess_link, record_penalty
from panoh.justice.actions.penalties import PenaltyGiven
from panoh.justice.models import Penalty
from panoh.registry.refusals import OutOfOrder
from panoh.screening.models import RosterEntry
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT
from tests.screening.test_locks_at_once import meanwhile

__all__ = ["meanwhile"]


@pytest.fixture
def line(committed, cast, before) -> RosterEntry:
    return ways.old_list(FLIGHT, by=cast.zarina, at=before).roster.first()


@pytest.fixture
def erase(line, cast, now):
    asked = ask_to_erase_list(operation=line.operation, by=cast.officers["firuza"], at=now)
    return lambda: erase_list_names(asked=asked, by=cast.nigina, at=now)


@pytest.fixture
def fine(line, cast, before, now):
    given = PenaltyGiven(kind="fine", on=before.date(), authority="police")
    return lambda: record_penalty(entry=line, given=given, by=cast.zarina, at=now)


def test_a_penalty_that_is_being_recorded_keeps_the_name(meanwhile, line, erase, fine):
    made, erased = meanwhile(fine, erase, act="record_penalty")

    line.refresh_from_db()
    assert made.roster_entry == line
    assert erased.lines == len(FLIGHT) - 1
    assert line.sealed_key


def test_a_penalty_that_is_being_judged_anew_keeps_the_name(meanwhile, line, fine, erase, cast, now):
    penalty = fine()
    Penalty.objects.filter(pk=penalty.pk).update(offence="rape")
    penalty.refresh_from_db()
    judged = {"penalty": penalty, "causation": "no", "reasons": "x", "by": cast.zarina, "at": now}
    first = assess_link(compulsion="no", after=None, **judged)

    again, erased = meanwhile(lambda: assess_link(compulsion="yes", after=first.pk, **judged), erase, act="assess_link")

    line.refresh_from_db()
    assert (again.outcome, erased.lines, bool(line.sealed_key)) == ("linked", len(FLIGHT) - 1, True)


def test_a_penalty_of_whoever_is_being_erased_is_refused_and_says_what_to_do(meanwhile, line, erase, fine):
    _, refused = meanwhile(erase, fine, act="erase_list_names")

    assert isinstance(refused, OutOfOrder)
    assert "begin a new screening" in refused.way_forward
    assert not Penalty.objects.exists()
