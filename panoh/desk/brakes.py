"""The counts behind `rules/brakes`, in the database: for all processes and machines together, under digests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from panoh.registry import vault
from panoh.registry.models import Brake
from panoh.registry.rules import brakes as rules


@dataclass(frozen=True)
class Counted:
    """One side on which a try is counted."""

    side: rules.Side
    mark: str


def sides_of(*, step: str, name: str, device: str, address: str) -> tuple[Counted, ...]:
    """A known `device` is counted by itself. Otherwise the name and, where one is known, the address."""
    if device:
        return (_counted(rules.KNOWN_DEVICE, step, f"{name} {device}"),)
    by_address = (_counted(rules.ADDRESS, step, address),) if address else ()
    return (_counted(rules.NAME, step, name), *by_address)


def _counted(side: rules.Side, step: str, text: str) -> Counted:
    return Counted(side, vault.blind(f"brake {step} {side.name}", text))


def must_wait(sides: Sequence[Counted], *, at: datetime) -> bool:
    return Brake.objects.filter(mark__in=[each.mark for each in sides], waits_until__gt=at).exists()


@transaction.atomic
def count_failure(sides: Sequence[Counted], *, at: datetime) -> None:
    """One more on every side. Raised in the database, so that two at once count as two."""
    Brake.objects.filter(last_at__lt=at - rules.FORGOTTEN_AFTER).delete()
    for each in sides:
        Brake.objects.get_or_create(mark=each.mark, defaults={"last_at": at})
        Brake.objects.filter(mark=each.mark).update(failures=F("failures") + 1, last_at=at)
        failures = Brake.objects.values_list("failures", flat=True).get(mark=each.mark)
        if wait := rules.wait_after(failures, each.side):
            Brake.objects.filter(mark=each.mark).update(waits_until=at + wait)


def forget_failures(sides: Sequence[Counted]) -> None:
    """Whoever came in was right: their own counts begin anew. An address stays counted, others are behind it."""
    own = [each.mark for each in sides if each.side is not rules.ADDRESS]
    if Brake.objects.filter(mark__in=own).exists():
        Brake.objects.filter(mark__in=own).delete()
