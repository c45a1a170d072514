"""One line of work for a post: what it is, why it is there, by when. Every stage's `worklist()` gives these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, order=True)
class WorkItem:
    """Sorted most urgent first: by due time, those without one last. Carries a reference, never a name."""

    due_at: datetime
    reference: str
    stage: str
    what: str
    why: str
    address: str
    escalated: bool = False

    def overdue(self, now: datetime) -> bool:
        return self.due_at < now


@dataclass(frozen=True)
class Worklist:
    """A stage's open work for one viewer: the most urgent lines, and how many there are in all."""

    stage: str
    items: tuple[WorkItem, ...]
    total: int
