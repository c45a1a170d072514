"""Changes a device keeps sending until it hears that they were taken: each is taken once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from panoh.registry.models import Officer
from panoh.screening.models import Receipt, Screening


def taken_before(held: Screening, change: UUID | None) -> bool:
    """Whether this change was taken already. The screening is held, so two sendings come one after the other."""
    return change is not None and Receipt.objects.filter(screening=held, change=change).exists()


def take(held: Screening, change: UUID | None, *, by: Officer, at: datetime) -> None:
    """Keep that it was taken; part of the act that did it."""
    if change is not None:
        Receipt.objects.create(screening=held, change=change, by=by, at=at)
