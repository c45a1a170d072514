"""How long somebody waits after wrong passwords or codes: a device the officer is known by never waits for what others do.

Guessing is counted on three sides. A known device has a count of its own and waits a minute at most: whoever hammers a
shelter's name from elsewhere cannot touch it. All unknown devices share one count for a name, and everything behind one
address another; both wait longer the longer it goes on, and never for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Side:
    """`tries` wrong ones are free; the wait then begins at a minute and doubles up to `longest`."""

    name: str
    tries: int
    longest: timedelta


KNOWN_DEVICE = Side("device", 10, timedelta(minutes=1))
NAME = Side("name", 10, timedelta(minutes=15))
ADDRESS = Side("address", 40, timedelta(minutes=15))
FIRST_WAIT = timedelta(minutes=1)


def wait_after(failures: int, side: Side) -> timedelta:
    """How long the next try waits after so many failures in a row."""
    beyond = failures - side.tries
    if beyond < 0:
        return timedelta(0)
    doubled: int = 2 ** min(beyond, 10)
    return min(FIRST_WAIT * doubled, side.longest)
