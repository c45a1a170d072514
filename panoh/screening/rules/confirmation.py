"""Where the confirmation of a text by two officers stands. It is shown beside the mark of the text and never raises it."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """How far two officers have come with holding a set against its official text."""

    WAITING = "waiting"
    """One officer held it against the text; a second is to look."""
    HELD = "held"
    """Two officers did."""
    OBJECTED = "objected"
    """The second saw it otherwise."""
    OUTDATED = "outdated"
    """The set has changed since: it is to be held anew."""
    WITHDRAWN = "withdrawn"


def standing(*, withdrawn: bool, same_text: bool, answered: str) -> Standing:
    """`same_text`: the version and the bytes are those that were held. `answered`: the second officer's answer."""
    if withdrawn:
        return Standing.WITHDRAWN
    if not same_text:
        return Standing.OUTDATED
    return {"agreed": Standing.HELD, "objected": Standing.OBJECTED}.get(answered, Standing.WAITING)
