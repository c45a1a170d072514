"""Placements people accepted here from source texts: they join the tier history, beside the placements it came with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from panoh.assessment.queries.series import Provenance, provenances
from panoh.assessment.rules.series import TIER
from panoh.instruments.assessment import tier_history
from panoh.instruments.kinds.tier import AcceptedPlacement, Tier

Placements = Mapping[str, Mapping[int, tuple[AcceptedPlacement, ...]]]
"""By country and report."""


def accepted_placements(countries: Iterable[str] | None = None) -> Placements:
    found: dict[str, dict[int, tuple[AcceptedPlacement, ...]]] = {}
    for each in _told(countries):
        of_country = found.setdefault(each.country, {})
        of_country[each.report] = (*of_country.get(each.report, ()), each)
    return found


def reports_known(accepted: Placements) -> range:
    """Every report of which a placement of some country is known."""
    history = tier_history()
    beyond = (report for told in accepted.values() for report in told)
    return range(history.first_report, max(history.last_report, *beyond, 0) + 1)


def _told(countries: Iterable[str] | None) -> Iterator[AcceptedPlacement]:
    """No text tells of a report after its own, nor of one before there was any."""
    history = tier_history()
    for each in provenances(countries, measure=TIER):
        fact, tier = each.accepted, dict(each.accepted.values.breakdown).get("tier", "")
        report = fact.values.year or fact.report
        if fact.country in history.placements and tier in tuple(Tier) and history.first_report <= report <= fact.report:
            yield _placement(each, report, Tier(tier))


def _placement(told: Provenance, report: int, tier: Tier) -> AcceptedPlacement:
    fact = told.accepted
    return AcceptedPlacement(
        country=fact.country,
        report=report,
        tier=tier,
        fact=fact.fact,
        publisher=fact.publisher,
        written_for=fact.report,
        quote=fact.quote,
        by=tuple(f"{each.by.name} ({each.by.post})" for each in told.verdicts),
    )
