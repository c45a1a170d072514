"""What pages, the API and the command read: placements, clocks, findings, the law. Nothing here is about a person.

The clocks run over the history and over what people accepted here from source texts beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from panoh.assessment.queries.placements import Placements, accepted_placements, reports_known
from panoh.assessment.rules import wording
from panoh.assessment.rules.check import Finding, Verdict, check
from panoh.assessment.rules.clock import Year, reckon
from panoh.assessment.rules.outlook import Outlook, outlook
from panoh.assessment.rules.path import Spell, path
from panoh.assessment.rules.tables import Asked, Board, PlacementRow, bars, board, placement_rows
from panoh.instruments import assessment
from panoh.instruments.kinds.source import Citation, Source, Words
from panoh.instruments.kinds.statute import Provision, Statute
from panoh.instruments.kinds.tier import ReportCountry
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.rules.charts import Chart

_NONE: Placements = {}


@dataclass(frozen=True)
class CountryTiers:
    """One country's way through the reports, and what the law attaches to its next placement."""

    country: ReportCountry
    years: tuple[Year, ...]
    rows: tuple[PlacementRow, ...]
    path: tuple[Spell, ...]
    outlook: Outlook
    findings: tuple[Finding, ...]
    chart: Chart
    sources: Mapping[str, Source]

    @property
    def told(self) -> tuple[Finding, ...]:
        """Findings beyond mere gaps, which the path shows already."""
        return tuple(found for found in self.findings if not found.mere_gap)


@dataclass(frozen=True)
class FoundOf:
    """What the check found of one country. `grave`: there is more in it than what cannot be told."""

    country: ReportCountry
    findings: tuple[Finding, ...]

    @property
    def grave(self) -> bool:
        return any(found.verdict is not Verdict.UNKNOWN for found in self.findings)


@dataclass(frozen=True)
class Checked:
    """Everything the check found, with how much it looked at."""

    countries: int
    placements: int
    findings: tuple[Finding, ...]
    names: Mapping[str, ReportCountry]

    @property
    def told(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if not found.mere_gap)

    @property
    def by_country(self) -> Iterator[FoundOf]:
        """Findings come country by country already."""
        for code, findings in groupby(self.told, key=lambda found: found.country):
            yield FoundOf(self.names[code], tuple(findings))

    @property
    def counted(self) -> tuple[tuple[Words, int], ...]:
        """Every verdict with its number, also where that is none; mere gaps are counted apart."""
        numbers = Counter(found.verdict for found in self.told)
        return tuple((wording.VERDICTS[verdict], numbers[verdict]) for verdict in Verdict)

    @property
    def gaps(self) -> int:
        return len(self.findings) - len(self.told)


@dataclass(frozen=True)
class LawText:
    statute: Statute
    sources: Mapping[str, Source]

    @property
    def provisions(self) -> Iterator[tuple[Provision, tuple[tuple[Citation, Source], ...]]]:
        """Each provision with what it cites."""
        for each in self.statute.provisions:
            yield each, tuple((cited, self.sources[cited.source]) for cited in each.sources)


def board_for(viewer: Officer, *, asked: Asked) -> Board:
    access.require(viewer, access.Act.SEE_FIGURES)
    return tier_board(asked, accepted_placements())


def country_for(viewer: Officer, *, iso3: str) -> CountryTiers:
    access.require(viewer, access.Act.SEE_FIGURES)
    return country_tiers(iso3, accepted_placements([iso3]))


def check_for(viewer: Officer) -> Checked:
    access.require(viewer, access.Act.SEE_FIGURES)
    return checked(accepted_placements())


def law_for(viewer: Officer) -> LawText:
    access.require(viewer, access.Act.SEE_FIGURES)
    return LawText(assessment.statute(), assessment.sources())


def tier_board(asked: Asked, accepted: Placements = _NONE) -> Board:
    history = assessment.tier_history()
    reckoned = ((country, _years(country.code, accepted)) for country in history.countries)
    return board(asked, reckoned, reports=reports_known(accepted), regions=history.regions)


def country_tiers(iso3: str, accepted: Placements = _NONE) -> CountryTiers:
    """Raises KeyError for a country the reports do not write about."""
    country, years = _countries()[iso3], _years(iso3, accepted)
    return CountryTiers(
        country=country,
        years=years,
        rows=placement_rows(years, assessment.sources()),
        path=path(years),
        outlook=outlook(years, assessment.statute()),
        findings=check(iso3, years),
        chart=bars(iso3, years),
        sources=assessment.sources(),
    )


def checked(accepted: Placements = _NONE) -> Checked:
    history = assessment.tier_history()
    reckoned = {each.code: _years(each.code, accepted) for each in history.countries}
    findings = tuple(found for code, years in reckoned.items() for found in check(code, years))
    placements = sum(year.seen for years in reckoned.values() for year in years)
    return Checked(len(history.countries), placements, findings, _countries())


def _years(iso3: str, accepted: Placements) -> tuple[Year, ...]:
    """What nobody accepted anything beside is reckoned once: neither the law nor the history changes while the process runs."""
    told = accepted.get(iso3)
    return reckon(assessment.tier_history(), iso3, assessment.statute(), told) if told else _of_history(iso3)


@lru_cache(maxsize=512)
def _of_history(iso3: str) -> tuple[Year, ...]:
    return reckon(assessment.tier_history(), iso3, assessment.statute())


@lru_cache
def _countries() -> Mapping[str, ReportCountry]:
    return {country.code: country for country in assessment.tier_history().countries}
