"""Whom on a list to see first: children, then immediate danger, injury, being alone, detention, then what the answers
show. It orders a queue and nothing else: it shuts nobody out, and whoever gives no reason stands in the queue too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.applies import skipped
from panoh.screening.rules.dimension import assess_dimensions
from panoh.screening.rules.findings import directly_shown, table_for
from panoh.screening.rules.roster import RosterRow, age_group
from panoh.screening.rules.weights import FACTS, SEEN, WEIGHTS

__all__ = ["FACTS", "SEEN", "WEIGHTS", "Asks", "Triage", "triage"]


@dataclass(frozen=True, slots=True)
class Triage:
    """The place in the queue and why. `instrument` and `outcome` are empty where no indicator was answered."""

    urgency: int
    because: tuple[str, ...]
    instrument: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Asks:
    """An instrument with the ids of its indicators at hand: a list may be a million lines long."""

    instrument: ScreeningInstrument
    ids: frozenset[str]

    @classmethod
    def all_of(cls, instruments: Iterable[ScreeningInstrument]) -> tuple[Asks, ...]:
        return tuple(cls(each, frozenset(item.id for item in each.items)) for each in instruments)


@dataclass(frozen=True, slots=True)
class _Scored:
    instrument: str
    outcome: Outcome
    positive: int
    signs: int

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.outcome.presumed, self.positive, self.signs


def triage(row: RosterRow, asks: tuple[Asks, ...], *, on: date) -> Triage:
    """Order one line. Where several instruments were answered, the graver finding counts."""
    answers, age = dict(row.answers), age_group(row, on=on)
    scored = [_score(each, answers, age) for each in asks if not each.ids.isdisjoint(answers)]
    gravest = max(scored, key=lambda each: each.rank, default=None)
    because = _because(row, answers, age, gravest)
    urgency = sum(WEIGHTS[reason] for reason in because)
    if gravest is None:
        return Triage(urgency, because)
    return Triage(urgency, because, gravest.instrument, gravest.outcome.code)


def _because(row: RosterRow, answers: Mapping[str, Answer], age: AgeGroup, gravest: _Scored | None) -> tuple[str, ...]:
    """A paper that leaves open whether the person is a child puts them among the children (promise 3)."""
    child = age is AgeGroup.CHILD or (age is AgeGroup.UNKNOWN and row.born_to is not None)
    holds = {"child"} if child else set()
    holds |= {seen for seen in SEEN if answers.get(seen) is Answer.YES}
    if gravest and gravest.outcome.presumed:
        holds.add("presumed")
    elif gravest and gravest.signs:
        holds.add("some_sign")
    return tuple(reason for reason in WEIGHTS if reason in holds)


def _score(asks: Asks, answers: Mapping[str, Answer], age: AgeGroup) -> _Scored:
    """The outcome `assess` gives, without its reasons and open questions."""
    instrument = asks.instrument
    results = assess_dimensions(instrument, answers)
    facts = {fact: answers.get(fact, Answer.UNKNOWN) for fact in FACTS}
    known = {item for item, answer in answers.items() if answer is not Answer.UNKNOWN}
    table = table_for(instrument, age)
    shown, _ = table.complete(directly_shown(results, facts, complete=asks.ids <= known | skipped(instrument, answers)))
    outcome = table.outcomes[table.line(shown)]
    signs = sum(answer is Answer.YES for item, answer in answers.items() if item in asks.ids)
    return _Scored(instrument.id, outcome, sum(each.positive for each in results), signs)
