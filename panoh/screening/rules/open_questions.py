"""Which questions without an answer could still change the finding, the most useful to ask first, and what for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import DimensionRule, Item, ScreeningInstrument, Strength, count
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
    becomes: Outcome | None
    """What a yes here alone moves the outcome up to; None where it alone moves nothing."""
    still_needed: int | None
    """With how many more yes answers of its dimension this one would make it positive; None where it never does."""

    @property
    def changes_outcome(self) -> bool:
        """A yes here alone moves the outcome up."""
        return self.becomes is not None


@dataclass(frozen=True)
class _Standing:
    """Where the person stands now, and what could still be shown by questions that are open."""

    instrument: ScreeningInstrument
    table: Table
    shown: frozenset[str]
    line: int
    spoken: frozenset[str]
    """Every name the lines of the table, and what follows in it, speak of."""
    within_reach: frozenset[str]
    """Of these, what open questions could still show."""

    def moved_to(self, names: frozenset[str]) -> Outcome | None:
        line = self.table.line(self.shown | names)
        return self.table.outcomes[line] if line < self.line else None

    def could_matter(self, names: frozenset[str]) -> bool:
        """Whether `names` move the outcome up once more is shown of what is within reach: alone or together, so that
        nothing that matters only beside another answer is hidden."""
        spoken = names & self.spoken
        if not spoken or not self.line:
            return False
        others = sorted(self.within_reach - names)
        beside = (self.shown.union(more) for size in range(len(others) + 1) for more in combinations(others, size))
        return any(self.table.line(each | spoken) < self.table.line(each) for each in beside)


def open_questions(
    instrument: ScreeningInstrument,
    table: Table,
    *,
    shown: frozenset[str],
    answers: Mapping[str, Answer],
    facts: Mapping[str, Answer],
) -> tuple[OpenQuestion, ...]:
    """Every unknown item or fact that could still change a dimension or the outcome."""
    opened = [_Opened.of(instrument, each.code, answers) for each in instrument.dimensions]
    unknown = {fact.id for fact in instrument.facts if facts.get(fact.id, Answer.UNKNOWN) is Answer.UNKNOWN}
    reach = unknown.union(*(each.names() for each in opened)) - shown
    spoken = _spoken_of(table)
    standing = _Standing(instrument, table, shown, table.line(shown), spoken, frozenset(reach & spoken))
    ranked = _facts(standing, unknown - shown)
    for each in opened:
        ranked += _items(standing, each)
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
    What was skipped is unknown too, and the person may tell it all the same.
    """
    said = {item.id: answers.get(item.id, Answer.UNKNOWN) for item in instrument.items}
    as_yes = {id_: Answer.YES if answer is Answer.UNKNOWN else answer for id_, answer in said.items()}
    asked = {fact.id for fact in instrument.facts if facts.get(fact.id, Answer.UNKNOWN) is Answer.UNKNOWN}
    supposed = {**facts, **dict.fromkeys(asked, Answer.YES)}
    best = directly_shown(assess_dimensions(instrument, as_yes), supposed, complete=True)
    return table.line(best) < table.line(shown)


_Rank = tuple[bool, bool, bool, int, int]
_Ranked = list[tuple[_Rank, OpenQuestion]]


@dataclass(frozen=True)
class _Opened:
    """A dimension with its unknown items. `reachable`: it is not positive, and all of them together would make it so."""

    code: str
    unknown: tuple[Item, ...]
    have: Counter[str]
    reachable: bool

    @classmethod
    def of(cls, instrument: ScreeningInstrument, code: str, answers: Mapping[str, Answer]) -> _Opened:
        items, rule, asked = instrument.items_of(code), instrument.rule, still_to_ask(instrument, answers)
        unknown = tuple(item for item in items if item.id in asked)
        have = count(item for item in items if answers.get(item.id) is Answer.YES)
        reachable = rule.first_met(have) is None and rule.first_met(have + count(unknown)) is not None
        return cls(code, unknown, have, reachable)

    def names(self) -> set[str]:
        """Everything its unknown items could show."""
        named = {name for item in self.unknown for name in (item.id, item.side) if name}
        return named | ({self.code} if self.reachable else set())


def _facts(standing: _Standing, unknown: set[str]) -> _Ranked:
    ranked: _Ranked = []
    for fact in standing.instrument.facts:
        names = frozenset({fact.id})
        if fact.id in unknown and standing.could_matter(names):
            becomes = standing.moved_to(names)
            question = OpenQuestion(fact.id, fact.question, "", False, becomes, None)
            ranked.append(((becomes is None, False, False, 0, 0), question))
    return ranked


def _items(standing: _Standing, opened: _Opened) -> _Ranked:
    dimension_matters = opened.reachable and standing.moved_to(frozenset({opened.code})) is not None
    more = {_sort(item): _more_needed(standing.instrument.rule, opened, item) for item in opened.unknown}
    ranked: _Ranked = []
    for item in opened.unknown:
        needed = more[_sort(item)]
        makes_positive = needed == 0
        names = frozenset(filter(None, (item.id, item.side, opened.code if makes_positive else "")))
        if needed is not None or standing.could_matter(names):
            becomes = standing.moved_to(names)
            question = OpenQuestion(item.id, item.question, opened.code, makes_positive, becomes, needed)
            missing = len(opened.unknown) if needed is None else needed
            rank = (becomes is None, not makes_positive, not dimension_matters, missing, _WEIGHT[item.strength])
            ranked.append((rank, question))
    return ranked


def _more_needed(rule: DimensionRule, opened: _Opened, item: Item) -> int | None:
    """How many further yes answers, at the least, among those still unknown, so that this one tips the dimension over.

    None where it never does: it is positive already, out of reach, or whatever makes it positive does so without this.
    """
    if not opened.reachable:
        return None
    sorts = Counter(_sort(each) for each in opened.unknown if each is not item)
    counts = {_sort(each): count([each]) for each in opened.unknown}
    most = max(sum(need for _, need in each.needs) for each in rule.positive_if_any)
    for more in range(most):
        for chosen in combinations_with_replacement(list(sorts), more):
            before = sum((counts[sort] for sort in chosen), opened.have)
            tips = rule.first_met(before) is None and rule.first_met(before + counts[_sort(item)]) is not None
            if tips and Counter(chosen) <= sorts:
                return more
    return None


def _sort(item: Item) -> tuple[Strength | None, str]:
    return item.strength, item.side


def _spoken_of(table: Table) -> frozenset[str]:
    lines = (outcome.when.names() for outcome in table.outcomes)
    return frozenset().union(*lines, *(shows.when.names() for shows in table.also_shows))
