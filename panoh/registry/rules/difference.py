"""What changes for people from one procedure to another, in sentences: for a working group that reads a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from panoh.instruments.kinds.procedure import Clock, Extension, Procedure
from panoh.instruments.kinds.source import Citation, Words
from panoh.registry.rules.procedure import check

FOUND_BY = frozenset({"code", "id", "key"})
"""A part under the same key is the same part."""

_PARTS = ("role", "state", "purpose", "precondition", "step", "clock", "help")
_SAID: dict[str, str] = {
    "name": "is called",
    "meaning": "means",
    "from_states": "can be taken from",
    "to": "leads to",
    "owner": "belongs to",
    "stands_in": "can be taken in its place by",
    "informed": "is told to",
    "may_ask": "can be asked for by",
    "four_eyes": "needs a second signature",
    "for_whom": "is for",
    "consent": "needs an adult's consent to",
    "child": "for a child rests on",
    "preconditions": "needs first",
    "recorded": "puts on record",
    "safeguards": "is guarded by",
    "sources": "rests on",
    "amount": "runs",
    "escalates_to": "when missed tells",
    "on_missing": "when missed",
    "starts_on": "starts in",
    "stops_on": "stops in",
    "pauses_on": "stands still in",
    "states": "can be asked for in",
    "conditions": "depends on",
    "clock": "runs under the clock",
    "extends": "moves the deadline",
}


@dataclass(frozen=True)
class Change:
    """One change: of which part, and in a sentence. `breaks`: a promise that held is broken."""

    part: str
    key: str
    sentence: str
    breaks: bool = False


def differences(old: Procedure, new: Procedure) -> tuple[Change, ...]:
    """Promises made or broken first, then part by part: what is new, what is gone, what reads otherwise."""
    return (*_promises(old, new), *_adoption(old, new), *(each for part in _PARTS for each in _parts(part, old, new)))


def _promises(old: Procedure, new: Procedure) -> Iterator[Change]:
    for before, after in zip(check(old), check(new), strict=True):
        if before.holds and not after.holds:
            yield Change("promise", after.key, f"BROKEN now: {after.promise} {after.breaches[0].sentence}", breaks=True)
        elif after.holds and not before.holds:
            yield Change("promise", after.key, f"Holds now: {after.promise}")


def _adoption(old: Procedure, new: Procedure) -> Iterator[Change]:
    before, after = (each.adoption.status.value.replace("_", " ") for each in (old, new))
    if before != after:
        yield Change("adoption", "status", f"The procedure was {before} and is {after}.")


def _parts(part: str, old: Procedure, new: Procedure) -> Iterator[Change]:
    before, after = ({each.key: each for each in getattr(procedure, f"{part}s")} for procedure in (old, new))
    for key in sorted(after.keys() - before.keys()):
        yield Change(part, key, f"New {part}: {_named(after[key])}.")
    for key in sorted(before.keys() - after.keys()):
        yield Change(part, key, f"Gone: the {part} {_named(before[key])}.")
    for key in (key for key in before if key in after):
        yield from _fields(part, before[key], after[key], (old, new))


def _fields(part: str, before: Any, after: Any, procedures: tuple[Procedure, Procedure]) -> Iterator[Change]:
    for field in fields(before):
        was, now = _shown(before, field.name), _shown(after, field.name)
        if field.name in FOUND_BY or was == now:
            continue
        said = _SAID.get(field.name, field.name.replace("_", " "))
        sentence = f"The {part} {_named(before)} {said}: {_change(was, now, procedures)}."
        yield Change(part, before.key, sentence)


def _shown(part: Any, name: str) -> Any:
    """What a field holds; a clock's period together with its unit."""
    if isinstance(part, Clock) and name in {"amount", "unit"}:
        return f"{part.amount} {part.unit.value.replace('_', ' ')}" if name == "amount" else ""
    return getattr(part, name)


def _change(was: Any, now: Any, procedures: tuple[Procedure, Procedure]) -> str:
    """Lists say what came and what went; anything else says both."""
    old, new = procedures
    if not (isinstance(was, tuple) and isinstance(now, tuple)):
        return f"{_text(now, new)} instead of {_text(was, old)}"
    came = ", ".join(_text(each, new) for each in now if each not in was)
    went = ", ".join(_text(each, old) for each in was if each not in now)
    said = [f"also {came}"] * bool(came) + [f"no longer {went}"] * bool(went)
    return "; ".join(said) or "the same in another order"


def _text(value: Any, procedure: Procedure) -> str:
    """A code in the words of its procedure, where it has some."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, Words):
        return f"“{value.en}”"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Citation):
        return f"{value.source}, {value.place} ({value.verification.value})"
    if isinstance(value, Extension):
        clock = procedure.clock(value.clock)
        most = f"at most {value.amount} {clock.unit.value.replace('_', ' ')} each time, {value.times} times"
        return f"“{clock.name.en}”, {most}"
    for look in _LOOKS:
        try:
            return str(look(procedure)(value).name.en)
        except KeyError:
            continue
    return str(value).replace("_", " ")


_LOOKS: tuple[Callable[[Procedure], Callable[[str], Any]], ...] = (
    lambda procedure: procedure.state,
    lambda procedure: procedure.role,
    lambda procedure: procedure.precondition,
)


def _named(part: Any) -> str:
    return f"“{part.name.en}”"
