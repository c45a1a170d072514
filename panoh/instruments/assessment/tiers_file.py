"""Reads the tier history: two tables and what is known beside them. A wrong row is an error with its line and what to do."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from panoh.instruments.kinds.source import Citation, Source, Verification, Words, citations
from panoh.instruments.kinds.tier import Basis, CompleteLists, Placement, Region, ReportCountry, Tier, TierHistory
from panoh.instruments.reader import TextError, read

Row = dict[str, str]

COUNTRIES = ("iso3", "en", "ru", "tg", "region")
PLACEMENTS = ("iso3", "year", "tier", "basis", "source")
MARKS = list(Verification)


def history_from(folder: Path, sources: Mapping[str, Source]) -> TierHistory:
    beside = read(folder / "tiers.yaml", schema="tiers")
    regions = tuple(Region(each["code"], Words.of(each["name"])) for each in beside["regions"])
    countries = _countries(folder / "countries.csv", {region.code for region in regions})
    reports = range(beside["first_report"], beside["last_report"] + 1)
    placements: dict[str, dict[int, Placement]] = {country.code: {} for country in countries}
    for place, row in _rows(folder / "tip_tiers.csv", PLACEMENTS):
        placement = _placement(row, place, placements, reports, sources)
        if placement.report in placements[placement.country]:
            raise TextError(f"{place}: {placement.country} {placement.report} stands twice; keep one placement")
        placements[placement.country][placement.report] = placement
    return TierHistory(
        first_report=reports.start,
        last_report=reports.stop - 1,
        countries=countries,
        regions=regions,
        placements=MappingProxyType({code: MappingProxyType(known) for code, known in placements.items()}),
        complete=MappingProxyType({each["report"]: _complete(each) for each in beside["complete_lists"]}),
        waivers=MappingProxyType(_waivers(beside, placements)),
    )


def _countries(path: Path, regions: set[str]) -> tuple[ReportCountry, ...]:
    found: dict[str, ReportCountry] = {}
    for place, row in _rows(path, COUNTRIES):
        if row["iso3"] in found:
            raise TextError(f"{place}: {row['iso3']} stands twice; keep one")
        if row["region"] not in regions:
            raise TextError(f"{place}: unknown region {row['region']!r}; write it in tiers.yaml or correct the code")
        found[row["iso3"]] = ReportCountry(row["iso3"], Words(row["en"], row["ru"], row["tg"]), row["region"])
    return tuple(found.values())


def _placement(
    row: Row, place: str, known: Mapping[str, Any], reports: range, sources: Mapping[str, Source]
) -> Placement:
    for column, allowed in (("tier", tuple(Tier)), ("basis", tuple(Basis))):
        if row[column] not in allowed:
            raise TextError(f"{place}: unknown {column} {row[column]!r}; known: {', '.join(allowed)}")
    if row["iso3"] not in known:
        raise TextError(f"{place}: unknown country {row['iso3']!r}; write it in countries.csv or correct the code")
    if not row["year"].isdecimal() or int(row["year"]) not in reports:
        raise TextError(f"{place}: no report {row['year']!r}; give a year from {reports.start} to {reports.stop - 1}")
    if row["source"] not in sources:
        raise TextError(f"{place}: cites {row['source']!r}, which is not listed in sources.yaml")
    basis = Basis(row["basis"])
    cited = Citation(row["source"], row["year"], _mark(basis, sources[row["source"]]))
    return Placement(row["iso3"], int(row["year"]), Tier(row["tier"]), basis, cited)


def _complete(value: dict[str, Any]) -> CompleteLists:
    return CompleteLists(frozenset(map(Tier, value["tiers"])), citations(value["sources"]))


def _mark(basis: Basis, source: Source) -> Verification:
    """No better than the source, and provisional where the placement was only derived from it."""
    own = Verification.PROVISIONAL if basis is Basis.DERIVED else Verification.SECONDARY
    return max(own, source.verification, key=MARKS.index)


def _waivers(
    value: dict[str, Any], placements: Mapping[str, Mapping[int, Placement]]
) -> dict[tuple[str, int], tuple[Citation, ...]]:
    """Raises TextError for a waiver in a year in which the country is not known to have been on the watch list."""
    found = {}
    for entry in value["waivers"]:
        for code in entry["countries"]:
            placed = placements.get(code, {}).get(entry["report"])
            if placed is None or placed.tier is not Tier.WATCH_LIST:
                raise TextError(
                    f"tiers.yaml: a waiver for {code} {entry['report']}, but no placement on the watch list"
                )
            found[code, entry["report"]] = citations(entry["sources"])
    return found


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            raise TextError(f"{path.name}: line 1: the columns must be {', '.join(columns)}")
        for row in reader:
            if None in row or None in row.values():
                raise TextError(f"{path.name}: line {reader.line_num}: has more or fewer than {len(columns)} columns")
            yield f"{path.name}: line {reader.line_num}", row
