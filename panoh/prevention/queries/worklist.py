"""What waits for a post in prevention."""

from __future__ import annotations

from datetime import datetime

from panoh.prevention.queries.campaigns_due import PLAN
from panoh.prevention.queries.training_due import TRAINING
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, listed
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("prevention", found.lines, found.total)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


PARTS: tuple[Part[WorkItem], ...] = (*TRAINING, *PLAN)
