"""Which questions without an answer could still change the finding, the most useful to ask first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.screening import Item, ScreeningInstrument, Strength, count
from panoh.instruments.kinds.source import Words
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.applies import still_to_ask
from panoh.screening.rules.dimension import assess_dimensions
from panoh.screening.rules.findings import Table, directly_shown

_WEIGHT = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2, None: 1}


@dataclass(frozen=True)
class OpenQuestion:
    """A question whose yes could still matter. `dimension` is empty for a fact beside the indicators."""

    id: str
    question: Words
    dimension: str
    makes_positive: bool
    """A yes here alone makes its dimension positive."""
    changes_outcome: bool
    """A yes here alone moves the outcome up."""


@dataclass(frozen=True)
class _Standing:
    """Where the person stands now, seen from one question that is still open."""

    instrument: ScreeningInstrument
    table: Table
    shown: frozenset[str]
    line: int

    def moves_up(self, *more: str) -> bool:
        return self.table.line(self.shown.union(more)) < self.line


def open_questions(
    instrument: ScreeningInstrument,
    table: Table,
    *,
    shown: frozenset[str],
    answers: Mapping[str, Answer],
    facts: Mapping[str, Answer],
) -> tuple[OpenQuestion, ...]:
    """Every unknown item or fact that could still change a dimension or the outcome."""
    standing = _Standing(instrument, table, shown, table.line(shown))
    ranked = _facts(standing, facts)
    for dimension in instrument.dimensions:
        ranked += _items(standing, dimension.code, answers)
    return tuple(question for _, question in sorted(ranked, key=lambda pair: pair[0]))


def may_still_change(
    instrument: ScreeningInstrument,
    table: Table,
    *,
    shown: frozenset[str],
    answers: Mapping[str, Answer],
    facts: Mapping[str, Answer],
) -> bool:
    """Whether a yes to some of what is unknown, together, would come to a graver line: reckoned as yes to all of it.

    More than any one open question tells: of somebody nobody has asked yet, no single answer may change the outcome.
    """
    said = {item.id: answers.get(item.id, Answer.UNKNOWN) for item in instrument.items}
    as_yes = {id_: Answer.YES if answer is Answer.UNKNOWN else answer for id_, answer in said.items()}
    asked = {fact.id for fact in instrument.facts if facts.get(fact.id, Answer.UNKNOWN) is Answer.UNKNOWN}
    supposed = {**facts, **dict.fromkeys(asked, Answer.YES)}
    best = directly_shown(assess_dimensions(instrument, as_yes), supposed, complete=True)
    return table.line(best) < table.line(shown)


_Rank = tuple[bool, bool, bool, int, int]
_Ranked = list[tuple[_Rank, OpenQuestion]]


def _facts(standing: _Standing, facts: Mapping[str, Answer]) -> _Ranked:
    ranked: _Ranked = []
    for fact in standing.instrument.facts:
        if facts.get(fact.id, Answer.UNKNOWN) is not Answer.UNKNOWN or fact.id in standing.shown:
            continue
        now = standing.moves_up(fact.id)
        if now or _matters_later(standing, fact.id):
            ranked.append(((not now, False, False, 0, 0), OpenQuestion(fact.id, fact.question, "", False, now)))
    return ranked


def _matters_later(standing: _Standing, fact: str) -> bool:
    """Whether the fact would move the outcome up once one more dimension is positive."""
    table, shown = standing.table, standing.shown
    codes = [each.code for each in standing.instrument.dimensions]
    return any(table.line({*shown, code, fact}) < table.line({*shown, code}) for code in codes)


def _items(standing: _Standing, code: str, answers: Mapping[str, Answer]) -> _Ranked:
    items = standing.instrument.items_of(code)
    asked = still_to_ask(standing.instrument, answers)
    unknown = [item for item in items if item.id in asked]
    have = count(item for item in items if answers.get(item.id) is Answer.YES)
    rule = standing.instrument.rule
    reachable = rule.first_met(have) is None and rule.first_met(have + count(unknown)) is not None
    dimension_matters = reachable and standing.moves_up(code)
    ranked: _Ranked = []
    for item in unknown:
        after = have + count([item])
        makes_positive = reachable and rule.first_met(after) is not None
        changes = _changes(standing, item, makes_positive)
        if reachable or changes:
            rank = (not changes, not makes_positive, not dimension_matters, _missing(standing, after), _weight(item))
            ranked.append((rank, OpenQuestion(item.id, item.question, code, makes_positive, changes)))
    return ranked


def _changes(standing: _Standing, item: Item, makes_positive: bool) -> bool:
    return standing.moves_up(*filter(None, (item.id, item.side, item.dimension if makes_positive else "")))


def _weight(item: Item) -> int:
    return _WEIGHT[item.strength]


def _missing(standing: _Standing, have: Counter[str]) -> int:
    """How many more indicators the nearest combination would need."""
    combinations = standing.instrument.rule.positive_if_any
    return min(sum(max(0, need - have[sort]) for sort, need in each.needs) for each in combinations)
