"""What was refused while one request is answered. Whoever shows a page about it says that before anything else is asked, and
none leaves the house without its line in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from panoh.registry.refusals import Refused

_met: ContextVar[list[Refused] | None] = ContextVar("what was refused in this request", default=None)


@contextmanager
def gathering() -> Iterator[list[Refused]]:
    """Within, refusals of what was sent are gathered, the last last."""
    met: list[Refused] = []
    before = _met.set(met)
    try:
        yield met
    finally:
        _met.reset(before)


def note(refusal: Refused) -> None:
    """Where nobody gathers, such as in a command, nothing is kept."""
    met = _met.get()
    if met is not None and not any(each is refusal for each in met):
        met.append(refusal)


def last_noted() -> Refused | None:
    met = _met.get()
    return met[-1] if met else None
