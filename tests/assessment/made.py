"""A made-up country with the placements a test names, under the real statute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from panoh.assessment.rules.check import Finding, check
from panoh.assessment.rules.clock import Year, reckon
from panoh.instruments.assessment import statute
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.instruments.kinds.tier import Basis, CompleteLists, Placement, Region, ReportCountry, Tier, TierHistory

CODE = "AAA"
SEEN = Citation("narrative", "", Verification.SECONDARY)


def history(
    placements: Mapping[int, str],
    *,
    last: int | None = None,
    waivers: Iterable[int] = (),
    complete: Mapping[int, Iterable[str]] | None = None,
) -> TierHistory:
    """From 2001 to the last placement named. A year that is not named was not seen; before the first, Tier 2."""
    first = min(placements)
    told = {**dict.fromkeys(range(2001, first), "2"), **placements}
    known = {year: Placement(CODE, year, Tier(tier), Basis.REPORT, SEEN) for year, tier in told.items()}
    return TierHistory(
        first_report=2001,
        last_report=last or max(placements),
        countries=(ReportCountry(CODE, Words("Anyland"), "143"),),
        regions=(Region("143", Words("Central Asia")),),
        placements={CODE: known},
        complete={
            year: CompleteLists(frozenset(map(Tier, tiers)), (SEEN,)) for year, tiers in (complete or {}).items()
        },
        waivers={(CODE, year): (SEEN,) for year in waivers},
    )


def years(placements: Mapping[int, str], **beside: object) -> tuple[Year, ...]:
    return reckon(history(placements, **beside), CODE, statute())  # type: ignore[arg-type]


def run(first: int, *tiers: str) -> dict[int, str]:
    """Placements from one report on, one after another; ? leaves one out."""
    return {first + at: tier for at, tier in enumerate(tiers) if tier != "?"}


def behind(reckoned: tuple[Year, ...]) -> set[int]:
    """Every number of consecutive years on the watch list that may stand behind the last report."""
    return {count.years for count in reckoned[-1].after}


def found(placements: Mapping[int, str], **beside: object) -> list[tuple[int, str, str]]:
    """Findings as (report, kind, verdict), without mere gaps."""
    return [(each.report, each.kind.value, each.verdict.value) for each in told(placements, **beside)]


def told(placements: Mapping[int, str], **beside: object) -> list[Finding]:
    return [each for each in check(CODE, years(placements, **beside)) if not each.mere_gap]
