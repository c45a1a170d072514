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

    `first`: stands before everything, in its own order, whatever else is overdue. `in_order`: what is due at one moment
    stays in the order of the question; elsewhere it goes by the line. `on`: see `Question.answers`.
    """

    questions: tuple[Asks, ...]
    lines: Lines[L]
    rows: Rows | None = None
    due: Due = _as_it_stands
    first: bool = False
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
    """The most urgent lines of several parts, how many of them stand `first`, and how much there is of each part."""

    lines: tuple[L, ...]
    totals: tuple[int, ...]
    first: int = 0

    @property
    def total(self) -> int:
        return added(self.totals)


def listed(parts: Sequence[Part[L]], asked: Asked, *, shown: int) -> Listed[L]:
    with together():
        sent = iter(ask_all([(question, part.on) for part in parts for question in part.questions], asked))
        found = [(part, part.keys([*islice(sent, len(part.questions))])) for part in parts]
    totals = tuple(len(keys) for _part, keys in found)
    before_all = [line for part, keys in found if part.first for line in part.told(keys[:shown], asked)][:shown]
    room = shown - len(before_all)
    others = [(part, _soonest(part, keys, shown)) for part, keys in found if not part.first]
    return Listed((*before_all, *islice(_most_urgent(others, asked, room), room)), totals, len(before_all))


def _soonest(part: Part[L], keys: list[Row], shown: int) -> list[Row]:
    """A question asks in the order of an index; which row is due first, its part says."""
    return keys[:shown] if part.in_order else sorted(keys, key=lambda key: part.due(*key[1:]))[:shown]


def _most_urgent(found: Iterable[tuple[Part[L], list[Row]]], asked: Asked, wanted: int) -> Iterator[L]:
    """What is due by the time the last line shown is; what is due at that same moment is told apart by its line."""
    dated = [(part, [(part.due(*key[1:]), key) for key in keys]) for part, keys in found]
    soonest = sorted(due for _part, keys in dated for due, _key in keys)[:wanted]
    if not soonest:
        return iter(())
    told = ((part, part.told([key for due, key in keys if due <= soonest[-1]], asked)) for part, keys in dated)
    return heapq.merge(*(lines if part.in_order else sorted(lines) for part, lines in told))
