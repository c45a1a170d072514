"""Two officers act on one case at the same moment, on PostgreSQL: whatever they do, neither waits for the other in a ring,
each is done or refused with a reason, and the promises hold over both. SQLite lets one writer in at a time.

The second begins while the first stands at its first line of the ledger, before it is written (what the first has locked is
locked) and after (the ledger's end is locked, and the first goes on to what it has not locked yet).
"""

from __future__ import annotations

import os
import threading
import time
from itertools import product

import pytest

from panoh.protection.actions import end_stay
from panoh.protection.models import Stay
from panoh.registry import ledger
from panoh.registry.refusals import Refused
from tests.proof.afterwards import hold_over, last_line
from tests.proof.stories import BEGAN
from tests.proof.two_at_once import MAY_COME, REACHES_FAR, WITH_A_PLAN, in_hand
from tests.proof.world import Records, World, founded

pytestmark = pytest.mark.skipif(
    not os.environ.get("PANOH_DATABASE", "").startswith("postgres"), reason="SQLite lets one writer in at a time"
)
A_MOMENT = 0.12
BOTH_REFUSED = "both refused"
ASKED = [*MAY_COME]
PLANNED = [*MAY_COME, *WITH_A_PLAN]


@pytest.fixture
def crossing(at_once, monkeypatch):
    """Runs the second act while the first stands before or after its first line of the ledger."""
    written, stands, slow = ledger.write, threading.Event(), threading.local()

    def write(**line):
        first, slow.stands_at = getattr(slow, "stands_at", ""), ""
        if first == "after":
            written(**line)
        if first:
            stands.set()
            time.sleep(A_MOMENT)
        if first != "after":
            written(**line)

    def run(first, second, *, where: str):
        stands.clear()

        def begins():
            slow.stands_at = where
            try:
                return first()
            finally:
                stands.set()

        def then():
            stands.wait(timeout=10)
            return second()

        return at_once(begins, then)

    monkeypatch.setattr(ledger, "write", write)
    return run


def crossed(crossing, pairs, *, accepted: bool) -> None:
    world = founded(at=BEGAN)
    world.now = BEGAN
    faults: list[str] = []
    done_alone = {each: _alone(world, each, accepted) for each in {name for pair in pairs for name in pair}}
    for (first, second), where in product(pairs, ("before", "after")):
        faults += [
            f"{first} ({where} its line) and {second}: {each}"
            for each in _met(crossing, world, first, second, where, accepted)
            if each != BOTH_REFUSED or done_alone[first] or done_alone[second]
        ]
    assert not faults, "\n".join(faults)
    assert ledger.verify().whole


def _alone(world: World, name: str, accepted: bool) -> bool:
    """Whether the act is done at all as things stand: of two that are not, both are refused."""
    try:
        {**MAY_COME, **WITH_A_PLAN}[name](in_hand(world, accepted=accepted))
    except Refused:
        return False
    finally:
        _leave_the_shelter(world)
    return True


def _met(crossing, world: World, first: str, second: str, where: str, accepted: bool) -> list[str]:
    it, acts = in_hand(world, accepted=accepted), {**MAY_COME, **WITH_A_PLAN}
    before, since = Records.taken(), last_line()
    came = crossing(lambda: acts[first](it), lambda: acts[second](it), where=where)
    faults = [repr(each) for each in came if isinstance(each, Exception) and not isinstance(each, Refused)]
    faults += [BOTH_REFUSED] if all(isinstance(each, Refused) for each in came) else []
    faults += ["a refusal without a way" for each in came if isinstance(each, Refused) and not each.way_forward]
    try:
        hold_over(world, before, since=since)
    except AssertionError as broken:
        faults.append(str(broken))
    _leave_the_shelter(world)
    return faults


def _leave_the_shelter(world: World) -> None:
    """Its places are few, and the next ones are to find one."""
    for stay in Stay.objects.select_related("place__shelter").filter(until_at=None):
        end_stay(stay=stay, because="wish", where_to="family", wished=True, by=world.officers()["shahlo"], at=world.now)


@pytest.mark.parametrize("far", REACHES_FAR)
def test_what_reaches_far_meets_everything(crossing, far):
    others = [each for each in ASKED if each != "opens the name"]

    crossed(crossing, [(other, far) for other in others], accepted=False)


def test_a_withdrawal_and_a_refusal_meet_the_work_on_a_plan(crossing):
    crossed(crossing, list(product(WITH_A_PLAN, ("declines", "withdraws services"))), accepted=True)


@pytest.mark.slow
@pytest.mark.parametrize("first", PLANNED)
def test_everything_meets_everything(crossing, first):
    crossed(crossing, [(first, second) for second in PLANNED], accepted=True)


@pytest.mark.slow
@pytest.mark.parametrize("first", ASKED)
def test_everything_meets_everything_while_the_answer_is_awaited(crossing, first):
    crossed(crossing, [(first, second) for second in ASKED], accepted=False)
