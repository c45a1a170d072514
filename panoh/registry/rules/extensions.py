"""Moving a deadline: only by a step the procedure names for it, only later, within its limit; and the proofs of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.procedure import Clock, ClockKind, Extension, Procedure, Unit
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.clocks import END_OF_DAY, due
from panoh.registry.rules.proof import Breach, called, role_name, way_to


class Why(StrEnum):
    """Why a deadline is not moved."""

    OFTEN = "often"
    """It was moved as often as the procedure allows."""
    OVER = "over"
    """It has run out and was told to others: what is late stays late."""
    NOT_LATER = "not_later"
    TOO_FAR = "too_far"


@dataclass(frozen=True)
class NotMoved:
    """`latest`: the last day to which it can be moved at all."""

    why: Why
    latest: datetime


@dataclass(frozen=True)
class _MostAtOnce:
    amount: int
    unit: Unit
    counts: str = "after"


def moved(
    clock: Clock, extension: Extension, *, was: datetime, wished: date, moves: int, at: datetime, calendar: Calendar
) -> datetime | NotMoved:
    """When the clock is due instead of `was`: the end of the day wished for. `moves`: how often it was moved before.

    Time that is guaranteed to the person can be lengthened after its end too; a deadline of those who work cannot.
    """
    latest = latest_day(clock, extension, was=was, calendar=calendar)
    end = datetime.combine(wished, END_OF_DAY, tzinfo=calendar.zone)
    looks = (
        (moves >= (extension.times or 0), Why.OFTEN),
        (clock.kind is ClockKind.LIMIT and was < at, Why.OVER),
        (end <= was or end < at, Why.NOT_LATER),
        (end > latest, Why.TOO_FAR),
    )
    why = next((why for holds, why in looks if holds), None)
    return NotMoved(why, latest) if why else end


def latest_day(clock: Clock, extension: Extension, *, was: datetime, calendar: Calendar) -> datetime:
    """The furthest one move reaches: so much later than the deadline that stands."""
    return due(was, _MostAtOnce(extension.amount or 0, clock.unit), calendar)


def without_owner_or_limit(procedure: Procedure) -> Iterator[Breach]:
    posts = {role.key for role in procedure.roles if role.post}
    for step, extension in procedure.extensions():
        way, clock = way_to(procedure, step.from_states[0]), procedure.clock(extension.clock)
        if step.owner not in posts:
            yield Breach(way, say.MOVED_BY_NOBODY.fill(clock=clock.name, role=role_name(procedure, step.owner)))
        if extension.amount is None or extension.times is None:
            yield Breach(way, say.MOVED_WITHOUT_END.fill(step=called(step), clock=clock.name))
        elif clock.ceiling is not None and clock.amount + extension.amount * extension.times > clock.ceiling:
            yield Breach(way, say.MOVED_PAST_CEILING.fill(step=called(step), clock=clock.name))


def that_move_people(procedure: Procedure) -> Iterator[Breach]:
    for step, extension in procedure.extensions():
        if step.to or step.declines or not step.stays:
            way = (*way_to(procedure, step.from_states[0]), *step.to[:1])
            clock = procedure.clock(extension.clock)
            yield Breach(way, say.MOVES_THE_PERSON.fill(step=called(step), clock=clock.name))


def that_shorten(procedure: Procedure) -> Iterator[Breach]:
    """A validity that is lengthened rests on what is too old; a clock that counts to a birthday would come later."""
    for step, extension in procedure.extensions():
        clock = procedure.clock(extension.clock)
        way = way_to(procedure, step.from_states[0])
        if (extension.amount is not None and extension.amount < 1) or clock.counts == "before":
            yield Breach(way, say.MAKES_SHORTER.fill(step=called(step), clock=clock.name))
        elif clock.kind is ClockKind.VALIDITY:
            yield Breach(way, say.COUNTS_TOO_OLD.fill(step=called(step)))


def by_the_late(procedure: Procedure) -> Iterator[Breach]:
    """Whoever has to meet a deadline does not move it. What is guaranteed to the person is lengthened by whoever cares."""
    for step, extension in procedure.extensions():
        clock = procedure.clock(extension.clock)
        if clock.kind is not ClockKind.LIMIT:
            continue
        meeting = {each.owner for each in procedure.steps if each.clock == extension.clock and each is not step}
        for role in sorted(meeting & {step.owner, *step.stands_in}):
            said = say.MOVED_BY_THE_LATE.fill(clock=clock.name, role=role_name(procedure, role))
            yield Breach(way_to(procedure, step.from_states[0]), said)
