"""One look at a page: what several parts of a page that changes nothing ask is read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

T = TypeVar("T")
_read: ContextVar[dict[Hashable, Any] | None] = ContextVar("what one look has read", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Within, each thing is read once. For what shows and changes nothing: an act looks each time."""
    before = _read.set({})
    try:
        yield
    finally:
        _read.reset(before)


def read_once(key: Hashable, read: Callable[[], T]) -> T:
    """What `read` gives; within one look, what it gave first for this key."""
    kept = _read.get()
    if kept is None:
        return read()
    if key not in kept:
        kept[key] = read()
    return cast(T, kept[key])
