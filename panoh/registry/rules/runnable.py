"""Whether this software can carry cases through a procedure: its pages take the steps of the house's own, by name.

A working group may discuss anything. What is adopted is what officers are led by the same day, so a step whose page is
not there, or that waits for something no page can record, would leave people standing.
"""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Clock, Procedure, Step
from panoh.instruments.kinds.source import Words
from panoh.registry.rules import migration_words as say
from panoh.registry.rules.migration import Shortfall

_KEPT = ("role", "state", "step", "clock", "help")


def not_runnable(house: Procedure, draft: Procedure) -> tuple[Shortfall, ...]:
    """Empty exactly when every page of the house works under the draft."""
    return (*_gone(house, draft), *_steps(house, draft), *_clocks(house, draft))


def _gone(house: Procedure, draft: Procedure) -> Iterator[Shortfall]:
    for part in _KEPT:
        there = {each.key for each in getattr(draft, f"{part}s")}
        for each in getattr(house, f"{part}s"):
            if each.key not in there:
                yield Shortfall(part, each.key, say.PART_GONE.fill(part=say.PART[part], name=each.name))


def _steps(house: Procedure, draft: Procedure) -> Iterator[Shortfall]:
    ours = {step.key: step for step in house.steps}
    for step in draft.steps:
        known = ours.get(step.key)
        if known is not None:
            for said in _step(known, step):
                yield Shortfall("step", step.key, say.THE_STEP.fill(name=step.name, said=said))


def _step(known: Step, step: Step) -> Iterator[Words]:
    if more := set(step.preconditions) - set(known.preconditions):
        yield say.WAITS_FOR_UNKNOWN.fill(what=", ".join(sorted(more)))
    if more := set(step.consent) - set(known.consent):
        yield say.ASKS_UNKNOWN_CONSENT.fill(what=", ".join(sorted(more)))
    if not set(known.to) <= set(step.to):
        yield say.NOT_WHERE_ITS_PAGE_LEADS
    if step.four_eyes and not known.four_eyes:
        yield say.NO_SECOND_SIGNATURE_THERE


def _clocks(house: Procedure, draft: Procedure) -> Iterator[Shortfall]:
    ours = {clock.key: clock for clock in house.clocks}
    for clock in draft.clocks:
        known = ours.get(clock.key)
        if known is not None and _events(known) - _events(clock):
            yield Shortfall("clock", clock.key, say.THE_CLOCK.fill(name=clock.name, said=say.CLOCK_DEAF))


def _events(clock: Clock) -> set[str]:
    return set(filter(None, (clock.starts_when, clock.stops_when)))
