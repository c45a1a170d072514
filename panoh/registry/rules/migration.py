"""When a case moves to a newer version of the procedure: at the boundary of a step, and never to less protection.

Whole versions are compared, not the part ahead of one case: a closed case can be taken up again, so everything is ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Clock, ClockKind, ForWhom, Means, Procedure, Step
from panoh.instruments.kinds.source import Words
from panoh.registry.rules import migration_words as say
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
    sentence: Words


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
            yield Shortfall("promise", proof.key, say.BROKEN.fill(promise=proof.promise))


def _states(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {state.key: state for state in new.states}
    for state in old.states:
        after = there.get(state.key)
        if after is None or (after.code, after.means, after.kind) != (state.code, state.means, state.kind):
            yield Shortfall("state", state.key, say.THE_STATE.fill(name=state.name))


def _helps(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {help_.key: help_ for help_ in new.helps}
    for help_ in old.helps:
        after = there.get(help_.key)
        if after is None or not set(help_.states) <= set(after.states):
            yield Shortfall("help", help_.key, say.HELP_NOT_EVERYWHERE.fill(name=help_.name))
        elif not set(after.conditions) <= set(help_.conditions):
            yield Shortfall("help", help_.key, say.HELP_DEPENDS.fill(name=help_.name))


def _steps(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    before = {step.key: step for step in old.steps}
    after = {step.key: step for step in new.steps}
    for key, step in before.items():
        if key not in after:
            yield Shortfall("step", key, say.THE_STEP.fill(name=step.name, said=say.STEP_GONE))
            continue
        against = _against(old, step) or _against(new, after[key])
        for said in (*_moves(step, after[key], against, _helps_on(old, step)), *_asks(step, after[key])):
            yield Shortfall("step", key, say.THE_STEP.fill(name=step.name, said=said))
    for key, step in after.items():
        if _against(new, step) and key not in before:
            yield Shortfall("step", key, say.THE_STEP.fill(name=step.name, said=say.STEP_NEW_AGAINST))


def _against(procedure: Procedure, step: Step) -> bool:
    return not step.resumes and any(procedure.state(code).means in AGAINST_THE_PERSON for code in step.to)


def _helps_on(procedure: Procedure, step: Step) -> bool:
    return not step.to or any(procedure.state(code).means not in AGAINST_THE_PERSON for code in step.to)


def _moves(old: Step, new: Step, against: bool, helps: bool) -> Iterator[Words]:
    """What a step needs and where it leads. One that may end either way stays as it is."""
    ways, ways_now = set(_ways(old)), set(_ways(new))
    needs, needs_now = set(old.preconditions), set(new.preconditions)
    if (helps and not ways <= ways_now) or (against and not ways_now <= ways):
        yield say.STEP_LEADS_ELSEWHERE
    if helps and not needs_now <= needs:
        yield say.STEP_NEEDS_MORE
    if against and not needs <= needs_now:
        yield say.STEP_NEEDS_LESS
    if (against and old.four_eyes and not new.four_eyes) or (helps and new.four_eyes and not old.four_eyes):
        yield say.STEP_SIGNED_OTHERWISE


def _asks(old: Step, new: Step) -> Iterator[Words]:
    """What a step asks of the person, and whom it is open to. Whose desk takes it may change."""
    if set(old.consent) != set(new.consent) or (old.child, old.for_whom) != (new.child, new.for_whom):
        yield say.STEP_ASKS_OTHERWISE
    if not set(old.may_ask) <= set(new.may_ask):
        yield say.STEP_ASKED_BY_FEWER
    if len(new.safeguards) < len(old.safeguards):
        yield say.STEP_FEWER_SAFEGUARDS
    if (old.stays, old.resumes, old.declines) != (new.stays, new.resumes, new.declines):
        yield say.STEP_OTHER_KIND


def _ways(step: Step) -> Iterator[tuple[str, str]]:
    return ((here, there) for here in step.from_states for there in (step.to or (here,)))


def _clocks(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    there = {clock.key: clock for clock in new.clocks}
    for clock in old.clocks:
        before, after = _movable(old, clock.key), _movable(new, clock.key)
        if clock.kind in FOR_THE_PERSON and after < before:
            yield _of_clock(clock, say.CLOCK_LENGTHENED_LESS)
        elif clock.kind not in FOR_THE_PERSON and after > before:
            yield _of_clock(clock, say.CLOCK_PUT_OFF_FURTHER)
        if said := _clock_weaker(clock, there.get(clock.key)):
            yield _of_clock(clock, said)


def _of_clock(clock: Clock, said: Words) -> Shortfall:
    return Shortfall("clock", clock.key, say.THE_CLOCK.fill(name=clock.name, said=said))


def _movable(procedure: Procedure, clock: str) -> int:
    """How much later in all, in the clock's unit."""
    found = (each for _step, each in procedure.extensions() if each.clock == clock)
    return sum((each.amount or 0) * (each.times or 0) for each in found)


def _panel(old: Procedure, new: Procedure) -> Iterator[Shortfall]:
    was, now = old.panel, new.panel
    if (now.members, now.agencies, now.against) < (was.members, was.agencies, was.against) or not set(
        was.not_only
    ) <= set(now.not_only):
        yield Shortfall("panel", "panel", say.PANEL_LESS)


def _clock_weaker(old: Clock, new: Clock | None) -> Words | None:
    if new is None:
        return say.CLOCK_GONE
    if (old.kind, old.unit, old.counts) != (new.kind, new.unit, new.counts):
        return say.CLOCK_COUNTED_OTHERWISE
    longer = (new.amount - old.amount) * (-1 if old.counts == "before" else 1)
    if old.kind in FOR_THE_PERSON and longer < 0:
        return say.CLOCK_SHORTER
    if old.kind not in FOR_THE_PERSON and longer > 0:
        return say.CLOCK_LATER
    if new.for_whom not in {old.for_whom, ForWhom.ANYONE}:
        return say.CLOCK_FOR_FEWER
    if new.on_missing != old.on_missing:
        return say.CLOCK_OTHER_WHEN_MISSED
    started = set(old.starts_on) <= set(new.starts_on) and old.starts_when == new.starts_when
    stopped = set(new.stops_on) <= set(old.stops_on) and old.stops_when == new.stops_when
    if not started or not stopped or not set(new.pauses_on) <= set(old.pauses_on):
        return say.CLOCK_RUNS_LESS
    return None
