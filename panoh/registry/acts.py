"""What makes a function an act of the procedure: keyword-only, `by=` and `at=`, one transaction, refusals on record."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import ParamSpec, TypeVar

from django.db import transaction

from panoh.registry import ledger
from panoh.registry.met_refusals import note
from panoh.registry.models import Officer
from panoh.registry.moment import at_moment
from panoh.registry.refusals import Refused

P = ParamSpec("P")
R = TypeVar("R")


def act(function: Callable[P, R]) -> Callable[P, R]:
    """Run `function(*, by, at, …)` in one transaction. If it refuses, nothing of it stays but a ledger line saying so.

    An act that is part of another is in that one's transaction: what it refuses the whole refuses, and goes on record as that.
    """

    @functools.wraps(function)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        if args:
            raise TypeError(f"{function.__name__} takes keyword arguments only")
        if _within_an_act.get():
            with at_moment(kwargs["at"]):  # type: ignore[arg-type]  # kwargs of an act
                return function(*args, **kwargs)
        try:
            with at_moment(kwargs["at"]), _an_act(), transaction.atomic(), ledger.as_last_write():  # type: ignore[arg-type]  # kwargs of an act
                return function(*args, **kwargs)
        except Refused as refusal:
            if refusal.asks:
                raise
            _record_refusal(function.__name__, refusal, by=kwargs["by"], at=kwargs["at"])  # type: ignore[arg-type]  # kwargs of an act
            raise

    return in_one_transaction


_within_an_act: ContextVar[bool] = ContextVar("within_an_act", default=False)


@contextmanager
def _an_act() -> Iterator[None]:
    before = _within_an_act.set(True)
    try:
        yield
    finally:
        _within_an_act.reset(before)


def record_refused_opening(refusal: Refused, *, route: str, by: Officer, at: datetime) -> None:
    """Somebody was refused a page or a record: whoever tries doors is seen as whoever tries acts is. `route`: which page, by its
    name; of the address nothing is kept."""
    _record_before_any_act("open.refused", refusal, route=route, by=by, at=at)


def record_refused_sending(refusal: Refused, *, route: str, by: Officer, at: datetime) -> None:
    """What was sent was refused before any act began, such as from a page opened before the case moved on: it stands in the
    ledger as an act that was refused does."""
    _record_before_any_act("send.refused", refusal, route=route, by=by, at=at)


def _record_before_any_act(name: str, refusal: Refused, *, route: str, by: Officer, at: datetime) -> None:
    if refusal.on_record:
        return
    with transaction.atomic():
        ledger.write(act=name, by=by, at=at, subject=refusal.subject, refused=refusal.code, route=route)
    refusal.on_record = True


def _record_refusal(name: str, refusal: Refused, *, by: Officer, at: datetime) -> None:
    with transaction.atomic():
        ledger.write(act=f"{name}.refused"[:40], by=by, at=at, subject=refusal.subject, refused=refusal.code)
    refusal.on_record = True
    note(refusal)
