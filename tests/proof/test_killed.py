"""A process is killed (SIGKILL) while it acts, again and again on one database: every act it had acknowledged is there with
its line, the one it was in is there wholly or not at all, the chain of the ledger holds, and so do the promises."""

from __future__ import annotations

from random import Random

import pytest

from panoh.registry import ledger
from panoh.registry.models import LedgerEntry
from tests.proof import promises
from tests.proof.afterwards import hold_over, last_line
from tests.proof.killed import Acknowledged, acts_until_killed
from tests.proof.stories import BEGAN, EVERYTHING, OF_SEVERAL_ACTS
from tests.proof.world import Records, founded

KILLS, MANY_KILLS = 24, 400


def killed_again_and_again(times: int, *, first: int) -> None:
    world, acts, in_the_middle = founded(at=BEGAN), 0, 0
    before, since = Records.taken(), last_line()
    for seed in range(first, first + times):
        left = acts_until_killed(seed, at=world.now, dice=Random(seed))
        in_the_middle += _nothing_lost_and_nothing_half(left)
        before = hold_over(world, before, since=since)
        since, world.now, acts = last_line(), left.now, acts + left.acts
    assert ledger.verify().whole
    assert acts > times
    assert in_the_middle, "no kill fell into an act"


def _nothing_lost_and_nothing_half(left: Acknowledged) -> bool:
    """Whether it was killed inside an act that then left nothing."""
    kept = LedgerEntry.objects.filter(seq=left.seq).values_list("seal", flat=True).first()
    assert kept == left.seal, f"the last acknowledged line is not there, or not the same: {left}"
    later = list(LedgerEntry.objects.filter(seq__gt=left.seq).order_by("seq").values_list("act", flat=True))
    if not later:
        assert Records.taken().digest() == left.records, f"{left.begun}: something of it is left, and no line"
    elif left.begun not in OF_SEVERAL_ACTS:
        own = EVERYTHING[left.begun][0].__name__
        ends = {promises.LINES.get(own, own), f"{own}.refused"[:40]}
        assert later[-1] in ends, f"{left.begun}: half of it is left, up to {later[-1]}"
    return bool(left.begun) and not later


def test_an_acknowledged_act_outlives_the_process_and_no_half_act_is_left(committed):
    killed_again_and_again(KILLS, first=0)


@pytest.mark.slow
def test_hundreds_of_kills(committed):
    killed_again_and_again(MANY_KILLS, first=10_000)
