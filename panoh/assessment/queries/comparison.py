"""Any countries and years side by side, on accepted facts and on tiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from panoh.assessment.models import Fact
from panoh.assessment.queries.facts import InWords
from panoh.assessment.queries.placements import accepted_placements
from panoh.assessment.queries.series import accepted
from panoh.assessment.queries.tiers import CountryTiers, country_tiers
from panoh.assessment.rules.comparing import Column, compare
from panoh.assessment.rules.series import Accepted, Cell
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer

MOST = 12
"""Columns; more can be read on no page."""


@dataclass(frozen=True)
class Head:
    """`tier`: the placement in the report of the year after, which is about this one; `accepted`: people accepted it here."""

    column: Column
    country: Words
    tier: Words
    report: int
    accepted: bool


@dataclass(frozen=True)
class LinkedFact:
    says: InWords
    fact: Accepted
    narrative: int


@dataclass(frozen=True)
class CellShown:
    cell: Cell
    facts: tuple[LinkedFact, ...]


@dataclass(frozen=True)
class RowShown:
    says: InWords
    cells: tuple[CellShown, ...]


@dataclass(frozen=True)
class Comparison:
    heads: tuple[Head, ...]
    rows: tuple[RowShown, ...]
    countries: tuple[str, ...]
    years: tuple[int, ...]

    @property
    def empty(self) -> bool:
        """Nothing was accepted, neither a fact nor a tier."""
        return not self.rows and not any(head.accepted for head in self.heads)


def comparison_for(viewer: Officer, *, countries: Sequence[str], years: Sequence[int]) -> Comparison:
    access.require(viewer, access.Act.SEE_FIGURES)
    columns = [Column(country, year) for country, year in product(countries, sorted(years, reverse=True))][:MOST]
    facts = accepted(countries)
    narratives = dict(Fact.objects.filter(pk__in=[each.fact for each in facts]).values_list("pk", "narrative"))
    rows = tuple(
        RowShown(
            InWords.of(row.sample.values),
            tuple(CellShown(each, tuple(_linked(fact, narratives) for fact in each.facts)) for each in row.cells),
        )
        for row in compare(facts, columns)
    )
    placed = accepted_placements(countries)
    told = {country: country_tiers(country, placed) for country in countries}
    heads = tuple(_head(column, told[column.country]) for column in columns)
    return Comparison(heads, rows, tuple(countries), tuple(years))


def _linked(fact: Accepted, narratives: dict[int, int]) -> LinkedFact:
    return LinkedFact(InWords.of(fact.values), fact, narratives[fact.fact])


def _head(column: Column, told: CountryTiers) -> Head:
    report = column.year + 1
    row = next((row for row in told.rows if row.year.report == report), None)
    named, accepted = (row.name, bool(row.year.accepted)) if row else (NOT_SEEN, False)
    return Head(column, told.country.name, named, report, accepted)


NOT_SEEN = Words("not seen", "не видели", "дида нашудааст")
