"""What the tests of prevention start from: a cotton field somewhere in Khatlon, watched by Zarina's desk."""

from __future__ import annotations

from datetime import datetime

from panoh.prevention import actions
from panoh.prevention.models import Site
from panoh.registry.models import Officer
from tests.cast import Cast

FIELD = {
    "kind": "farm",
    "name": "Field of Kanareev",
    "persons_name": True,
    "division": "TJ-KT",
    "sector": "cotton",
    "concern": "signal",
    "because": "Pupils are said to pick in school hours.",
    "people": 120,
}


def a_site(*, by: Officer, at: datetime, **other: object) -> Site:
    given = actions.SiteGiven(**{**FIELD, "watched_since": at.date(), **other})
    return actions.register_site(given=given, by=by, at=at)


def watched(cast: Cast, *, at: datetime) -> dict[str, object]:
    """A record for every argument of an address."""
    return {"site_id": a_site(by=cast.zarina, at=at).pk}
