"""The written procedure of a National Referral Mechanism: states, steps, the one role responsible for each, and clocks.

A procedure is only data. Whether it keeps the promises is proved in `registry.rules.procedure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from panoh.instruments.kinds.procedure_words import (
    Adopted as Adopted,
)
from panoh.instruments.kinds.procedure_words import (
    ChildRule as ChildRule,
)
from panoh.instruments.kinds.procedure_words import (
    ClockKind as ClockKind,
)
from panoh.instruments.kinds.procedure_words import (
    ForWhom as ForWhom,
)
from panoh.instruments.kinds.procedure_words import (
    Means as Means,
)
from panoh.instruments.kinds.procedure_words import (
    Unit as Unit,
)
from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class Adoption:
    status: Adopted
    on: date | None
    by: str
    note: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Role:
    """One part in the mechanism. `post` is False for the person concerned and those who speak for them."""

    code: str
    key: str
    name: Words
    meaning: Words
    post: bool
    investigates: bool
    removes: bool
    """Removes people from the country, or holds them for that."""
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class State:
    code: str
    key: str
    name: Words
    meaning: Words
    kind: str
    means: Means
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Purpose:
    """One thing an adult may consent to. Consent to one says nothing about another."""

    key: str
    name: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Precondition:
    """Something that must be true before a step. `depends_on` names what it asks of the person, if anything."""

    key: str
    name: Words
    way_forward: Words
    depends_on: str = ""


@dataclass(frozen=True)
class Extension:
    """That a step moves a clock's deadline: how much later at most each time, in the clock's unit, and how often.

    None where the text names no limit, which the proof refuses."""

    clock: str
    amount: int | None
    times: int | None


@dataclass(frozen=True)
class Step:
    """One act of the procedure. `to` is empty where the act leaves the state as it is (`stays`).

    A step that `resumes` ends a pause: of the states in `to` it leads to the one the case stood in before.

    One role owns it. A role that `stands_in` takes it where the owner has no desk (abroad, on the hotline).
    """

    id: str
    key: str
    name: Words
    from_states: tuple[str, ...]
    to: tuple[str, ...]
    stays: bool
    resumes: bool
    owner: str
    stands_in: tuple[str, ...]
    informed: tuple[str, ...]
    may_ask: tuple[str, ...]
    four_eyes: bool
    for_whom: ForWhom
    consent: tuple[str, ...]
    child: ChildRule
    declines: bool
    preconditions: tuple[str, ...]
    recorded: tuple[str, ...]
    safeguards: tuple[Words, ...]
    clock: str
    extends: Extension | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Clock:
    """A period that begins when a state is entered (or something named happens) and what follows if it runs out."""

    key: str
    name: Words
    kind: ClockKind
    starts_on: tuple[str, ...]
    starts_when: str
    stops_on: tuple[str, ...]
    stops_when: str
    pauses_on: tuple[str, ...]
    counts: str
    amount: int
    unit: Unit
    floor: int | None
    ceiling: int | None
    for_whom: ForWhom
    escalates_to: str
    on_missing: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class PanelRule:
    """Who must sit for the formal decision to count: so many members, of so many agencies, so many against for a negative.

    `not_only`: kinds of agency that cannot fill the panel alone.
    """

    members: int
    agencies: int
    against: int
    not_only: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Help:
    """A kind of help and where it can be asked for. `conditions` may only be the wish of the person or the guardian."""

    key: str
    name: Words
    states: tuple[str, ...]
    conditions: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class WorkedCase:
    """An example that stands in the file: a clock, when it starts (local time), when it is due."""

    name: str
    clock: str
    start: str
    due: str


class _Named(Protocol):
    @property
    def key(self) -> str: ...


N = TypeVar("N", bound=_Named)


@dataclass(frozen=True)
class Procedure:
    """The whole procedure. Look a part up by its code (S02, T03) or by its key (presumed, refer)."""

    id: str
    version: str
    country: str
    title: Words
    adoption: Adoption
    roles: tuple[Role, ...]
    states: tuple[State, ...]
    purposes: tuple[Purpose, ...]
    preconditions: tuple[Precondition, ...]
    steps: tuple[Step, ...]
    clocks: tuple[Clock, ...]
    panel: PanelRule
    helps: tuple[Help, ...]
    unknowns: tuple[Words, ...]
    cases: tuple[WorkedCase, ...]

    @cached_property
    def _states(self) -> dict[str, State]:
        return {name: each for each in self.states for name in (each.key, each.code)}

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {name: each for each in self.steps for name in (each.key, each.id)}

    def state(self, name: str) -> State:
        return _one(self._states, name, "state")

    def step(self, name: str) -> Step:
        return _one(self._steps, name, "step")

    def role(self, name: str) -> Role:
        return _one({name_: each for each in self.roles for name_ in (each.key, each.code)}, name, "role")

    def clock(self, key: str) -> Clock:
        return _one({each.key: each for each in self.clocks}, key, "clock")

    def precondition(self, key: str) -> Precondition:
        return _one({each.key: each for each in self.preconditions}, key, "precondition")

    def steps_from(self, state: str) -> tuple[Step, ...]:
        code = self.state(state).code
        return tuple(step for step in self.steps if code in step.from_states)

    def extensions(self) -> tuple[tuple[Step, Extension], ...]:
        """The steps that move a deadline. No other act moves one."""
        return tuple((step, step.extends) for step in self.steps if step.extends)

    def clocks_started_by(self, state: str) -> tuple[Clock, ...]:
        code = self.state(state).code
        return tuple(clock for clock in self.clocks if code in clock.starts_on)


def _one(parts: dict[str, N], name: str, kind: str) -> N:
    if name not in parts:
        raise KeyError(f"the procedure has no {kind} {name!r}")
    return parts[name]
