"""What the answers show of a case: acts, means and purposes by name, and the facts that tell neighbours apart.

The reading stands in the text (instruments/identification/palermo.yaml, `evidence`). An answer adds; none takes away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.palermo import ElementValue, Evidence, Palermo
from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.instruments.kinds.source import Citation
from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.assessment import Assessment
from panoh.screening.rules.labels import FACTS, READ, CaseFacts

ANSWERED = (*FACTS, *READ, "act_recorded")
OF_ELEMENT = {"act": "acts", "means": "means", "purpose": "purposes"}


@dataclass(frozen=True)
class Shown:
    """One way of an element, or one fact, with what shows it and by which reading."""

    shows: str
    value: ElementValue | None
    """Which way of the element; None for a fact."""
    items: tuple[Item, ...]
    facts: tuple[str, ...]
    """Facts answered yes that it rests on, beside the indicators."""
    citation: Citation


@dataclass(frozen=True)
class CaseEvidence:
    """What one screening shows."""

    facts: CaseFacts
    shown: tuple[Shown, ...]

    def ways(self, element: str) -> tuple[Shown, ...]:
        return tuple(each for each in self.shown if each.shows == element)


def evidence_of(
    palermo: Palermo, instrument: ScreeningInstrument, assessment: Assessment, answers: Mapping[str, Answer]
) -> CaseEvidence:
    """The case facts of one screening: facts first, since elements can rest on them."""
    names = _names(assessment, answers)
    shown: list[Shown] = []
    for each in sorted(palermo.evidence, key=lambda evidence: evidence.shows in OF_ELEMENT):
        if each.form in ("", instrument.form) and each.when.holds(names):
            shown.append(_shown(palermo, each, assessment, names))
            names |= {each.shows} - set(OF_ELEMENT)
    return CaseEvidence(_case_facts(assessment, shown, answers), tuple(shown))


def together(readings: Iterable[CaseFacts]) -> CaseFacts:
    """All that was shown in any talk with the person. A yes stands, whatever a later talk says; doubt of age is a child."""
    every = tuple(readings)
    ages = [each.age for each in every]
    age = next((age for age in (AgeGroup.CHILD, AgeGroup.UNKNOWN) if age in ages or not ages), AgeGroup.ADULT)
    found: dict[str, Any] = {name: _strongest(getattr(each, name) for each in every) for name in ANSWERED}
    found |= {name: frozenset().union(*(getattr(each, name) for each in every)) for name in OF_ELEMENT.values()}
    return replace(CaseFacts(age), **found)


def _names(assessment: Assessment, answers: Mapping[str, Answer]) -> set[str]:
    """Positive dimensions, indicators answered yes without the letters of their set, facts answered yes."""
    names = {each.dimension.code for each in assessment.dimensions if each.positive}
    names |= {_short(item) for each in assessment.dimensions for item in each.items}
    names |= {fact for fact in (*FACTS, "act") if answers.get(fact) is Answer.YES}
    names |= assessment.shown & {"sexual_use"}
    return names | ({"child"} if assessment.child_rule else set())


def _shown(palermo: Palermo, evidence: Evidence, assessment: Assessment, names: set[str]) -> Shown:
    spoken = _met(evidence.when, names)
    yes = [item for each in assessment.dimensions for item in each.items]
    items = [item for item in yes if _short(item) in spoken]
    items = items or [item for item in yes if item.dimension in spoken]
    value = palermo.value(evidence.shows, evidence.value) if evidence.value else None
    facts = tuple(fact for fact in (*FACTS, "sexual_use") if fact in spoken)
    return Shown(evidence.shows, value, tuple(items), facts, evidence.citation)


def _met(condition: Condition, names: set[str]) -> set[str]:
    """The names that make it hold; parts that do not hold themselves are left out."""
    met: set[str] = set()
    for part in condition.of:
        if isinstance(part, str):
            met |= {part} & names
        elif part.holds(names):
            met |= _met(part, names)
    return met


def _short(item: Item) -> str:
    return item.id.partition(".")[2]


def _case_facts(assessment: Assessment, shown: list[Shown], answers: Mapping[str, Answer]) -> CaseFacts:
    found: dict[str, Any] = {name: answers.get(name, Answer.UNKNOWN) for name in FACTS}
    found |= {each.shows: Answer.YES for each in shown if each.shows not in OF_ELEMENT}
    for element, name in OF_ELEMENT.items():
        found[name] = frozenset(each.value.key for each in shown if each.shows == element and each.value)
    found["act_recorded"] = Answer.YES if assessment.act_shown else answers.get("act", Answer.UNKNOWN)
    age = AgeGroup.CHILD if assessment.child_rule and assessment.age is AgeGroup.ADULT else assessment.age
    return replace(CaseFacts(age), **found)


def _strongest(answers: Iterable[Answer]) -> Answer:
    given = set(answers)
    return next((answer for answer in (Answer.YES, Answer.NO) if answer in given), Answer.UNKNOWN)
