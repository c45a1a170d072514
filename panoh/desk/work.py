"""One question, one page: what is mine, most urgent first, and what waits on whom. Pulled from every stage, pushed by none."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from panoh.identification import queries as identification
from panoh.justice import queries as justice
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.registry.models import Officer
from panoh.registry.worklists import Awaited, Waiting, WorkItem, Worklist, added
from panoh.screening import queries as screening

MINE, WAITING, SHOWN = 20, 5, 50
"""Lines of a glance; the stages' own pages and the page of what is waited for show the rest."""
STAGES = (screening, identification, referral, protection, justice)


@dataclass(frozen=True)
class Work:
    """`mine`: most urgent first, across stages. `counts`: how many there are in each stage. `waiting`: on others."""

    mine: tuple[WorkItem, ...]
    counts: tuple[tuple[str, int], ...]
    waiting: Waiting

    @property
    def as_list(self) -> Worklist:
        return Worklist("", self.mine, self.total)

    @property
    def total(self) -> int:
        return added(count for _stage, count in self.counts)


@dataclass(frozen=True)
class WaitsOn:
    """What waits on one desk, post or role."""

    of_whom: str
    items: tuple[Awaited, ...]


def my_work(viewer: Officer, *, now: datetime) -> Work:
    """What a post opens to."""
    lists = [stage.worklist(viewer, now=now, shown=MINE) for stage in STAGES]
    waits = waiting(viewer, shown=WAITING)
    return Work(
        mine=tuple(islice(_urgent_first(lists), MINE)),
        counts=tuple((each.stage, each.total) for each in lists if each.total),
        waiting=waits,
    )


def waiting(viewer: Officer, *, shown: int = SHOWN) -> Waiting:
    """What the viewer's desk asked of others or handed on to them, the soonest due first."""
    parts = (identification.waiting(viewer, shown=shown), referral.waiting(viewer, shown=shown))
    items = heapq.merge(*(part.items for part in parts))
    return Waiting(tuple(islice(items, shown)), added(part.total for part in parts))


def by_whom(items: Iterable[Awaited]) -> tuple[WaitsOn, ...]:
    """On whom most waits first; for each the soonest due first."""
    kept: dict[str, list[Awaited]] = {}
    for each in items:
        kept.setdefault(each.of_whom, []).append(each)
    many = Counter({whom: len(found) for whom, found in kept.items()})
    return tuple(WaitsOn(whom, tuple(kept[whom])) for whom, _count in many.most_common())


def _urgent_first(lists: Iterable[Worklist]) -> Iterable[WorkItem]:
    """What cannot wait stays before everything; then by when it is due, whichever stage it comes from."""
    lists = tuple(lists)
    for each in lists:
        yield from each.items[: each.first]
    yield from heapq.merge(*(each.items[each.first :] for each in lists))
