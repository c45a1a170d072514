"""Flights of returnees: a manifest is imported, and the people on it are asked one after the other, until the day ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.lives import World, life, side_by_side
from panoh.demo.people import plan
from panoh.exchange.actions import send_list, take_list
from panoh.exchange.invented_manifest import invented_manifest
from panoh.identification.actions import ask_to_erase_list
from panoh.registry.models import Case, Officer
from panoh.screening.actions import Told, close_operation, open_operation, set_roster_status
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.roster import said_of

ABOARD = 36


def flight(world: World, number: int, random: Random, *, start: datetime) -> Life:
    """One flight at Dushanbe airport. Not everybody can be asked on the day: some move on, some are still to be seen."""
    at = yield start
    guard = world.officers["border-guard"]
    operation = open_operation(
        kind="flight", title=f"DEMO {100 + number}", on=at.date(), region="TJ-DU", by=guard, at=at
    )
    content = invented_manifest(ABOARD, seed=number, on=at.date(), errors=0.0).content
    take_list(sent=send_list(operation=operation, content=content, by=guard, at=at), by=guard, at=at)
    yield from side_by_side(*_met(world, list(operation.roster.order_by("-urgency", "row")), random, at=at))


def never_came(officers: dict[str, Officer], *, until: datetime) -> Life:
    """Two lists of more than a year ago, closed at once because the people on them had landed elsewhere. The names led to no
    case, and people decide about them now: of one nobody has, the other a second officer is to sign."""
    at = yield max(until - timedelta(days=400), until.replace(year=until.year - 1, month=1, day=2, hour=9))
    old = [_landed_elsewhere(number, officers["border-guard"], at=at) for number in (98, 99)]
    at = yield max(until - timedelta(days=2), at + timedelta(days=367))
    ask_to_erase_list(operation=old[0], by=officers["data-protection"], at=at)


def _landed_elsewhere(number: int, guard: Officer, *, at: datetime) -> Operation:
    operation = open_operation(kind="flight", title=f"DEMO {number}", on=at.date(), region="TJ-DU", by=guard, at=at)
    content = invented_manifest(6, seed=number, on=at.date(), errors=0.0).content
    take_list(sent=send_list(operation=operation, content=content, by=guard, at=at), by=guard, at=at)
    close_operation(operation=operation, reason="Invented: the plane landed in Khujand.", by=guard, at=at)
    return operation


def _met(world: World, queue: list[RosterEntry], random: Random, *, at: datetime) -> list[Life]:
    """The most urgent first, a quarter of an hour each; what follows for a person runs on beside the next interview."""
    lives: list[Life] = []
    for entry in queue[: int(ABOARD * 0.7)]:
        at += timedelta(minutes=random.randint(8, 25))
        lives.append(_moves_on(world, entry, at=at) if random.random() < 0.15 else asked(world, entry, random, at=at))
    return lives


def _moves_on(world: World, entry: RosterEntry, *, at: datetime) -> Life:
    at = yield at
    left, guard = Told(moved_to="left", said_by="seen"), world.officers["border-guard"]
    set_roster_status(entry=entry, status=RosterEntry.Status.MOVED_ON, told=left, by=guard, at=at)


def asked(world: World, entry: RosterEntry, random: Random, *, at: datetime, seat: str = "border-guard") -> Life:
    """One person of a roster is interviewed, beginning from what the list says."""
    at = yield at
    given = said_of(entry, viewer=world.officers[seat], at=at)
    drawn = plan(random.randint(10_000, 99_999), random, on=at.date())
    track = given.track(at.date())
    form = "labour" if track == Case.Track.ADULT else drawn.form
    told = replace(drawn, given=given, seat=seat, track=track, form=form, exploited=random.random() < 0.2)
    yield from life(world, told, random, start=at, entry=entry)
