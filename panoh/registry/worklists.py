"""One line of work for a post: what it is, why it is there, by when. Every stage's `worklist()` gives these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

M = TypeVar("M", bound=Model)
MOST = 100
"""Open work is counted no further, so that a list costs the same after ten years: a total above this is `more than`."""


@dataclass(frozen=True, order=True)
class WorkItem:
    """Sorted most urgent first: by due time, those without one last. Carries a reference, never a name.

    `since`: `due_at` is no deadline but the moment from which on it can be done. `with_whom`: whose work it is, where
    that is not the reader. `rule` and `mark`: the text the period rests on, and how well that was verified.
    """

    due_at: datetime
    reference: str
    stage: str
    what: str
    why: str
    address: str
    escalated: bool = False
    since: bool = False
    with_whom: str = ""
    rule: str = ""
    mark: str = ""

    def overdue(self, now: datetime) -> bool:
        return self.due_at < now and not self.since


@dataclass(frozen=True)
class Worklist:
    """A stage's open work for one viewer: the most urgent lines, and how many there are in all, counted up to MOST.

    `first`: so many of the lines stand before everything, whatever else is overdue (a removal that is planned).
    """

    stage: str
    items: tuple[WorkItem, ...]
    total: int
    first: int = 0


@dataclass(frozen=True, order=True)
class Awaited:
    """Something the viewer's desk asked of somebody else or handed on: what, of whom, since when, answered by when.

    Sorted by when it is due.
    """

    due_at: datetime
    since: datetime
    reference: str
    stage: str
    what: str
    of_whom: str
    address: str

    def overdue(self, now: datetime) -> bool:
        return self.due_at < now


@dataclass(frozen=True)
class Waiting:
    """What a stage waits for on the viewer's behalf: the soonest due, and how many there are in all."""

    items: tuple[Awaited, ...]
    total: int


def in_words(total: int) -> str:
    """A total as it is shown: past MOST nobody counted on."""
    return _("more than %(n)s") % {"n": MOST} if total > MOST else str(total)


def added(totals: Iterable[int]) -> int:
    """How many there are in all, of parts that were counted up to MOST each."""
    return min(sum(totals), MOST + 1)
