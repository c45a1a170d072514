"""What changes for people from one procedure to another, in sentences: for a working group that reads a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from panoh.instruments.kinds.procedure import Clock, Procedure, Step, WorkedCase
from panoh.instruments.kinds.source import Words
from panoh.registry.rules import difference_words as say
from panoh.registry.rules.difference_values import changed
from panoh.registry.rules.procedure import check
from panoh.registry.rules.procedure_values_words import VALUE, period

_PARTS = ("role", "state", "purpose", "precondition", "step", "clock", "help")
_SAID_TOGETHER = frozenset({"key", "unit"})
"""A part under the same key is the same part, and the unit of a period is said with its amount."""


@dataclass(frozen=True)
class Change:
    """One change: of which part, and in a sentence. `breaks`: a promise that held is broken."""

    part: str
    key: str
    sentence: Words
    breaks: bool = False


def differences(old: Procedure, new: Procedure) -> tuple[Change, ...]:
    """Promises made or broken first, then the whole, then part by part: what is new, what is gone, what reads otherwise.

    The version is no change: every draft has one of its own."""
    parts = (each for part in _PARTS for each in _parts(part, old, new))
    return (*_promises(old, new), *_adoption(old, new), *_whole(old, new), *parts, *_cases(old, new))


def _promises(old: Procedure, new: Procedure) -> Iterator[Change]:
    for before, after in zip(check(old), check(new), strict=True):
        if before.holds and not after.holds:
            said = say.BROKEN_NOW.fill(promise=after.promise, breach=after.breaches[0].sentence)
            yield Change("promise", after.key, said, breaks=True)
        elif after.holds and not before.holds:
            yield Change("promise", after.key, say.HOLDS_NOW.fill(promise=after.promise))


def _adoption(old: Procedure, new: Procedure) -> Iterator[Change]:
    before, after = (each.adoption.status for each in (old, new))
    if before != after:
        yield Change("adoption", "status", say.ADOPTION.fill(was=VALUE[before], now=VALUE[after]))


def _whole(old: Procedure, new: Procedure) -> Iterator[Change]:
    """What stands once in a procedure."""
    looks = (
        ("procedure", ("title", "unknowns"), old, new),
        ("adoption", ("note", "by", "on"), old.adoption, new.adoption),
        ("panel", tuple(field.name for field in fields(old.panel)), old.panel, new.panel),
    )
    for part, names, before, after in looks:
        for name in names:
            was, now = getattr(before, name), getattr(after, name)
            if was != now:
                said = changed(name, was, now, old, new)
                yield Change(part, name, say.WHOLE.fill(field=say.WHOLE_FIELD[name], change=said))


def _parts(part: str, old: Procedure, new: Procedure) -> Iterator[Change]:
    before, after = ({each.key: each for each in getattr(procedure, f"{part}s")} for procedure in (old, new))
    for key in (key for key in after if key not in before):
        yield Change(part, key, _new(part, after[key], new))
    for key in (key for key in before if key not in after):
        yield Change(part, key, say.GONE.fill(part=say.PART[part], name=_named(before[key])))
    for key in (key for key in before if key in after):
        yield from _fields(part, before[key], after[key], (old, new))


def _fields(part: str, before: Any, after: Any, procedures: tuple[Procedure, Procedure]) -> Iterator[Change]:
    for field in fields(before):
        was, now = _shown(before, field.name), _shown(after, field.name)
        if field.name in _SAID_TOGETHER or was == now:
            continue
        change = changed(field.name, was, now, *procedures)
        said = say.CHANGED.fill(part=say.PART[part], name=_named(before), field=say.FIELD[field.name], change=change)
        yield Change(part, before.key, _as_sentence(said))


def _shown(part: Any, name: str) -> Any:
    """What a field holds; a clock's period, and what it is held between, together with the unit."""
    value = getattr(part, name)
    if isinstance(part, Clock) and name in {"amount", "floor", "ceiling"} and value is not None:
        return period(value, part.unit)
    return value


def _new(part: str, each: Any, procedure: Procedure) -> Words:
    """A part that was not there before, with what a reader asks first: whose it is and where it leads, what it means."""
    what = None
    if isinstance(each, Step):
        there = Words(", ".join(each.to)) if each.to else say.STAYS
        owner = procedure.role(each.owner).name
        what = say.STEP_SAID.fill(owner=owner, here=", ".join(each.from_states), there=there)
    elif isinstance(each, Clock):
        role = procedure.role(each.escalates_to).name
        what = say.CLOCK_SAID.fill(period=period(each.amount, each.unit), role=role)
    elif part in {"role", "state"}:
        what = each.meaning
    if what is None:
        return say.NEW.fill(part=say.PART[part], name=_named(each))
    said = say.NEW_WITH.fill(part=say.PART[part], name=_named(each), what=what)
    return Words(*(each.replace("..", ".") for each in (said.en, said.ru, said.tg)))


def _cases(old: Procedure, new: Procedure) -> Iterator[Change]:
    """Worked cases are named by a sentence and have no key."""
    before, after = ({each.name: each for each in procedure.cases} for procedure in (old, new))
    for name in (name for name in after if name not in before):
        yield Change("case", after[name].clock, say.NEW.fill(part=say.PART["case"], name=_quoted(name)))
    for name in (name for name in before if name not in after):
        yield Change("case", before[name].clock, say.GONE.fill(part=say.PART["case"], name=_quoted(name)))
    for name in (name for name in before if name in after):
        yield from _case(before[name], after[name], (old, new))


def _case(before: WorkedCase, after: WorkedCase, procedures: tuple[Procedure, Procedure]) -> Iterator[Change]:
    for field in ("clock", "start", "due"):
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            change, name = changed(field, was, now, *procedures), _quoted(before.name)
            said = say.CHANGED.fill(part=say.PART["case"], name=name, field=say.FIELD[field], change=change)
            yield Change("case", after.clock, _as_sentence(said))


def _named(part: Any) -> Words:
    return _quoted(part.name)


def _quoted(name: Words | str) -> Words:
    return say.QUOTED.fill(text=name)


def _as_sentence(words: Words) -> Words:
    return Words(*(text[:1].upper() + text[1:] for text in (words.en, words.ru, words.tg)))
