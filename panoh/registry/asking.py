"""Questions asked at every request: put into SQL once for a role, and from then on only filled in with who asks, and when.

Wording a question (rights, joins, conditions) costs more than its answer, and depends on the role alone: it is worded for a
stand-in that has a role and nothing else, at a moment that is not known yet, so that no person and no day can stay in it.
Kept is the wording. Officer, post, rights of the desk and every record are read anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, DateTimeField, Field, QuerySet

from panoh.registry.models import Officer, left_open, shut_to_work
from panoh.registry.moment import at_moment, moment
from panoh.registry.prepared import Answer, AtOnce, Left, Prepared, Row, prepared

T = TypeVar("T")
NO_END = 100_000
MOST_AT_ONCE = 24
"""Questions in one statement: planning it anew for a connection should stay a matter of milliseconds."""
Found = Callable[..., QuerySet[Any, Any]]


@dataclass(frozen=True)
class Asked:
    """Who asks, and when."""

    viewer: Officer
    now: datetime
    about: Any = None
    """The key of the one record that is asked about, where it is one."""
    keys: Sequence[Any] = ()
    """Of several, those whose places are filled in."""
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False)
    """What was made ready for places left open already."""
    _read: dict[Callable[[], Any], Any] = field(default_factory=dict, compare=False)

    @cached_property
    def kind(self) -> Hashable:
        """What every wording depends on."""
        return connections[DEFAULT_DB_ALIAS].vendor, self.viewer.role, self.viewer.is_active

    @property
    def shut(self) -> list[UUID]:
        """The cases in compartments of which the viewer is no member."""
        return [case for case, let_in in self.once(self._read_shut) if not let_in]

    @property
    def shut_to_work(self) -> list[UUID]:
        """And those in which they were let in for some hours."""
        return [case for case, _let_in in self.once(self._read_shut)]

    def _read_shut(self) -> list[Row]:
        return SHUT.answers(self)

    def of(self, keys: Sequence[Any]) -> Asked:
        return Asked(self.viewer, self.now, self.about, keys, self.known, self._read)

    def once(self, read: Callable[[], T]) -> T:
        """What several lines rest on is read once for all that is asked together."""
        if read not in self._read:
            self._read[read] = read()
        return cast(T, self._read[read])


class _DeskOfReader(Left):
    def __init__(self) -> None:
        super().__init__(lambda asked: asked.viewer.desk.pk, BigIntegerField(), "desk")

    @property
    def pk(self) -> Left:
        return self


class Reader(Left):
    """Stands for any officer in a role, where an officer is compared with. `asks_much`: whether much is asked together."""

    def __init__(self, role: str, is_active: bool, *, asks_much: bool = True) -> None:
        super().__init__(lambda asked: asked.viewer.pk, BigIntegerField(), "viewer")
        self.role, self.is_active, self.desk, self.asks_much = role, is_active, _DeskOfReader(), asks_much

    @property
    def pk(self) -> Left:
        return self


NOW = Left(lambda asked: asked.now, DateTimeField(), "now")
THIS_MOMENT = Left(lambda _asked: moment(), DateTimeField(), "this moment")


def reckoned(now: datetime, by: Callable[[datetime], T], kept_as: Field[Any, Any]) -> T:
    """What a rule makes of a moment; in a question that is being worded, once the moment is known."""
    if isinstance(now, Left):
        return cast(T, Left(lambda asked: by(now.fill(asked)), kept_as))
    return by(now)


class Forgets(Protocol):
    """Whatever keeps wordings."""

    def forget(self) -> None: ...


class Asks(Protocol):
    """Whatever gives rows once it was asked."""

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer: ...


class Question:
    """Which rows `found(viewer, now, *on)` finds, of each the columns named, at most so many. `anew`: see `prepared`.

    What is in a compartment is left out and not counted, whatever is asked, unless the viewer is a named member; `watch`: but
    for whoever watches over it. An emergency opens a case to them and gives them none of its work.
    """

    def __init__(self, found: Found, *columns: str, most: int, anew: bool = False, watch: bool = False) -> None:
        self.found, self.columns, self.most, self.anew, self.watch = found, columns, most, anew, watch
        self._worded: dict[Hashable, Prepared | None] = {}
        _asked_before.append(self)

    def answers(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        return list(self.ask(asked, on)())

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer:
        """`on`: what else the wording depends on, such as the versions of the procedure that cases run under."""
        worded = self.worded(asked, on)
        return worded.ask(asked) if worded else tuple

    def worded(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Prepared | None:
        """None where whoever has this role never finds anything."""
        kept = (asked.kind, on)
        if kept not in self._worded:
            reader = Reader(asked.viewer.role, asked.viewer.is_active)
            self._worded[kept] = self._put(cast(Officer, reader), on)
        return self._worded[kept]

    def directly(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> list[Row]:
        """The same, worded for this very officer and moment (a test compares the two)."""
        return list(self._rows(asked.viewer, asked.now, on))

    def forget(self) -> None:
        self._worded.clear()

    def _rows(self, viewer: Officer, now: datetime, on: tuple[Hashable, ...]) -> QuerySet[Any, Row]:
        rows = self.found(viewer, now, *on)
        return (rows if self.watch else left_open(rows, viewer, to_work=True)).values_list(*self.columns)[: self.most]

    def _put(self, reader: Officer, on: tuple[Hashable, ...]) -> Prepared | None:
        with at_moment(cast(datetime, THIS_MOMENT)):
            worded = prepared(self._rows(reader, cast(datetime, NOW), on), anew=self.anew)
        return worded[0] if worded else None


_asked_before: list[Forgets] = []
SHUT = Question(lambda viewer, _now: shut_to_work(viewer).order_by("pk"), "case", "let_in", most=NO_END, watch=True)


_at_once: dict[tuple[int, ...], AtOnce] = {}


def ask_all(questions: Iterable[tuple[Asks, tuple[Hashable, ...]]], asked: Asked) -> list[Answer]:
    """The answers in the order of the questions. Those that are alike are asked in one statement."""
    answers: list[Answer] = []
    alike: dict[Hashable, list[tuple[int, Prepared]]] = {}
    for place, (question, on) in enumerate(questions):
        if not isinstance(question, Question):
            answers.append(question.ask(asked, on))
            continue
        worded = question.worded(asked, on)
        kind = worded and worded.alike()
        if worded is not None and kind:
            alike.setdefault(kind, []).append((place, worded))
        answers.append(worded.ask(asked) if worded is not None and not kind else tuple)
    for found in alike.values():
        for start in range(0, len(found), MOST_AT_ONCE):
            some = found[start : start + MOST_AT_ONCE]
            for (place, _worded), answer in zip(some, _as_one([each for _, each in some]).ask(asked), strict=True):
                answers[place] = answer
    return answers


def _as_one(worded: list[Prepared]) -> AtOnce:
    kept = tuple(map(id, worded))
    if kept not in _at_once:
        _at_once[kept] = AtOnce(worded)
    return _at_once[kept]


def forgotten_with_questions(kept: Forgets) -> None:
    """For what keeps wordings besides."""
    _asked_before.append(kept)


def forget_wordings() -> None:
    """Word every question anew (for tests, which change what is asked)."""
    _at_once.clear()
    for each in _asked_before:
        each.forget()
