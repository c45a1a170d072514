"""The promises asked of what several acts left together: two at once, or a process that was killed among them."""

from __future__ import annotations

from panoh.registry.models import LedgerEntry
from panoh.registry.moment import at_moment
from tests.proof import promises
from tests.proof.promises import BEFORE_A_RETURN
from tests.proof.stories import Promise, Told
from tests.proof.world import Records, World

SOMETHING = "brings somebody far"
"""Told as what takes several acts: no promise then looks for the line of one."""
ALL: tuple[Promise, ...] = tuple(
    each
    for name, each in vars(promises).items()
    if getattr(each, "__module__", "") == promises.__name__ and not name.startswith("_")
)


def hold_over(world: World, before: Records, *, since: int) -> Records:
    """Every promise, over all that changed and every line since; gives the records as they stand."""
    after = Records.taken(before)
    lines = tuple(LedgerEntry.objects.filter(seq__gt=since).order_by("seq"))
    by = next(iter(world.officers().values()))
    told = Told(world, world.now, SOMETHING, by, {"met": BEFORE_A_RETURN}, before, after, lines, None, SOMETHING)
    if lines:
        with at_moment(world.now):
            for promise in ALL:
                promise(told)
    else:
        assert not after.changed(before), f"changed without a line: {after.changed(before)}"
    return after


def last_line() -> int:
    return int(LedgerEntry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0)
