"""Lets many invented lives run side by side in the order of time, so that the ledger reads like a real one's.

A life is a generator: `at = yield moment` waits until that moment and goes on then. What lies after the end of
the demonstration's time never happens, which leaves open work on every worklist.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import datetime

Life = Generator[datetime, datetime, None]
Strand = Generator[datetime, datetime, datetime]
"""A part of a life that gives back the moment it ended, so that what comes next comes later."""


def run(lives: Iterable[Life], *, until: datetime, on_step: Callable[[], None] = lambda: None) -> int:
    """Run all lives up to `until`; gives how many moments passed."""
    waiting: list[tuple[datetime, int, Life]] = []
    for number, life in enumerate(lives):
        waiting.append((next(life), number, life))
    heapq.heapify(waiting)
    passed = 0
    while waiting and waiting[0][0] <= until:
        moment, number, life = heapq.heappop(waiting)
        passed += 1
        on_step()
        try:
            heapq.heappush(waiting, (life.send(moment), number, life))
        except StopIteration:
            continue
    return passed
