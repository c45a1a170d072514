"""A fact read from a narrative: what was counted, for which year, of whom, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

REPORTED = "reported"
ZERO = "zero"
NOT_REPORTED = "not_reported"


@dataclass(frozen=True)
class Fact:
    """The fields of VOCABULARY.md, with the place of the sentence in the text."""

    id: str
    measure: str
    value: float | None
    unit: str
    period: str
    year: int | None
    breakdown: tuple[tuple[str, str], ...]
    status: str
    quote: str
    start: int
    end: int
    section: str
    usd: float | None = None
    actor: str = "government"
    qualifier: str | None = None
    consecutive_years: int | None = None
    derived: bool = False
    again: bool = False
    """A whole named only to tell its parts, "of the 22 convictions, 17 ...": no fact of its own where it was told before."""
    place: int = -1
    """Of the number among the words of its sentence: two counts of 40 in one sentence are two."""

    def as_json(self) -> dict[str, Any]:
        """The fact as one line of a facts file; keys that say nothing are left out as the gold files do."""
        line: dict[str, Any] = {
            "id": self.id,
            "measure": self.measure,
            "value": whole(self.value),
            "unit": self.unit,
            "period": self.period,
            "year": self.year,
            "breakdown": dict(self.breakdown),
            "status": self.status,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "section": self.section,
            "usd": whole(self.usd),
            "actor": self.actor,
        }
        if self.qualifier:
            line["qualifier"] = self.qualifier
        if self.consecutive_years is not None:
            line["consecutive_years"] = self.consecutive_years
        if self.derived:
            line["derived"] = True
        return line


def whole(value: float | None) -> float | int | None:
    """15.0 is written 15, as a count is."""
    return int(value) if value is not None and float(value).is_integer() else value


def breakdown(traits: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The traits in a fixed order, so that equal breakdowns are equal."""
    return tuple(sorted(traits.items()))
