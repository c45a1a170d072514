"""The moment at which somebody asks to see: what was shown until a day closes by itself when that day is over.

Inside an act it is the moment of the act, elsewhere the clock on the wall. This room reads that clock so that no view has
to pass it on, and none can forget to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_of_the_act: ContextVar[datetime | None] = ContextVar("moment", default=None)


def moment() -> datetime:
    return _of_the_act.get() or timezone.now()


@contextmanager
def at_moment(at: datetime) -> Iterator[None]:
    before = _of_the_act.set(at)
    try:
        yield
    finally:
        _of_the_act.reset(before)
