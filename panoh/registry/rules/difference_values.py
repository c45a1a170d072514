"""One value of a procedure against another, in words: a code by its name, a list by what came and what went."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from panoh.instruments.kinds.procedure import Extension, Procedure
from panoh.instruments.kinds.source import Citation, Words
from panoh.registry.rules import difference_words as say
from panoh.registry.rules.procedure_values_words import VALUE, period
from panoh.registry.rules.proof import titled

_NAMED_IN = {
    **dict.fromkeys(("owner", "stands_in", "informed", "may_ask", "escalates_to"), "roles"),
    **dict.fromkeys(("from_states", "to", "starts_on", "stops_on", "pauses_on", "states"), "states"),
    "consent": "purposes",
    "preconditions": "preconditions",
    "clock": "clocks",
}
"""Under which heading of the file the codes of a field have their names."""
_PERIODS = frozenset({"amount", "floor", "ceiling"})
"""Numbers of a clock, which come here with their unit."""
_CLOSED = frozenset({"kind", "counts", "on_missing", "conditions"})
"""Words of a closed list that are no enum."""


def changed(field: str, was: Any, now: Any, old: Procedure, new: Procedure) -> Words:
    """Lists say what came and what went; a wording that differs in one language says which; anything else says both."""
    if isinstance(was, tuple) and isinstance(now, tuple):
        return _list_changed(field, was, now, old, new)
    if isinstance(was, Words) and isinstance(now, Words) and was.en == now.en:
        return _translation_changed(was, now)
    return say.INSTEAD.fill(now=_said(field, now, new), was=_said(field, was, old))


def _list_changed(field: str, was: tuple[Any, ...], now: tuple[Any, ...], old: Procedure, new: Procedure) -> Words:
    before, after = ([_same(each) for each in values] for values in (was, now))
    came = [_said(field, each, new) for each in now if _same(each) not in before]
    went = [_said(field, each, old) for each in was if _same(each) not in after]
    said = [say.ALSO.fill(what=_joined(came, ", "))] * bool(came)
    said += [say.NO_LONGER.fill(what=_joined(went, ", "))] * bool(went)
    if said:
        return _joined(said, "; ")
    return say.OTHER_ORDER if before != after else say.OTHER_WORDING


def _same(value: Any) -> Any:
    """By what two entries of a list are held to be the same: a wording by its English."""
    return value.en if isinstance(value, Words) else value


def _translation_changed(was: Words, now: Words) -> Words:
    looks = ((say.IN_RUSSIAN, was.ru, now.ru), (say.IN_TAJIK, was.tg, now.tg))
    differ = [
        words.fill(change=say.INSTEAD.fill(now=_text(after), was=_text(before)))
        for words, before, after in looks
        if before != after
    ]
    return _joined(differ, "; ")


def _said(field: str, value: Any, procedure: Procedure) -> Words:
    """A code in the words of its procedure, where it has some."""
    if value is None or value == "":
        return say.NOTHING
    if isinstance(value, bool):
        return say.YES if value else say.NO
    if isinstance(value, Words):
        return value if field in _PERIODS else say.QUOTED.fill(text=value)
    if isinstance(value, Citation):
        place = f", {value.place}" if value.place else ""
        return Words("{source}{place} ({mark})").fill(source=value.source, place=place, mark=VALUE[value.verification])
    if isinstance(value, Extension):
        return _moves(value, procedure)
    if isinstance(value, StrEnum) or field in _CLOSED:
        return VALUE.get(value, Words(str(value).replace("_", " ")))
    return _name(field, str(value), procedure)


def _name(field: str, code: str, procedure: Procedure) -> Words:
    heading = _NAMED_IN.get(field)
    if heading == "states":
        return titled(procedure, code)
    for each in getattr(procedure, heading) if heading else ():
        if each.key == code:
            name: Words = each.name
            return name
    return Words(code.replace("_", " "))


def _moves(value: Extension, procedure: Procedure) -> Words:
    clock = procedure.clock(value.clock)
    name = say.QUOTED.fill(text=clock.name)
    if value.amount is None or value.times is None:
        return say.MOVES_WITHOUT_END.fill(clock=name)
    return say.MOVES.fill(clock=name, period=period(value.amount, clock.unit), times=value.times)


def _text(text: str) -> Words:
    return say.QUOTED.fill(text=text) if text else say.NOTHING


def _joined(parts: list[Words], between: str) -> Words:
    return Words(*(between.join(each.in_language(language) for each in parts) for language in ("en", "ru", "tg")))
