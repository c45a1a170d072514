"""One question, one page: what is mine, most urgent first, and what waits on whom. Pulled from every stage, pushed by none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import Any

from panoh.assessment import queries as assessment
from panoh.identification import queries as identification
from panoh.justice import queries as justice
from panoh.prevention import queries as prevention
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.moment import at_moment, moment
from panoh.registry.parts import listed
from panoh.registry.queries import posts_work, watching
from panoh.registry.worklists import Awaited, Waiting, WorkItem, Worklist, added
from panoh.screening import queries as screening

MINE, WAITING, SHOWN = 20, 5, 50
"""Lines of a glance; further pages, the lists by stage and the page of what is waited for show the rest."""
MOST_PAGES = 500
"""More than every kind of work there is can fill."""
STAGES: dict[str, Any] = {
    "ledger": watching,
    "posts": posts_work,
    "screening": screening,
    "identification": identification,
    "referral": referral,
    "protection": protection,
    "justice": justice,
    "prevention": prevention,
    "assessment": assessment,
}


@dataclass(frozen=True)
class Work:
    """`mine`: most urgent first, across stages or of the `stage` asked for. `counts`: how many there are in each stage.
    `waiting`: on others, on the first page of all. `more`: a further page has lines."""

    mine: tuple[WorkItem, ...]
    counts: tuple[tuple[str, int], ...]
    waiting: Waiting
    stage: str = ""
    page: int = 1
    more: bool = False

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


def my_work(viewer: Officer, *, now: datetime, stage: str = "", page: int = 1) -> Work:
    """What a post opens to. The parts of all stages are listed as one, so that nothing is read that is not shown. `stage`:
    the work of this one alone, by more lines to a page."""
    with at_moment(moment()):
        return _my_work(Asked(viewer, now), stage, max(1, min(page, MOST_PAGES)))


def _my_work(asked: Asked, stage: str, page: int) -> Work:
    stages = {stage: STAGES[stage]} if stage else STAGES
    shown = SHOWN if stage else MINE
    of_stages = {name: each.parts(asked.viewer) for name, each in stages.items()}
    found = listed(tuple(chain.from_iterable(of_stages.values())), asked, shown=shown, after=(page - 1) * shown)
    totals = iter(found.totals)
    counts = [(name, added(islice(totals, len(parts)))) for name, parts in of_stages.items()]
    return Work(
        mine=found.lines,
        counts=tuple((name, count) for name, count in counts if count),
        waiting=Waiting((), 0) if stage or page > 1 else _waiting(asked, shown=WAITING),
        stage=stage,
        page=page,
        more=found.more,
    )


def waiting(viewer: Officer, *, shown: int = SHOWN) -> Waiting:
    """What the viewer's desk asked of others or handed on to them, the soonest due first."""
    return _waiting(Asked(viewer, moment()), shown=shown)


def _waiting(asked: Asked, *, shown: int) -> Waiting:
    parts = (*identification.awaited_parts(asked.viewer), *referral.awaited_parts(asked.viewer))
    found = listed(parts, asked, shown=shown)
    return Waiting(found.lines, found.total)


def by_whom(items: Iterable[Awaited]) -> tuple[WaitsOn, ...]:
    """On whom most waits first; for each the soonest due first."""
    kept: dict[str, list[Awaited]] = {}
    for each in items:
        kept.setdefault(each.of_whom, []).append(each)
    many = Counter({whom: len(found) for whom, found in kept.items()})
    return tuple(WaitsOn(whom, tuple(kept[whom])) for whom, _count in many.most_common())
