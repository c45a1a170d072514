"""What is wrong with a text, for the person who wrote it: the words of the libraries that read it, made plain."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from jsonschema.exceptions import ValidationError

from panoh.instruments import fault_words as say
from panoh.instruments.kinds.source import Words

Place = tuple[str | int, ...]
NAMES = ("id", "code", "key")
"""By which an entry of a list is known to a reader; its number in the list says little."""
_LONGEST = 160
"""Characters of the library's own words; it repeats the whole value, which may be a page."""


def fault(error: ValidationError) -> tuple[Place, Words]:
    """Where a schema is broken, as exactly as it can be said, and what is wrong there."""
    at: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = sorted(_part(error.schema, "properties"))
        wrong = next(str(key) for key in error.instance if key not in known)
        return (*at, wrong), say.UNEXPECTED.fill(key=repr(wrong), hint=_meant(wrong, known))
    if error.validator == "required":
        return at, say.MISSING.fill(key=error.message.removesuffix(" is a required property"))
    if error.validator in {"oneOf", "anyOf"} and (choice := _one_of(error)):
        return at, choice
    return at, _value_said(error) or Words(_short(error.message))


def place_in(value: Any, path: Iterable[str | int]) -> Words:
    """A place in words: steps → T06 → owner."""
    here, said = value, []
    for step in path:
        here = here[step]
        named = isinstance(step, int) and isinstance(here, dict)
        said.append(str(next((here[name] for name in NAMES if name in here), step) if named else step))
    return Words(" → ".join(said)) if said else say.THE_TOP


def slip(problem: str) -> Words:
    """What a slip of the pen in YAML most likely is; in English with the library's own words after it."""
    plain = next((plain for words, plain in say.SLIPS if words in problem), None)
    return say.SLIP.fill(plain=plain, problem=problem) if plain else Words(problem)


def _part(schema: Any, name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema.get(name, {})
    return found


def _meant(wrong: str, known: list[str]) -> Words:
    close = get_close_matches(wrong, known, n=1)
    return say.DID_YOU_MEAN.fill(close=repr(close[0])) if close else say.KNOWN_ARE.fill(known=", ".join(known))


def _value_said(error: ValidationError) -> Words | None:
    """A value of the wrong kind, or written otherwise than it has to be."""
    wanted: Any = error.validator_value
    if error.validator == "type" and wanted in say.KINDS:
        return say.NOT_OF_KIND.fill(value=_short(repr(error.instance)), kind=say.KINDS[wanted])
    if error.validator == "pattern":
        return say.NOT_SO_WRITTEN.fill(value=_short(repr(error.instance)), pattern=wanted)
    return None


def _one_of(error: ValidationError) -> Words | None:
    """Where a map has to have one of several keys: which, and whether none of them stands there or more than one."""
    choices: Any = error.validator_value
    keys = [each["required"][0] for each in choices if set(each) == {"required"}]
    if not keys or not isinstance(error.instance, dict):
        return None
    there = [key for key in keys if key in error.instance]
    return say.ONLY_ONE.fill(keys=", ".join(there)) if there else say.ONE_OF.fill(keys=", ".join(keys))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
