"""When a case moves to a newer version of the procedure: at the boundary of a step, and never to less protection.

Whole versions are compared, not the part ahead of one case: a closed case can be taken up again, so everything is ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Clock, ClockKind, ForWhom, Means, Procedure, Step
from panoh.registry.rules.clocks import due
from panoh.registry.rules.procedure import check

AGAINST_THE_PERSON = frozenset({Means.NEGATIVE, Means.OWN_CHOICE, Means.CLOSED})
"""Steps into these states need at least as much as before. All other steps help, and need at most as much as before."""
FOR_THE_PERSON = frozenset({ClockKind.MINIMUM, ClockKind.WINDOW})
"""A time that is guaranteed to the person may become longer; a deadline of those who work may become shorter."""


@dataclass(frozen=True)
class Shortfall:
    """One place where a version of the procedure falls short of another: of which part, and how."""

    part: str
    key: str
    sentence: str


def weaker_points(old: Procedure, new: Procedure) -> tuple[Shortfall, ...]:
    """Empty exactly when a case may move from `old` to `new`."""
    looks: tuple[Callable[[Procedure, Procedure], Iterator[Shortfall]], ...] = (
        _promises,
        _states,
        _helps,
        _steps,
        _clocks,
        _panel,
    )
    return tuple(point for look in looks for point in look(old, new))


def due_after(clock: Clock, *, was: datetime, started: datetime, at: datetime, calendar: Calendar) -> datetime:
    """When a running clock is due after a move at `at`: what is guaranteed ends no sooner, a deadline no later.

    A deadline is counted anew from the move, so that nobody is late by a rule that did not hold yet.
    """
    if clock.kind in FOR_THE_PERSON:
        return max(was, due(started, clock, calendar))
    return min(was, max(at, due(at, clock, calendar)))


def _promises(_old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    for proof in check(new):
        if not proof.holds:
            yield Shortfall("promise", proof.key, f"A promise is broken: {proof.promise}")


def _states(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {state.key: state for state in new.states}
    for state in old.states:
        after = there.get(state.key)
        if after is None or (after.code, after.means, after.kind) != (state.code, state.means, state.kind):
            yield Shortfall("state", state.key, f"The state “{state.name.en}” is gone or means something else.")


def _helps(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {help_.key: help_ for help_ in new.helps}
    for help_ in old.helps:
        after = there.get(help_.key)
        if after is None or not set(help_.states) <= set(after.states):
            yield Shortfall("help", help_.key, f"{help_.name.en} cannot be asked for everywhere any more.")
        elif not set(after.conditions) <= set(help_.conditions):
            yield Shortfall("help", help_.key, f"{help_.name.en} depends on more than before.")


def _steps(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    before = {step.key: step for step in old.steps}
    after = {step.key: step for step in new.steps}
    for key, step in before.items():
        if key not in after:
            yield Shortfall("step", key, f"The step “{step.name.en}” is gone.")
            continue
        against = _against(old, step) or _against(new, after[key])
        for said in (*_moves(step, after[key], against, _helps_on(old, step)), *_asks(step, after[key])):
            yield Shortfall("step", key, f"The step “{step.name.en}” {said}.")
    for key, step in after.items():
        if _against(new, step) and key not in before:
            yield Shortfall("step", key, f"The step “{step.name.en}” is a new way to an end against the person.")


def _against(procedure: Procedure, step: Step) -> bool:
    return not step.resumes and any(procedure.state(code).means in AGAINST_THE_PERSON for code in step.to)


def _helps_on(procedure: Procedure, step: Step) -> bool:
    return not step.to or any(procedure.state(code).means not in AGAINST_THE_PERSON for code in step.to)


def _moves(old: Step, new: Step, against: bool, helps: bool) -> Iterator[str]:
    """What a step needs and where it leads. One that may end either way stays as it is."""
    ways, ways_now = set(_ways(old)), set(_ways(new))
    needs, needs_now = set(old.preconditions), set(new.preconditions)
    if (helps and not ways <= ways_now) or (against and not ways_now <= ways):
        yield "leads elsewhere"
    if helps and not needs_now <= needs:
        yield "needs more than before"
    if against and not needs <= needs_now:
        yield "needs less than before"
    if (against and old.four_eyes and not new.four_eyes) or (helps and new.four_eyes and not old.four_eyes):
        yield "is signed otherwise"


def _asks(old: Step, new: Step) -> Iterator[str]:
    """What a step asks of the person, and whom it is open to. Whose desk takes it may change."""
    if set(old.consent) != set(new.consent) or (old.child, old.for_whom) != (new.child, new.for_whom):
        yield "asks for another consent, or treats children otherwise"
    if not set(old.may_ask) <= set(new.may_ask):
        yield "can be asked for by fewer"
    if len(new.safeguards) < len(old.safeguards):
        yield "has fewer safeguards"
    if (old.stays, old.resumes, old.declines) != (new.stays, new.resumes, new.declines):
        yield "is another kind of step"


def _ways(step: Step) -> Iterator[tuple[str, str]]:
    return ((here, there) for here in step.from_states for there in (step.to or (here,)))


def _clocks(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {clock.key: clock for clock in new.clocks}
    for clock in old.clocks:
        before, after = _movable(old, clock.key), _movable(new, clock.key)
        if clock.kind in FOR_THE_PERSON and after < before:
            yield Shortfall("clock", clock.key, f"The clock “{clock.name.en}” can be lengthened by less.")
        elif clock.kind not in FOR_THE_PERSON and after > before:
            yield Shortfall("clock", clock.key, f"The clock “{clock.name.en}” can be put off further.")
        if said := _clock_weaker(clock, there.get(clock.key)):
            yield Shortfall("clock", clock.key, f"The clock “{clock.name.en}” {said}.")


def _movable(procedure: Procedure, clock: str) -> int:
    """How much later in all, in the clock's unit."""
    found = (each for _step, each in procedure.extensions() if each.clock == clock)
    return sum((each.amount or 0) * (each.times or 0) for each in found)


def _panel(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    was, now = old.panel, new.panel
    if (now.members, now.agencies, now.against) < (was.members, was.agencies, was.against) or not set(
        was.not_only
    ) <= set(now.not_only):
        yield Shortfall("panel", "panel", "The panel needs less than before to decide against a person.")


def _clock_weaker(old: Clock, new: Clock | None) -> str:
    if new is None:
        return "is gone"
    if (old.kind, old.unit, old.counts) != (new.kind, new.unit, new.counts):
        return "is counted in another way"
    longer = (new.amount - old.amount) * (-1 if old.counts == "before" else 1)
    if old.kind in FOR_THE_PERSON and longer < 0:
        return "guarantees a shorter time"
    if old.kind not in FOR_THE_PERSON and longer > 0:
        return "is due later"
    if new.for_whom not in {old.for_whom, ForWhom.ANYONE}:
        return "runs for fewer people"
    if new.on_missing != old.on_missing:
        return "does something else when missed"
    started = set(old.starts_on) <= set(new.starts_on) and old.starts_when == new.starts_when
    stopped = set(new.stops_on) <= set(old.stops_on) and old.stops_when == new.stops_when
    if not started or not stopped or not set(new.pauses_on) <= set(old.pauses_on):
        return "starts later, stops sooner or stands still more often"
    return ""
