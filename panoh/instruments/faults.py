"""What is wrong with a text, for the person who wrote it: the words of the libraries that read it, made plain."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from jsonschema.exceptions import ValidationError

Place = tuple[str | int, ...]
NAMES = ("id", "code", "key")
"""By which an entry of a list is known to a reader; its number in the list says little."""
_SLIPS = (
    (
        "mapping values are not allowed",
        "a colon stands where none may; put the text in quotes, or mend the indentation",
    ),
    ("expected ',' or '}'", "a comma or the closing } is missing here or on the line before"),
    ("expected ',' or ']'", "a comma or the closing ] is missing here or on the line before"),
    (
        "expected '-' indicator",
        "the indentation differs from the entries before; each begins with - in the same column",
    ),
    ("expected key", "the indentation is not that of the lines before; what belongs together begins in one column"),
    (
        "expected <block end>",
        "the indentation is not that of the lines before; what belongs together begins in one column",
    ),
    ("cannot start any token", "a tab or a mark that cannot begin a value; indent with spaces and quote the value"),
    ("unexpected end of stream", "the text ends inside a quotation; a closing quotation mark is missing"),
)
_KINDS = {
    "string": "text; put it in quotes",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list: [one, other]",
    "object": "a map: {key: value}",
}
_LONGEST = 160
"""Characters of the library's own words; it repeats the whole value, which may be a page."""


def fault(error: ValidationError) -> tuple[Place, str]:
    """Where a schema is broken, as exactly as it can be said, and what is wrong there."""
    at: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = sorted(_part(error.schema, "properties"))
        wrong = next(str(key) for key in error.instance if key not in known)
        return (*at, wrong), f"{wrong!r} was unexpected here{_meant(wrong, known)}"
    if error.validator == "required":
        return at, error.message.replace("is a required property", "is missing and has to stand here")
    if error.validator in {"oneOf", "anyOf"} and (choice := _one_of(error)):
        return at, choice
    said = _value_said(error) or error.message
    return at, said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def place_in(value: Any, path: Iterable[str | int]) -> str:
    """A place in words: steps → T06 → owner."""
    here, said = value, []
    for step in path:
        here = here[step]
        named = isinstance(step, int) and isinstance(here, dict)
        said.append(str(next((here[name] for name in NAMES if name in here), step) if named else step))
    return " → ".join(said) or "the top"


def slip(problem: str) -> str:
    """What a slip of the pen in YAML most likely is, with the library's own words after it."""
    plain = next((plain for words, plain in _SLIPS if words in problem), "")
    return f"{plain} ({problem})" if plain else problem


def _part(schema: Any, name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema.get(name, {})
    return found


def _meant(wrong: str, known: list[str]) -> str:
    close = get_close_matches(wrong, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _value_said(error: ValidationError) -> str:
    """A value of the wrong kind, or written otherwise than it has to be."""
    wanted: Any = error.validator_value
    if error.validator == "type" and wanted in _KINDS:
        return f"{error.instance!r} is not {_KINDS[wanted]}"
    if error.validator == "pattern":
        return f"{error.instance!r} is not written as it has to be here ({wanted})"
    return ""


def _one_of(error: ValidationError) -> str:
    """Where a map has to have one of several keys: which, and whether none of them stands there or more than one."""
    choices: Any = error.validator_value
    keys = [each["required"][0] for each in choices if set(each) == {"required"}]
    if not keys or not isinstance(error.instance, dict):
        return ""
    there = [key for key in keys if key in error.instance]
    return f"only one of {', '.join(there)} may stand here" if there else f"one of {', '.join(keys)} has to stand here"
