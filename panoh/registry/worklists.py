"""One line of work for a post: what it is, why it is there, by when. Every stage's `worklist()` gives these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
    """A stage's open work for one viewer: the most urgent lines, and how many there are in all."""

    stage: str
    items: tuple[WorkItem, ...]
    total: int
