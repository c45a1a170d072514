"""Questions asked at every request: put into SQL once for a role, and from then on only filled in with who asks, and when.

Wording a question (rights, joins, conditions) costs more than its answer, and depends on the role alone: it is worded for a
stand-in that has a role and nothing else, at a moment that is not known yet, so that no person and no day can stay in it.
Kept is the wording. Officer, post, rights of the desk and every record are read anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, DateTimeField, Field, QuerySet

from panoh.registry.models import Officer, left_open
from panoh.registry.moment import at_moment, moment
from panoh.registry.prepared import Answer, Left, Prepared, Row, prepared

T = TypeVar("T")
Found = Callable[..., QuerySet[Any, Any]]


@dataclass(frozen=True)
class Asked:
    """Who asks, and when."""

    viewer: Officer
    now: datetime
    _read: dict[Callable[[], Any], Any] = field(default_factory=dict, compare=False)

    def once(self, read: Callable[[], T]) -> T:
        """What several lines rest on is read once for all that is asked together."""
        if read not in self._read:
            self._read[read] = read()
        return cast(T, self._read[read])


class _DeskOfReader(Left):
    def __init__(self) -> None:
        super().__init__(lambda asked: asked.viewer.desk.pk, BigIntegerField())

    @property
    def pk(self) -> Left:
        return self


class Reader(Left):
    """Stands for any officer in a role, where an officer is compared with."""

    def __init__(self, role: str, is_active: bool) -> None:
        super().__init__(lambda asked: asked.viewer.pk, BigIntegerField())
        self.role, self.is_active, self.desk = role, is_active, _DeskOfReader()

    @property
    def pk(self) -> Left:
        return self


NOW = Left(lambda asked: asked.now, DateTimeField())
THIS_MOMENT = Left(lambda _asked: moment(), DateTimeField())


def reckoned(now: datetime, by: Callable[[datetime], T], kept_as: Field[Any, Any]) -> T:
    """What a rule makes of a moment; in a question that is being worded, once the moment is known."""
    if isinstance(now, Left):
        return cast(T, Left(lambda asked: by(now.fill(asked)), kept_as))
    return by(now)


class Asks(Protocol):
    """Whatever gives rows once it was asked."""

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer: ...


class Question:
    """Which rows `found(viewer, now, *on)` finds, of each the columns named, at most so many. `anew`: see `prepared`.

    What is in a compartment is left out and not counted, whatever is asked; `watch`: but for whoever watches over it.
    """

    def __init__(self, found: Found, *columns: str, most: int, anew: bool = False, watch: bool = False) -> None:
        self.found, self.columns, self.most, self.anew, self.watch = found, columns, most, anew, watch
        self._worded: dict[Hashable, Prepared | None] = {}
        _asked_before.append(self)

    def answers(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        return list(self.ask(asked, on)())

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer:
        """`on`: what else the wording depends on, such as the versions of the procedure that cases run under."""
        connection = connections[DEFAULT_DB_ALIAS]
        role, is_active = asked.viewer.role, asked.viewer.is_active
        kept = (connection.vendor, role, is_active, on)
        if kept not in self._worded:
            self._worded[kept] = self._put(cast(Officer, Reader(role, is_active)), on)
        worded = self._worded[kept]
        return worded.ask(asked) if worded else tuple

    def directly(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        """The same, worded for this very officer and moment (a test compares the two)."""
        return list(self._rows(asked.viewer, asked.now, on))

    def forget(self) -> None:
        self._worded.clear()

    def _rows(self, viewer: Officer, now: datetime, on: tuple[Hashable, ...]) -> QuerySet[Any, Row]:
        rows = self.found(viewer, now, *on)
        return (rows if self.watch else left_open(rows, viewer)).values_list(*self.columns)[: self.most]

    def _put(self, reader: Officer, on: tuple[Hashable, ...]) -> Prepared | None:
        with at_moment(cast(datetime, THIS_MOMENT)):
            worded = prepared(self._rows(reader, cast(datetime, NOW), on), anew=self.anew)
        return worded[0] if worded else None


_asked_before: list[Question] = []


def forget_wordings() -> None:
    """Word every question anew (for tests, which change what is asked)."""
    for each in _asked_before:
        each.forget()
