"""When a person who left a refuge is contacted again: after three, six and twelve months, if they agreed."""

from __future__ import annotations

CLOCKS = {3: "follow_up_3_months", 6: "follow_up_6_months", 12: "follow_up_12_months"}
"""Clocks of the country's procedure, which hold the periods."""

TRIES = 3
"""Not reached is not the end: a period closes when the person was spoken with, or after the third try."""


def closes(came: str, *, tries_before: int) -> bool:
    """Whether this contact ends its period. `tries_before`: those of the period in which nobody was reached."""
    return came != "not_reached" or tries_before + 1 >= TRIES


def event_of(months: int) -> str:
    """What is told to the clocks when a period closes: its own clock and no other."""
    return f"followed_up_{months}_months"
