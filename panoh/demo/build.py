"""Builds the demonstration country in an empty database, in one transaction: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from panoh.demo.airline import airline_list
from panoh.demo.answer_files import answer_files
from panoh.demo.assessment import assessed
from panoh.demo.clockwork import Life, run
from panoh.demo.courses import courses
from panoh.demo.desks import desks_say
from panoh.demo.drafts import drafts
from panoh.demo.editions import editions
from panoh.demo.flights import flight, never_came
from panoh.demo.houses import days
from panoh.demo.justice import prosecutions
from panoh.demo.lives import World, life
from panoh.demo.oversight import oversight
from panoh.demo.people import plan
from panoh.demo.police_list import police_list
from panoh.demo.posts import fill_posts
from panoh.demo.prevention import prevention
from panoh.demo.returning import returning
from panoh.demo.rosters import SCENES, scene
from panoh.demo.rounds import rounds
from panoh.demo.shelters import open_shelters
from panoh.demo.situations import situations
from panoh.demo.tips import tips
from panoh.demo.twice import twice
from panoh.demo.upkeep import upkeep
from panoh.demo.waiting import waiting_list
from panoh.names.invent import InventedPerson
from panoh.registry.actions.set_up import set_up_installation
from panoh.registry.models import Installation

SEED = 2026
PEOPLE = 260
BESIDE = (
    prosecutions,
    rounds,
    days,
    tips,
    courses,
    oversight,
    assessed,
    returning,
    situations,
    prevention,
    editions,
    answer_files,
)
"""What goes on beside the lives, in whatever order people come: it acts on whom it finds there."""


@transaction.atomic
def build(*, at: datetime, people: int = PEOPLE, seed: int = SEED, on_step: Callable[[], None] = lambda: None) -> int:
    """Set the country up on 1 January of last year and let everything until `at` happen. The same seed and day give
    the same country. Raises Refused on a database that is set up already."""
    at = timezone.localtime(at)  # days and hours of the demo are those of the country
    first = at.replace(year=at.year - 1, month=1, day=1, hour=9, minute=0, second=0, microsecond=0)
    set_up_installation(kind=Installation.Kind.DEMO, at=first, demo_day=at.date())
    officers = fill_posts(at=first)
    world = World(officers, open_shelters(officers, at=first))
    met: list[InventedPerson] = []
    lives = _lives(world, people, seed, met, first=first, until=at)
    drawn = Random(f"{seed}-airline")  # noqa: S311  # as below
    airline = airline_list(world, met, drawn, start=at - timedelta(hours=2))
    dice = Random(f"{seed}-police")  # noqa: S311  # as below
    police = police_list(world, met, dice, start=at - timedelta(hours=20))
    groups = [*_flights(world, seed, until=at), *_groups(world, seed, until=at), airline, police]
    carried = drafts(officers, start=at - timedelta(days=9))
    words = [*desks_say(world, first=first, until=at), *upkeep(world, first=first, until=at)]
    beside = [part for each in BESIDE for part in each(officers, until=at)]
    beside += [carried, waiting_list(world, until=at), never_came(officers, until=at), *twice(world, seed, until=at)]
    return run([*lives, *groups, *words, *beside], until=at, on_step=on_step)


def _lives(
    world: World, people: int, seed: int, met: list[InventedPerson], *, first: datetime, until: datetime
) -> list[Life]:
    """More people come in the second year than in the first, and some in the last days, so that clocks are running.
    `met` is told who they are."""
    span, lives = until - first, []
    for number in range(people):
        random = Random(f"{seed}-{number}")  # noqa: S311  # invented lives must be the same every time, not secret
        recent = number % 6 == 0
        back = span * (random.random() ** 1.5) if not recent else timedelta(days=random.random() * 8)
        start = (until - back).replace(hour=random.randint(8, 18), minute=random.randint(0, 59))
        drawn = plan(number, random, on=start.date())
        met.append(drawn.person)
        lives.append(life(world, drawn, random, start=min(start, until)))
    return lives


def _flights(world: World, seed: int, *, until: datetime) -> list[Life]:
    """Three flights: one whose people can be seen a second time, one of last week, one of today still being worked on."""
    mornings = (until - timedelta(days=33), until - timedelta(days=6), until - timedelta(hours=3))
    return [
        flight(world, number, Random(f"{seed}-flight-{number}"), start=start)  # noqa: S311  # as above
        for number, start in enumerate(mornings, start=1)
    ]


def _groups(world: World, seed: int, *, until: datetime) -> list[Life]:
    """One operation of every other kind: some closed, some going on, one being handed over."""
    return [
        scene(world, each, Random(f"{seed}-{each.kind}"), start=until - each.ago)  # noqa: S311  # as above
        for each in SCENES
    ]
