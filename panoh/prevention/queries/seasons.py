"""Seasons with a known risk: their days this year, and whether each is on now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.country import Season


@dataclass(frozen=True)
class SeasonShown:
    """`dated`: its days of this year are written down; else they are whole months."""

    season: Season
    first: date
    last: date
    dated: bool
    on_now: bool


def seasons(on: date) -> tuple[SeasonShown, ...]:
    """The soonest to end first of those on now, then by their first day."""
    found = [_shown(each, on) for each in countries.country(settings.COUNTRY).seasons]
    return tuple(sorted(found, key=lambda each: (not each.on_now, each.first)))


def season_keys() -> frozenset[str]:
    return frozenset(each.key for each in countries.country(settings.COUNTRY).seasons)


def _shown(season: Season, on: date) -> SeasonShown:
    """One that began last year may still be on."""
    before = season.days(on.year - 1)
    year = on.year - 1 if before[0] <= on <= before[1] else on.year
    first, last = season.days(year)
    return SeasonShown(season, first, last, season.known(year) is not None, first <= on <= last)
