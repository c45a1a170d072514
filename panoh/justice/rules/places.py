"""Whether two names of a place where people are held may be one place: letters and digits decide, not how they are set."""

from __future__ import annotations


def place_key(name: str) -> str:
    """Empty where there is no letter and no digit."""
    return "".join(each for each in name.casefold() if each.isalnum())
