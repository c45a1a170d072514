"""API of the tiers: the same placements, clocks, findings and provisions as the pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ninja import Query, Schema

from panoh.assessment.api.router import router
from panoh.assessment.forms.tiers import asked_board, asked_country
from panoh.assessment.queries.tiers import CountryTiers, board_for, check_for, law_for
from panoh.assessment.rules.check import Finding
from panoh.assessment.rules.clock import Count, Year
from panoh.assessment.rules.outlook import Effect, Option
from panoh.assessment.rules.tables import BoardRow
from panoh.instruments.kinds.source import Citation, Words
from panoh.instruments.kinds.statute import Provision
from panoh.instruments.kinds.tier import AcceptedPlacement
from panoh.registry.pages import OfficerRequest


class WordsOut(Schema):
    en: str
    ru: str
    tg: str

    @staticmethod
    def of(words: Words) -> WordsOut:
        return WordsOut(en=words.en, ru=words.ru, tg=words.tg)


class CitationOut(Schema):
    source: str
    place: str
    verification: str

    @staticmethod
    def of(cited: Citation) -> CitationOut:
        return CitationOut(source=cited.source, place=cited.place, verification=cited.verification.value)


class TierRowOut(Schema):
    """`tiers` by report; ? is not seen, – not in the report, 1/2 where sources do not agree."""

    iso3: str
    country: WordsOut
    region: str
    tiers: dict[int, str]

    @staticmethod
    def of(row: BoardRow, reports: range) -> TierRowOut:
        tiers = {report: cell.mark for report, cell in zip(reports, row.cells, strict=True)}
        country = row.country
        return TierRowOut(iso3=country.code, country=WordsOut.of(country.name), region=country.region, tiers=tiers)


class AcceptedPlacementOut(Schema):
    """A placement people accepted here: `fact` by number, and the text it was read in."""

    tier: str
    fact: int
    publisher: str
    written_for: int
    accepted_by: list[str]

    @staticmethod
    def of(told: AcceptedPlacement) -> AcceptedPlacementOut:
        return AcceptedPlacementOut(
            tier=told.tier.value,
            fact=told.fact,
            publisher=told.publisher,
            written_for=told.written_for,
            accepted_by=list(told.by),
        )


class YearOut(Schema):
    """`tier` is null where no placement was seen, and where sources do not agree (`contested`); `possible` says what it can
    have been. `basis` and `source`: of the placement in the history; `accepted`: placements accepted here beside it.
    `years_before`: every number of consecutive years on the watch list that what is known allows."""

    report: int
    tier: str | None
    possible: list[str]
    basis: str | None
    source: CitationOut | None
    years_before: list[int]
    years_after: list[int]
    waiver_seen: bool
    contested: bool
    accepted: list[AcceptedPlacementOut]

    @staticmethod
    def of(year: Year) -> YearOut:
        placed = year.placement
        return YearOut(
            report=year.report,
            tier=year.tier.value if year.tier else None,
            possible=sorted(year.possible),
            basis=placed.basis.value if placed else None,
            source=CitationOut.of(placed.source) if placed else None,
            years_before=_numbers(year.before),
            years_after=_numbers(year.after),
            waiver_seen=bool(year.waived),
            contested=year.contested,
            accepted=[AcceptedPlacementOut.of(each) for each in year.accepted],
        )


class EffectOut(Schema):
    says: WordsOut
    provision: str
    sources: list[CitationOut]
    first: date | None
    last: date | None

    @staticmethod
    def of(effect: Effect) -> EffectOut:
        sources = [CitationOut.of(cited) for cited in effect.provision.sources]
        says = WordsOut.of(effect.says)
        return EffectOut(
            says=says, provision=effect.provision.key, sources=sources, first=effect.first, last=effect.last
        )


class OptionOut(Schema):
    tier: str
    open_by_law: bool
    effects: list[EffectOut]

    @staticmethod
    def of(option: Option) -> OptionOut:
        effects = [EffectOut.of(effect) for effect in option.effects]
        return OptionOut(tier=option.tier.value, open_by_law=not option.barred, effects=effects)


class TierFindingOut(Schema):
    iso3: str
    report: int
    kind: str
    verdict: str
    reason: WordsOut
    provision: str | None

    @staticmethod
    def of(found: Finding) -> TierFindingOut:
        return TierFindingOut(
            iso3=found.country,
            report=found.report,
            kind=found.kind.value,
            verdict=found.verdict.value,
            reason=WordsOut.of(found.reason),
            provision=found.provision.key if found.provision else None,
        )


class CountryOut(Schema):
    """What the law attaches to each placement the next report can make, and never how likely one is."""

    iso3: str
    country: WordsOut
    years: list[YearOut]
    next_report: int
    next_report_due: date
    years_behind: list[int]
    next_placements: list[OptionOut]
    findings: list[TierFindingOut]

    @staticmethod
    def of(shown: CountryTiers) -> CountryOut:
        ahead = shown.outlook
        return CountryOut(
            iso3=shown.country.code,
            country=WordsOut.of(shown.country.name),
            years=[YearOut.of(year) for year in shown.years],
            next_report=ahead.law.report,
            next_report_due=ahead.law.due,
            years_behind=_numbers(ahead.counts),
            next_placements=[OptionOut.of(option) for option in ahead.options],
            findings=[TierFindingOut.of(found) for found in shown.findings],
        )


class ProvisionOut(Schema):
    key: str
    title: WordsOut
    says: WordsOut
    place: str
    in_force_from: date
    in_force_to: date | None
    parameters: dict[str, int]
    sources: list[CitationOut]

    @staticmethod
    def of(provision: Provision) -> ProvisionOut:
        return ProvisionOut(
            key=provision.key,
            title=WordsOut.of(provision.title),
            says=WordsOut.of(provision.says),
            place=provision.place,
            in_force_from=provision.in_force_from,
            in_force_to=provision.in_force_to,
            parameters=dict(provision.parameters),
            sources=[CitationOut.of(cited) for cited in provision.sources],
        )


@router.get("/tiers", response=list[TierRowOut])
def tiers(
    request: OfficerRequest,
    report: str = "",
    region: Annotated[str, Query(description="a UN M49 sub-region, such as 143 for Central Asia")] = "",
    tier: Annotated[str, Query(description="1, 2, 2WL, 3, SC or unknown, in the report named")] = "",
) -> list[TierRowOut]:
    """Every country by report, narrowed as on the page."""
    shown = board_for(request.user, asked=asked_board({"report": report, "region": region, "tier": tier}))
    return [TierRowOut.of(row, shown.reports) for row in shown.rows]


@router.get("/tiers/{iso3}", response=CountryOut)
def country(request: OfficerRequest, iso3: str) -> CountryOut:
    """One country: placements with sources, clocks, and what each next placement would trigger."""
    return CountryOut.of(asked_country(request.user, iso3))


@router.get("/check", response=list[TierFindingOut])
def check(request: OfficerRequest) -> list[TierFindingOut]:
    """What the clocks find over the whole history: violations, warnings, and what cannot be told."""
    return [TierFindingOut.of(found) for found in check_for(request.user).findings]


@router.get("/statute", response=list[ProvisionOut])
def statute(request: OfficerRequest) -> list[ProvisionOut]:
    """The statute as dated provisions."""
    return [ProvisionOut.of(provision) for provision in law_for(request.user).statute.provisions]


def _numbers(counts: frozenset[Count]) -> list[int]:
    return sorted({count.years for count in counts})
