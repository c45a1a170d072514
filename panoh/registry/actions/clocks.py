"""Clocks start and stop with the state a case is in, and with events that acts tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ForWhom, Means, Procedure
from panoh.registry.models import Case, CaseClock
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.rules.clocks import Pause, due
from panoh.registry.rules.migration import due_after
from panoh.registry.written import write_all


def on_new_state(case: Case, procedure: Procedure, *, at: datetime) -> None:
    """Stop the clocks the new state stops, and start those it starts."""
    code = procedure.state(case.state).code
    _stop(case, (clock for clock in procedure.clocks if code in clock.stops_on), at=at)
    _start(case, procedure.clocks_started_by(case.state), at=at)


def on_opening(case: Case, procedure: Procedure, *, at: datetime) -> None:
    """Start those of the first state: of a case just opened none runs that could go on or be stopped."""
    _start_anew(case, procedure.clocks_started_by(case.state), at=at)


def on_resumed(case: Case, procedure: Procedure, *, at: datetime) -> None:
    """After a pause deadlines run on: those that stood still in it are due later by as long as they stood still."""
    calendar, pauses = countries.calendar(settings.COUNTRY), tuple(_pauses(case, procedure, at=at))
    for row in case.clocks.filter(stopped_at=None):
        clock = procedure.clock(row.clock)
        stood = [pause for pause, code in pauses if code in clock.pauses_on and pause.until > row.started_at]
        if stood:
            later = due(row.started_at, clock, calendar, paused=stood) + _moved_by(row)
            row.due_at = max(row.due_at, later)
            row.save(update_fields=["due_at"])


def _moved_by(row: CaseClock) -> timedelta:
    """How much later than reckoned the clock is due, because its deadline was moved."""
    return sum((each.due_at - each.was_due_at for each in row.extensions.all()), timedelta())


def before_birthday(case: Case, birthday: datetime, *, at: datetime) -> None:
    """Start the clock that counts to a birthday, so that the day does not come as a surprise."""
    calendar = countries.calendar(settings.COUNTRY)
    for clock in procedure_of(case).clocks:
        if clock.starts_when == "eighteenth_birthday" and not case.clocks.filter(clock=clock.key).exists():
            due_at = max(at, due(birthday, clock, calendar))
            CaseClock.objects.create(case=case, clock=clock.key, started_at=at, due_at=due_at)


def _pauses(case: Case, procedure: Procedure, *, at: datetime) -> Iterator[tuple[Pause, str]]:
    """Every time the case stood in a paused state, with the state's code; the last one ends now."""
    steps = list(case.steps.order_by("at", "pk"))
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        if procedure.state(step.to_state).means is Means.PAUSE:
            yield Pause(step.at, after.at if after else at), procedure.state(step.to_state).code


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


def start_again(*, case: Case, clock: str, at: datetime) -> None:
    """What was there is there no more, and is waited for anew. A clock that runs already goes on as it does."""
    _start(case, [procedure_of(case).clock(clock)], at=at)


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
    wanted = list(clocks)
    if wanted:
        running = set(case.clocks.filter(stopped_at=None).values_list("clock", flat=True))
        _start_anew(case, (clock for clock in wanted if clock.key not in running), at=at)


def _start_anew(case: Case, clocks: Iterable[Clock], *, at: datetime) -> None:
    calendar = countries.calendar(settings.COUNTRY)
    write_all(
        [
            CaseClock(case=case, clock=clock.key, started_at=at, due_at=due(at, clock, calendar))
            for clock in clocks
            if clock.for_whom in {ForWhom.ANYONE, ForWhom(case.track)}
        ]
    )


def _stop(case: Case, clocks: Iterable[Clock], *, at: datetime) -> None:
    keys = [clock.key for clock in clocks]
    if keys:
        case.clocks.filter(clock__in=keys, stopped_at=None).update(stopped_at=at)
