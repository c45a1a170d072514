"""Figures: what others published about a country, and how Panoh defines its own.

A number, none, and not available are three different things and are never stored as one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from panoh.instruments.kinds.source import Citation, Verification, Words


class ValueKind(StrEnum):
    NUMBER = "number"
    NONE = "none"
    """The source states or lists none. This is a statement, not an absence."""
    NOT_AVAILABLE = "not_available"
    """Nothing was reported, or the report was not seen. Never a zero."""
    TEXT = "text"
    """The value is a word, such as a tier."""


class Precision(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"


class Missing(StrEnum):
    """Why a value is not available."""

    NOT_REPORTED = "not_reported"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True)
class FigureValue:
    """Exactly one of number, none, not available or text. Ask `kind` first; `number` is None unless it is a number."""

    kind: ValueKind
    number: Decimal | None = None
    precision: Precision = Precision.EXACT
    text: str = ""
    missing: Missing | None = None

    def __post_init__(self) -> None:
        fits = {
            ValueKind.NUMBER: self.number is not None and not self.text and self.missing is None,
            ValueKind.NONE: self.number is None and not self.text and self.missing is None,
            ValueKind.NOT_AVAILABLE: self.number is None and not self.text and self.missing is not None,
            ValueKind.TEXT: self.number is None and bool(self.text) and self.missing is None,
        }
        if not fits[self.kind]:
            raise ValueError(f"a value cannot be {self.kind} and carry {self}")


@dataclass(frozen=True)
class PublishedFigure:
    """One figure as someone published it, with period, counting unit and source."""

    id: str
    series: str
    value: FigureValue
    unit: str
    period_start: date
    period_end: date
    period_kind: str
    reported_year: int
    breakdown: str
    counted_by: str
    source_title: str
    source_organisation: str
    source_year: str
    pointer: str
    derived: bool
    verification: Verification
    note: str


@dataclass(frozen=True)
class Comparison:
    """A published series a figure may stand beside, and in words why the two are not the same count."""

    series: str
    difference: Words


@dataclass(frozen=True)
class Definition:
    """How one of Panoh's own figures is counted. `rule` names the reckoning; what to know stands in words.

    `first` and `last` are the days it is valid for, both included; None is open. `change` says what is different from the
    version before, and `earlier` keeps the versions before, newest first: old periods go on being counted by them.
    """

    id: str
    version: str
    name: Words
    counting_unit: str
    counts: Words
    rule: str
    breakdowns: tuple[str, ...]
    periods: tuple[str, ...]
    owner: str
    beside: tuple[Comparison, ...]
    sources: tuple[Citation, ...]
    first: date | None = None
    last: date | None = None
    change: Words | None = None
    earlier: tuple[Definition, ...] = ()

    def on(self, day: date) -> Definition | None:
        """The version by which a period that ends on this day is counted; None where none was valid."""
        return next((each for each in (self, *self.earlier) if each._valid(day)), None)

    def breaks(self, first: date, last: date) -> tuple[Definition, ...]:
        """Versions that came in after the first day of a period: what was counted before them was counted otherwise."""
        versions = (self, *self.earlier)
        return tuple(each for each in versions if each.change and each.first and first < each.first <= last)

    def _valid(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Mapped:
    """What a figure is called in somebody else's standard, and how far the two are the same. `standard` is a source."""

    standard: str
    id: str
    how: Words
    verification: Verification
