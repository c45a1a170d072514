"""How fast and by whom the people of operations were reached, and how many were seen again after 30 and 90 days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from panoh.registry.models import Desk
from panoh.screening.models import LookAttempt, RosterEntry, Screening
from panoh.screening.rules.second_look import SECOND_LOOKS

_Outcome = LookAttempt.Outcome


@dataclass(frozen=True)
class ByDay:
    """So many people had their first finished interview on a day; `so_far` with all days before."""

    day: date
    number: int
    so_far: int


@dataclass(frozen=True)
class ByDesk:
    desk: str
    number: int


@dataclass(frozen=True)
class Look:
    """One second look: how many were seen at it, asked not to be contacted, are still to be seen, and of these too late."""

    days: int
    seen: int
    refused: int
    open: int
    late: int


@dataclass(frozen=True)
class Reached:
    """Counted are persons of a roster, each once, by their first finished interview. `total`: everybody on the rosters."""

    total: int
    by_day: tuple[ByDay, ...]
    by_desk: tuple[ByDesk, ...]
    looks: tuple[Look, ...]


def reached(operations: Collection[UUID], *, today: date) -> Reached:
    lines = RosterEntry.objects.filter(operation__in=operations).exclude(status=RosterEntry.Status.JOINED)
    done = Screening.objects.filter(roster_entry__in=lines, outcome=Screening.Outcome.FINISHED)
    firsts: dict[UUID | None, tuple[date, int]] = {}
    for entry, at, desk in done.order_by("finished_at", "pk").values_list("roster_entry", "finished_at", "desk"):
        if at is not None:
            firsts.setdefault(entry, (timezone.localdate(at), desk))
    days, desks = Counter(day for day, _ in firsts.values()), Counter(desk for _, desk in firsts.values())
    named = Desk.objects.in_bulk(desks)
    return Reached(
        total=lines.count(),
        by_day=_running(days),
        by_desk=tuple(ByDesk(str(named[desk]), number) for desk, number in desks.most_common()),
        looks=tuple(_look(operations, number, today) for number in range(len(SECOND_LOOKS))),
    )


def _running(days: Counter[date]) -> tuple[ByDay, ...]:
    found, so_far = [], 0
    for day in sorted(days):
        so_far += days[day]
        found.append(ByDay(day, days[day], so_far))
    return tuple(found)


def _look(operations: Collection[UUID], number: int, today: date) -> Look:
    tries = LookAttempt.objects.filter(entry__operation__in=operations, look=number)
    waiting = RosterEntry.objects.filter(operation__in=operations, again_on__isnull=False, looks=number)
    waiting = waiting.exclude(status=RosterEntry.Status.JOINED)

    def people(outcome: str) -> int:
        return tries.filter(outcome=outcome).values("entry").distinct().count()

    return Look(
        days=SECOND_LOOKS[number].days,
        seen=people(_Outcome.SEEN),
        refused=people(_Outcome.REFUSED),
        open=waiting.count(),
        late=waiting.filter(again_on__lt=today).count(),
    )
