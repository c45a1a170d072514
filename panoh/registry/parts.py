"""How every stage lists its work: each kind of work is a part that says first only which rows wait, and since or until when.

The lines are made of those rows alone that are shown in the end, across all parts and stages: a page of twenty lines opens
twenty records, however much waits.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from panoh.registry.asking import Asked, Asks, Question, ask_all
from panoh.registry.prepared import Answer, Row, together
from panoh.registry.records import Rows, by_key
from panoh.registry.worklists import MOST, Awaited, WorkItem, added

L = TypeVar("L", bound=WorkItem | Awaited)
Due = Callable[..., datetime]
Lines = Callable[[Sequence[tuple[Any, datetime]], Asked], Iterable[L]]
Line = Callable[[Any, datetime, Asked], L]


def waiting(
    found: Callable[..., QuerySet[Any, Any]], *columns: str, anew: bool = False, watch: bool = False
) -> Question:
    """What waits, in the order in which it is to be done; counted up to MOST. The first column says which row it is."""
    return Question(found, *columns, most=MOST + 1, anew=anew, watch=watch)


def _as_it_stands(when: datetime, *_more: Any) -> datetime:
    return when


@dataclass(frozen=True)
class Part(Generic[L]):
    """One kind of work. `questions`: one for each way a row comes to a post, all in the same order. `due`: by when, from
    the columns after the first. `rows`: where the rows are read that are shown; without it the columns are all there is.

    `first`: stands before everything, in its own order, whatever else is overdue; the first `at_top` of it where that is told,
    so that many of one kind leave room: the others stand where their day puts them. `in_order`: what is due at one moment
    stays in the order of the question; elsewhere it goes by the line. `on`: see `Question.answers`.
    """

    questions: tuple[Asks, ...]
    lines: Lines[L]
    rows: Rows | None = None
    due: Due = _as_it_stands
    first: bool = False
    at_top: int = MOST + 1
    in_order: bool = False
    on: tuple[Hashable, ...] = ()

    def keys(self, answers: Sequence[Answer]) -> list[Row]:
        if len(answers) == 1:
            return list(answers[0]())
        return sorted({row for each in answers for row in each()}, key=lambda row: (row[1:], row[0]))[: MOST + 1]

    def told(self, keys: Sequence[Row], asked: Asked) -> Iterator[L]:
        """The lines of these keys, in their order. What ended since they were read is left out."""
        if not keys:
            return
        if self.rows is None:
            yield from self.lines([(key, self.due(*key[1:])) for key in keys], asked)
            return
        rows = by_key(self.rows, [key[0] for key in keys])
        yield from self.lines([(rows[key[0]], self.due(*key[1:])) for key in keys if key[0] in rows], asked)


def each(line: Line[L]) -> Lines[L]:
    """Row by row."""
    return lambda found, asked: (line(row, due, asked) for row, due in found)


@dataclass(frozen=True)
class Listed(Generic[L]):
    """The most urgent lines of several parts, how many of them stand `first`, and how much there is of each part.
    `more`: there are lines after these."""

    lines: tuple[L, ...]
    totals: tuple[int, ...]
    first: int = 0
    more: bool = False

    @property
    def total(self) -> int:
        return added(self.totals)


def listed(parts: Sequence[Part[L]], asked: Asked, *, shown: int, after: int = 0) -> Listed[L]:
    """`after`: so many lines stand on the pages before. Which rows a page shows is settled by their keys alone, so that no
    row stands on two pages or on none, and only what is shown is opened."""
    with together():
        sent = iter(ask_all([(question, part.on) for part in parts for question in part.questions], asked))
        found = [(part, part.keys([*islice(sent, len(part.questions))])) for part in parts]
    ahead = [(part, key) for part, keys in found for key in keys[: part.at_top if part.first else 0]]
    behind = _soonest([(part, keys[part.at_top if part.first else 0 :]) for part, keys in found])
    top = ahead[after : after + shown]
    start = max(0, after - len(ahead))
    before_all = [line for part, keys in _by_part(top) for line in part.told(keys, asked)]
    here = islice(behind, start, start + shown - len(top))
    others = [(part, part.told(keys, asked)) for part, keys in _by_part(here)]
    told = heapq.merge(*(lines if part.in_order else sorted(lines) for part, lines in others))
    totals = tuple(len(keys) for _part, keys in found)
    return Listed((*before_all, *told), totals, len(before_all), more=sum(totals) > after + shown)


def _soonest(found: Sequence[tuple[Part[L], list[Row]]]) -> Iterator[tuple[Part[L], Row]]:
    """A question asks in the order of an index; which row is due first, its part says. What is due at one moment stays in
    the order of the parts; on a page its lines tell it apart."""
    dated = [(part.due(*key[1:]), place, key) for place, (part, keys) in enumerate(found) for key in keys]
    dated.sort(key=lambda each: each[:2])
    return ((found[place][0], key) for _due, place, key in dated)


def _by_part(rows: Iterable[tuple[Part[L], Row]]) -> Iterable[tuple[Part[L], list[Row]]]:
    kept: dict[int, tuple[Part[L], list[Row]]] = {}
    for part, key in rows:
        kept.setdefault(id(part), (part, []))[1].append(key)
    return kept.values()
