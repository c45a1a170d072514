"""A variation of a procedure, written as what differs from its base: `steps: {T12: {four_eyes: false}, T13: removed}`.

The deliberately broken procedures beside each country's own are such patches: each breaks a promise, and says which.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from panoh.instruments.faults import NAMES, Place
from panoh.instruments.reader import TextError

REMOVED = "removed"


def patched(base: dict[str, Any], change: dict[str, Any], *, name: str) -> dict[str, Any]:
    """The base with the changed entries laid over it: what an entry does not name stays as it is in the base.

    Raises TextError where an entry is changed or removed that the base does not have.
    """
    value = deepcopy(base)
    for section, entries in change.items():
        if isinstance(value[section], list) and isinstance(entries, dict):
            for entry, said in entries.items():
                _lay_over(value[section], entry, said, name=name, at=("change", section, entry))
        elif isinstance(entries, dict):
            value[section] = {**value[section], **entries}
        else:
            value[section] = entries
    return value


def in_patch(at: Place, value: dict[str, Any], change: dict[str, Any]) -> Place:
    """Where in the patch a place of the whole text was written; nowhere where the base has it so."""
    section, *rest = at or ("",)
    if section not in change:
        return ()
    if not rest or not isinstance(value[section], list) or not isinstance(change[section], dict):
        return ("change", *at)
    entry = value[section][rest[0]] if isinstance(rest[0], int) else _found(value[section], rest[0])
    known = {entry.get(each) for each in NAMES} if entry else set()
    written = next((each for each in change[section] if each in known), None)
    return ("change", section, written, *rest[1:]) if written else ()


def _lay_over(entries: list[dict[str, Any]], entry: str, said: Any, *, name: str, at: Place) -> None:
    found = _found(entries, entry)
    if found is not None and said == REMOVED:
        entries.remove(found)
    elif found is not None:
        found.update(said)
    elif said == REMOVED or "name" not in said:
        hint = "mend the name" if said == REMOVED else "mend the name, or write a new one out whole, with its name"
        raise TextError(f"{name}: the base has no {entry!r} under {at[1]} that could be changed; {hint}", at=at)
    else:
        entries.append({"key": entry, **said})


def _found(entries: list[dict[str, Any]], name: str | int) -> dict[str, Any] | None:
    return next((each for each in entries if name in {each.get(key) for key in NAMES}), None)
