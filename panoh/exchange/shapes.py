"""Showing what a value looks like without saying it, so that no message, log or screen repeats what a list says of a person."""

from __future__ import annotations

_SHOWN = 24


def shape_of(value: str) -> str:
    """What a value looks like without saying it: 99.99.9999 for a date, Aaaaaa for a name."""
    shown = "".join(map(_shape, value[:_SHOWN]))
    return shown + ("…" if len(value) > _SHOWN else "")


def _shape(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return character if character.isprintable() else "?"
