"""A screening instrument as published: its questions, their strength, and when a dimension counts as positive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.final_analysis import FinalAnalysis, Shows
from panoh.instruments.kinds.source import Citation, Verification, Words


class Strength(StrEnum):
    """How much weight the text gives an indicator."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Population(StrEnum):
    """Whom the instrument was written for."""

    ADULT = "adult"
    CHILD = "child"
    ANY = "any"


class Form(StrEnum):
    """Which exploitation the instrument looks for."""

    SEXUAL = "sexual"
    LABOUR = "labour"
    ANY = "any"
    """A short form asks about neither in particular."""


class Step(StrEnum):
    """Whether the instrument can be relied on by itself."""

    FIRST = "first"
    """A short form: it only tells whom a full interview is due to. It presumes nobody and clears nobody."""
    FULL = "full"


@dataclass(frozen=True)
class Dimension:
    """A group of indicators that is assessed on its own, and the Palermo element it is evidence for."""

    code: str
    label: Words
    phase: str
    element: str


@dataclass(frozen=True)
class Item:
    """One indicator, asked of the officer as a question about the person."""

    id: str
    dimension: str
    label: Words
    question: Words
    help: Words
    strength: Strength | None
    strength_provisional: bool
    """The strength was not seen in any source; it is a working value."""
    side: str
    """In a forced-labour survey, whether it speaks of involuntariness or of a penalty; otherwise empty."""
    verification: Verification
    citations: tuple[Citation, ...]
    """Where this one indicator comes from; empty where the sources of the whole set say it."""
    ask_if: Condition | None
    """What must be possible still for the question to make sense; None for a question that is always asked."""

    def sign_in(self, language: str) -> str:
        """The sign in words of `language`: where it is worded in English only, the question that was asked for it."""
        return (self.label if self.label.stands_in(language) else self.question).in_language(language)

    @classmethod
    def read(cls, value: dict[str, Any]) -> Item:
        provisional = "strength_provisional" in value
        strength = value.get("strength_provisional") if provisional else value.get("strength")
        return cls(
            id=value["id"],
            dimension=value["dimension"],
            label=Words.of(value["label"]),
            question=Words.of(value["question"]),
            help=Words.of(value.get("help", "")),
            strength=Strength(strength) if strength else None,
            strength_provisional=provisional,
            side=value.get("side", ""),
            verification=Verification(value["verification"]),
            citations=tuple(map(Citation.of, value.get("citations", ()))),
            ask_if=Condition.read(value["ask_if"]) if "ask_if" in value else None,
        )


@dataclass(frozen=True)
class Fact:
    """A question beside the indicators, such as whether anyone recruited or moved the person."""

    id: str
    question: Words
    help: Words
    citation: Citation


@dataclass(frozen=True)
class Combination:
    """The fewest indicators of each sort that together make a dimension positive."""

    words: Words
    needs: tuple[tuple[str, int], ...]

    def met_by(self, counts: Mapping[str, int]) -> bool:
        return all(counts.get(sort, 0) >= need for sort, need in self.needs)


@dataclass(frozen=True)
class DimensionRule:
    """A dimension is positive when any of the combinations is met; more indicators never undo it."""

    words: Words
    citation: Citation
    positive_if_any: tuple[Combination, ...]

    def first_met(self, counts: Mapping[str, int]) -> Combination | None:
        return next((combination for combination in self.positive_if_any if combination.met_by(counts)), None)


@dataclass(frozen=True)
class Case:
    """A worked case: what was answered, and what must come out."""

    name: str
    age: str
    facts: tuple[tuple[str, str], ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    outcome: str
    presumed: bool
    positive: tuple[str, ...]

    @classmethod
    def read(cls, value: dict[str, Any]) -> Case:
        expect = value["expect"]
        return cls(
            name=value["name"],
            age=value["age"],
            facts=tuple(value.get("facts", {}).items()),
            yes=tuple(value.get("yes", ())),
            no=tuple(value.get("no", ())),
            outcome=expect["outcome"],
            presumed=expect["presumed"],
            positive=tuple(expect["positive"]),
        )


@dataclass(frozen=True)
class Evidence:
    """What was measured of a short form of this kind, by others, on other people. Never a property of this text."""

    tool: Words
    sensitivity_per_1000: int
    specificity_per_1000: int
    base_rate_per_1000: int
    note: Words
    citation: Citation

    @classmethod
    def read(cls, value: dict[str, Any]) -> Evidence:
        return cls(
            tool=Words.of(value["tool"]),
            sensitivity_per_1000=value["sensitivity_per_1000"],
            specificity_per_1000=value["specificity_per_1000"],
            base_rate_per_1000=value["base_rate_per_1000"],
            note=Words.of(value["note"]),
            citation=Citation.of(value["citation"]),
        )


@dataclass(frozen=True)
class ScreeningInstrument:
    """One published set of indicators, ready to be put to an officer."""

    id: str
    version: str
    title: Words
    citations: tuple[Citation, ...]
    population: Population
    form: Form
    status: Verification
    """How far the set as a whole was checked; a provisional set is shown as such beside every result."""
    status_note: Words
    in_force_from: date
    facts: tuple[Fact, ...]
    dimensions: tuple[Dimension, ...]
    rule: DimensionRule
    also_shows: tuple[Shows, ...]
    items: tuple[Item, ...]
    cases: tuple[Case, ...]
    final_analysis: FinalAnalysis
    step: Step = Step.FULL
    evidence: tuple[Evidence, ...] = ()
    country: str = ""
    """The country that added it; empty for an international text."""
    digest: str = ""
    """Of the bytes of its file and of its table: what two officers held against a text is exactly this."""

    def item(self, id: str) -> Item:  # noqa: A002 - the text calls it an id
        """The item called `id`; raises KeyError when there is none."""
        for item in self.items:
            if item.id == id:
                return item
        raise KeyError(id)

    def dimension(self, code: str) -> Dimension:
        """The dimension called `code`; raises KeyError when there is none."""
        for dimension in self.dimensions:
            if dimension.code == code:
                return dimension
        raise KeyError(code)

    def items_of(self, dimension: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.dimension == dimension)


@cache  # asked for every yes of every person
def sorts_of(strength: Strength | None, side: str) -> tuple[str, ...]:
    """The sorts an indicator is counted under when a combination is checked."""
    sorts = ["any"]
    if strength is not None:
        sorts.append(strength.value)
    if strength in (Strength.MEDIUM, Strength.WEAK):
        sorts.append("medium_or_weak")
    if side:
        sorts.append(side)
    return tuple(sorts)


def count(items: Iterable[Item]) -> Counter[str]:
    """How many indicators of each sort there are in `items`."""
    return Counter(sort for item in items for sort in sorts_of(item.strength, item.side))
