"""Acts at the same moment that are about one person or one officer wait for each other and never in a ring."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date

import pytest

from panoh.exchange.actions import send_list
from panoh.identification.actions import record_refusal
from panoh.registry import ledger
from panoh.registry.models import Case
from panoh.screening.actions import add_unnamed, begin_screening, call_next, finish, record_agreement, release_line
from panoh.screening.actions.person import choose_instrument, describe_person
from panoh.screening.actions.second_look import plan_second_look
from panoh.screening.models import RosterEntry
from panoh.screening.queries.roster import roster_page
from tests.screening.conftest import ADULT, COERCED, GIVEN
from tests.screening.test_two_steps import asked

LONG_ENOUGH = 0.4


@pytest.fixture
def meanwhile(at_once, monkeypatch):
    """Runs `second` while `first` stands at its ledger line `act`: before it writes it, or after."""

    def run(first, second, *, act: str, after: bool = False):
        written, reached = ledger.write, threading.Event()

        def write(**line):
            if line["act"] == act and after:
                written(**line)
            if line["act"] == act:
                reached.set()
                time.sleep(LONG_ENOUGH)
            if not (line["act"] == act and after):
                written(**line)

        def then():
            reached.wait(timeout=10)
            return second()

        monkeypatch.setattr(ledger, "write", write)
        return at_once(first, then)

    return run


def failed(came) -> list[object]:
    return [each for each in came if isinstance(each, Exception)]


def test_an_officer_calls_the_next_person_while_another_page_of_theirs_is_opened(meanwhile, raid, people, cast, now):
    people(2)

    came = meanwhile(
        lambda: call_next(operation=raid, by=cast.zarina, at=now),
        lambda: roster_page(cast.zarina, raid.pk, at=now),
        act="call_next",
    )

    assert not failed(came)


def test_a_list_is_sent_while_a_colleague_adds_people_by_hand(meanwhile, raid, cast, komron, now):
    came = meanwhile(
        lambda: add_unnamed(operation=raid, number=1, by=komron, at=now),
        lambda: send_list(operation=raid, content="full name\nСаидов Алӣ\n".encode(), by=cast.zarina, at=now),
        act="add_unnamed",
    )

    assert not failed(came)


def test_an_interview_is_finished_while_a_colleague_lets_the_line_go(meanwhile, people, cast, komron, now):
    (entry,) = people(1)
    talk = begin_screening(roster_entry=entry, language="tg", by=cast.zarina, at=now)
    record_agreement(screening=talk, by=cast.zarina, at=now)
    choose_instrument(screening=talk, instrument=ADULT, by=cast.zarina, at=now)

    came = meanwhile(
        lambda: finish(screening=talk, on_judgement=True, by=cast.zarina, at=now),
        lambda: release_line(entry=entry, by=komron, at=now),
        act="take_step",
        after=True,
    )

    assert not failed(came)
    assert RosterEntry.objects.get().status == "screened"
    assert ledger.verify().whole


def test_a_person_is_described_as_a_child_while_a_colleague_plans_a_second_look(meanwhile, agreed, cast, komron, now):
    case, child = Case.objects.get(), replace(GIVEN, birth_date="2012-03-02", born_from=2012, born_to=2012)

    came = meanwhile(
        lambda: describe_person(screening=agreed, given=child, by=cast.zarina, at=now),
        lambda: plan_second_look(case=case, on=date(2026, 12, 1), why="trust", by=komron, at=now),
        act="correct_person",
        after=True,
    )

    assert not failed(came)
    assert Case.objects.get().track == "child"


def test_a_refusal_is_recorded_while_a_colleague_lets_the_line_go(meanwhile, people, cast, komron, now):
    (entry,) = people(1)
    case = asked(cast, now, COERCED, instrument=ADULT, entry=entry).case

    came = meanwhile(
        lambda: record_refusal(case=case, reason="not_told", by=cast.zarina, at=now),
        lambda: release_line(entry=entry, by=komron, at=now),
        act="take_step",
        after=True,
    )

    assert not failed(came)
    assert RosterEntry.objects.get().status == "declined"
