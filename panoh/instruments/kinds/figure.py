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
    """How one of Panoh's own figures is counted. `rule` names the reckoning; what to know stands in words."""

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
