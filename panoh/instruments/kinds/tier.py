"""Placements in the yearly TIP report of the United States, as they were made. Nothing here computes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from panoh.instruments.kinds.source import Citation, Words


class Tier(StrEnum):
    ONE = "1"
    TWO = "2"
    WATCH_LIST = "2WL"
    THREE = "3"
    SPECIAL_CASE = "SC"
    NOT_IN_REPORT = "(none)"


class Basis(StrEnum):
    """How a placement is known."""

    DATASET = "dataset"
    REPORT = "report"
    LIST = "list"
    PRESS = "press"
    DERIVED = "derived"
    """Follows from another text; seen in no list and no report of that year."""


@dataclass(frozen=True)
class Placement:
    """Where one report put one country. `source.verification` is provisional where it was only derived."""

    country: str
    report: int
    tier: Tier
    basis: Basis
    source: Citation


@dataclass(frozen=True)
class AcceptedPlacement:
    """A placement that people accepted from a source text brought in here. It stands beside the one in the history and never
    in its place. `written_for`: the report year of the text; `by`: who accepted it; `fact`: the number of the fact."""

    country: str
    report: int
    tier: Tier
    fact: int
    publisher: str
    written_for: int
    quote: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class CompleteLists:
    """The lists of one report that are known whole: a country without a placement was on none of them."""

    tiers: frozenset[Tier]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Region:
    code: str
    name: Words


@dataclass(frozen=True)
class ReportCountry:
    """A country or territory the report writes about, by its ISO alpha-3 code (Kosovo: XKX)."""

    code: str
    name: Words
    region: str


@dataclass(frozen=True)
class TierHistory:
    """Every placement known. A report without a placement for a country is unknown, and never "no tier"."""

    first_report: int
    last_report: int
    countries: tuple[ReportCountry, ...]
    regions: tuple[Region, ...]
    placements: Mapping[str, Mapping[int, Placement]]
    complete: Mapping[int, CompleteLists] = field(default_factory=dict)
    waivers: Mapping[tuple[str, int], tuple[Citation, ...]] = field(default_factory=dict)

    @property
    def reports(self) -> range:
        return range(self.first_report, self.last_report + 1)
