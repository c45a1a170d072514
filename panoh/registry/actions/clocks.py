"""Clocks start and stop with the state a case is in, and with events that acts tell them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ForWhom, Procedure
from panoh.registry.models import Case, CaseClock
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.rules.clocks import due
from panoh.registry.rules.migration import due_after


def on_new_state(case: Case, procedure: Procedure, *, at: datetime) -> None:
    """Stop the clocks the new state stops, and start those it starts."""
    code = procedure.state(case.state).code
    _stop(case, (clock for clock in procedure.clocks if code in clock.stops_on), at=at)
    _start(case, procedure.clocks_started_by(case.state), at=at)


def on_child_track(case: Case, procedure: Procedure, *, at: datetime) -> None:
    """A person who turns out to be a child gets the clocks that run for children only."""
    running = procedure.clocks_started_by(case.state)
    _start(case, (clock for clock in running if clock.for_whom is ForWhom.CHILD), at=at)


def on_event(*, case: Case, event: str, at: datetime) -> None:
    """Something named in the procedure happened (`starts_when`, `stops_when`), for example a guardian was appointed.

    Called inside the act that made it happen. Raises ValueError for an event no clock knows: a slip of the pen.
    """
    clocks = procedure_of(case).clocks
    starting = [clock for clock in clocks if clock.starts_when == event]
    stopping = [clock for clock in clocks if clock.stops_when == event]
    if not starting and not stopping:
        raise ValueError(f"no clock of the procedure knows the event {event!r}")
    _stop(case, stopping, at=at)
    _start(case, starting, at=at)


def on_new_version(case: Case, old: Procedure, new: Procedure, *, at: datetime) -> None:
    """Clocks whose period changed are due anew, never to less protection; those the new version adds here start."""
    calendar = countries.calendar(settings.COUNTRY)
    for row in case.clocks.filter(stopped_at=None):
        clock = new.clock(row.clock)
        if clock.amount != old.clock(row.clock).amount:
            row.due_at = due_after(clock, was=row.due_at, started=row.started_at, at=at, calendar=calendar)
            row.save(update_fields=["due_at"])
    known = {clock.key for clock in old.clocks_started_by(case.state)}
    _start(case, (clock for clock in new.clocks_started_by(case.state) if clock.key not in known), at=at)


def _start(case: Case, clocks: Iterable[Clock], *, at: datetime) -> None:
    calendar = countries.calendar(settings.COUNTRY)
    wanted = [clock for clock in clocks if clock.for_whom in {ForWhom.ANYONE, ForWhom(case.track)}]
    if not wanted:
        return
    running = set(case.clocks.filter(stopped_at=None).values_list("clock", flat=True))
    CaseClock.objects.bulk_create(
        CaseClock(case=case, clock=clock.key, started_at=at, due_at=due(at, clock, calendar))
        for clock in wanted
        if clock.key not in running
    )


def _stop(case: Case, clocks: Iterable[Clock], *, at: datetime) -> None:
    keys = [clock.key for clock in clocks]
    if keys:
        case.clocks.filter(clock__in=keys, stopped_at=None).update(stopped_at=at)
