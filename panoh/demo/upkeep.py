"""What the demonstration's houses say of themselves: who works there, in numbers, the money of two years, a bed in repair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from panoh.demo.clockwork import Life
from panoh.demo.lives import World
from panoh.protection.actions import close_place, record_budget, record_staff
from panoh.protection.queries.places import places_without_resident, stays_now
from panoh.protection.queries.upkeep import budget_lines, newest_line

STAFF = {
    "shelter": (
        ("head", 1, 0, 1),
        ("social", 3, 1, 3),
        ("psychologist", 2, 0, 2),
        ("night", 4, 0, 1),
        ("guard", 0, 4, 0),
    ),
    "ngo-shelter": (("head", 1, 0, 1), ("social", 2, 0, 2), ("lawyer", 1, 0, 1), ("household", 1, 0, 0)),
}
MONEY = {
    "shelter": (("state", "TJS", 480_000), ("international", "USD", 30_000)),
    "ngo-shelter": (("international", "USD", 65_000), ("ngo", "TJS", 90_000)),
}
"""Invented, like everything here."""


def upkeep(world: World, *, first: datetime, until: datetime) -> Iterator[Life]:
    for username in world.shelters:
        yield _counted(world, username, start=first + timedelta(days=20))
        yield _funded(world, username, start=first + timedelta(days=25), until=until)
    yield _in_repair(world, start=until - timedelta(days=2))


def _counted(world: World, username: str, *, start: datetime) -> Life:
    """Once, and after half a year one more of the first work."""
    shelter, by = world.shelters[username], world.officers[username]
    at = yield start
    for work, women, men, trained in STAFF[username]:
        record_staff(shelter=shelter, work=work, women=women, men=men, trained=trained, on=at.date(), by=by, at=at)
    at = yield start + timedelta(days=180)
    work, women, men, trained = STAFF[username][1]
    record_staff(shelter=shelter, work=work, women=women + 1, men=men, trained=trained, on=at.date(), by=by, at=at)


def _funded(world: World, username: str, *, start: datetime, until: datetime) -> Life:
    """Last year with what was spent of it, this year while that is not known yet."""
    shelter, by = world.shelters[username], world.officers[username]
    at = yield start
    for payer, currency, sum_ in MONEY[username]:
        told: dict[str, Any] = {"payer": payer, "currency": currency, "allocated": Decimal(sum_)}
        record_budget(shelter=shelter, year=at.year, **told, by=by, at=at)
    at = yield min(start + timedelta(days=370), until - timedelta(days=1))
    for payer, currency, sum_ in MONEY[username]:
        told = {"payer": payer, "currency": currency, "allocated": Decimal(sum_)}
        seen, spent = newest_line(budget_lines(by)), Decimal(sum_ * 9 // 10)
        record_budget(shelter=shelter, year=start.year, **told, spent=spent, after=seen, by=by, at=at)
        record_budget(shelter=shelter, year=at.year, **told, after=newest_line(budget_lines(by)), by=by, at=at)


def _in_repair(world: World, *, start: datetime) -> Life:
    at = yield start
    shelter, by = world.shelters["shelter"], world.officers["shelter"]
    free = [each for each in places_without_resident(shelter, stays_now(shelter)) if each.kind == "men"]
    for place in free[:1]:
        close_place(place=place, because="repair", by=by, at=at)
