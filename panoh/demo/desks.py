"""What the demonstration's desks say of themselves: some long ago, the shelters again today with their free places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.demo.lives import World
from panoh.protection.queries.places import places_without_resident, stays_now
from panoh.referral.actions import describe_desk
from panoh.referral.models import DeskNotice

WORDS: dict[str, dict[str, object]] = {
    "shelter": {
        "hours": "Day and night",
        "serves": ("women", "girls", "families", "men"),
        "languages": ("tg", "ru"),
        "step_free": True,
        "long_term": True,
        "guarded": True,
    },
    "ngo-shelter": {
        "hours": "Day and night",
        "serves": ("women", "boys", "families"),
        "languages": ("tg", "ru", "uz-Latn"),
        "step_free": True,
        "long_term": False,
        "guarded": False,
    },
    "legal-aid": {"hours": "Mon to Fri, 8 to 17", "languages": ("tg", "ru"), "opening": "urgent"},
    "ngo-khujand": {"hours": "Mon to Sat, 9 to 18", "serves": ("women", "families"), "languages": ("tg", "uz-Cyrl")},
    "iom": {"hours": "Mon to Fri, 9 to 18", "languages": ("tg", "ru", "en", "fa-AF")},
}


def desks_say(world: World, *, first: datetime, until: datetime) -> Iterator[Life]:
    """A word of every desk that has one, after its first month; the shelters say theirs again this morning."""
    for username in WORDS:
        moments = [first + timedelta(days=30)]
        if username in world.shelters:
            moments.append(until - timedelta(hours=4))
        yield _says(world, username, moments)


def _says(world: World, username: str, moments: list[datetime]) -> Life:
    for moment in moments:
        at = yield moment
        officer = world.officers[username]
        last = DeskNotice.objects.filter(desk=officer.desk, superseded_at=None).first()
        word = {"opening": "open", "serves": (), "languages": (), **WORDS[username], **_places(world, username)}
        describe_desk(**word, instead_of=last.pk if last else None, by=officer, at=at)  # type: ignore[arg-type]  # WORDS hold the act's own arguments


def _places(world: World, username: str) -> dict[str, int | None]:
    shelter = world.shelters.get(username)
    if shelter is None:
        return {"places": None, "free": None}
    free = places_without_resident(shelter, stays_now(shelter))
    return {"places": shelter.places.filter(in_use=True).count(), "free": len(free)}
