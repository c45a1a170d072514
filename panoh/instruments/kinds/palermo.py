"""Act, means and purpose as the Palermo Protocol has them, and the neighbouring offences trafficking is taken for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.screening import Fact
from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class ElementValue:
    """One way an element can be met, such as transfer, deception or servitude."""

    key: str
    label: Words
    hint: Words
    national: bool
    """Not in the Protocol: counts only where national law adds it."""


@dataclass(frozen=True)
class Element:
    """Act, means or purpose: what is needed of it, and what to ask when it is missing."""

    key: str
    label: Words
    need: Words
    ask: Words
    citation: Citation
    values: tuple[ElementValue, ...]


@dataclass(frozen=True)
class Rule:
    """One rule of reading, such as that consent does not matter once a means was used."""

    id: str
    words: Words
    citation: Citation


@dataclass(frozen=True)
class Neighbour:
    """An offence or status trafficking is confused with: how it differs, when it turns, and what to ask."""

    key: str
    name: Words
    core: Words
    differs: tuple[Words, ...]
    becomes_trafficking_when: tuple[Words, ...]
    ask: tuple[Words, ...]
    citation: Citation


@dataclass(frozen=True)
class LabourException:
    """Work the Forced Labour Convention does not count as forced, to be tested one by one."""

    key: str
    words: Words
    note: Words
    citation: Citation


@dataclass(frozen=True)
class NeighbourFact(Fact):
    """A question that tells a neighbour apart. Its answer adds labels and takes none away."""

    children_only: bool = False


@dataclass(frozen=True)
class Evidence:
    """Which answers show an element in one of its ways, or a fact: `when` names dimensions, indicators and facts."""

    shows: str
    value: str
    """Which way of the element; empty for a fact."""
    form: str
    """Only in sets of questions on this form of exploitation; empty: in all."""
    when: Condition
    citation: Citation


@dataclass(frozen=True)
class LabelRule:
    """When a label is proposed. Labels stand beside each other; only a weaker one gives way to its stronger form."""

    code: str
    label: Words
    meaning: Words
    when: Condition | None
    """None: the label for a case to which no other applies."""
    gives_way_to: str
    neighbour: str
    protective: bool
    """Shown only to those who protect the person; never on a finding that leaves the house."""
    child_protection: bool
    """Child protection sees this child at once, whatever else was found."""
    citation: Citation


@dataclass(frozen=True)
class ConflationGuard:
    """What must happen before a case is counted as something its facts do not show."""

    indicated: str
    possible: str
    reason_words: Words
    reason_labels: frozenset[str]
    reason_beside: frozenset[str]
    """Labels that may stand beside those without making it trafficking."""
    review_words: Words
    review_labels: frozenset[str]
    citation: Citation


@dataclass(frozen=True)
class PalermoCase:
    """A worked case: the facts, the labels that must be proposed, and the elements still missing."""

    id: str
    name: str
    age: str
    acts: tuple[str, ...]
    means: tuple[str, ...]
    purposes: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    expect: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Palermo:
    """The whole text: elements, rules, neighbours and the table of labels."""

    id: str
    version: str
    title: Words
    citations: tuple[Citation, ...]
    in_force_from: date
    elements: tuple[Element, ...]
    rules: tuple[Rule, ...]
    neighbours: tuple[Neighbour, ...]
    labour_exceptions: tuple[LabourException, ...]
    facts: tuple[NeighbourFact, ...]
    evidence: tuple[Evidence, ...]
    labels: tuple[LabelRule, ...]
    guard: ConflationGuard
    cases: tuple[PalermoCase, ...]

    def element(self, key: str) -> Element:
        return next(element for element in self.elements if element.key == key)

    def value(self, element: str, key: str) -> ElementValue:
        return next(value for value in self.element(element).values if value.key == key)

    def facts_for(self, *, child: bool) -> tuple[NeighbourFact, ...]:
        """What may be asked about this person; a child's placement only of a child."""
        return tuple(fact for fact in self.facts if child or not fact.children_only)

    def neighbour(self, key: str) -> Neighbour | None:
        """The neighbour called `key`, or None."""
        return next((neighbour for neighbour in self.neighbours if neighbour.key == key), None)


def words_of(values: list[Any]) -> tuple[Words, ...]:
    """A list of wordings."""
    return tuple(map(Words.of, values))
