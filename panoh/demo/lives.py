"""How an invented life goes through the mechanism: screened, referred, decided, cared for, by the acts officers use."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from panoh.demo.answers import answers_for, instrument_for
from panoh.demo.care import care, needs_of
from panoh.demo.clockwork import Life
from panoh.demo.looks import a_break, other_set, second_look, what_else
from panoh.demo.papers import attached
from panoh.demo.penalties import penalised
from panoh.demo.people import Plan
from panoh.demo.status import status
from panoh.demo.staying import stays
from panoh.protection.models import Shelter
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Consent, Officer
from panoh.screening.actions import (
    begin_screening,
    decline,
    finish,
    record_agreement,
    record_answers,
    tell_conditions,
)
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.rules.conditions import Conditions


@dataclass(frozen=True)
class World:
    """Who works in the demonstration, and where there is refuge. `met`: who was met so far without a list, each in which case."""

    officers: dict[str, Officer]
    shelters: dict[str, Shelter]
    met: list[tuple[Plan, Case]] = field(default_factory=list)


def minutes(low: int, high: int, random: Random) -> timedelta:
    return timedelta(minutes=random.randint(low, high))


def hours(low: int, high: int, random: Random) -> timedelta:
    return timedelta(minutes=random.randint(low * 60, high * 60))


def life(world: World, plan: Plan, random: Random, *, start: datetime, entry: RosterEntry | None = None) -> Life:
    """From the interview on. Some decline, most are not presumed, and nobody is turned away."""
    at = yield start
    officer = world.officers[plan.seat]
    screening = _begun(plan, random, entry=entry, by=officer, at=at)
    if plan.track == Case.Track.ADULT and random.random() < 0.05:
        decline(
            screening=screening,
            sex=plan.given.sex,
            nationality=plan.given.nationality,
            reason="fear_of_authorities",
            by=officer,
            at=at,
        )
        return
    at = yield at + minutes(2, 8, random)
    case = record_agreement(screening=screening, given=plan.given, by=officer, at=at)
    if entry is None:
        world.met.append((plan, case))
    at = yield from a_break(plan, screening, by=officer, at=at)
    at = yield at + minutes(15, 50, random)
    record_answers(screening=screening, answers=answers_for(plan, random), by=officer, at=at)
    beside = what_else(plan, random)
    if beside:
        record_answers(screening=screening, answers=beside, by=officer, at=at)
    finish(screening=screening, by=officer, at=at)
    at = yield from other_set(plan, screening, random, by=officer, at=at)
    case.refresh_from_db()
    if case.state != "presumed":
        at = yield from second_look(plan, case, random, by=officer, at=at)
        case.refresh_from_db()
    if case.state == "presumed":
        yield from _presumed(world, plan, case, random, at=at)


def _begun(plan: Plan, random: Random, *, entry: RosterEntry | None, by: Officer, at: datetime) -> Screening:
    """Danger first, then where, in which language and with whose help the talk is held."""
    screening = begin_screening(
        instrument=instrument_for(plan).id,
        track=plan.track,
        in_danger=random.random() < 0.06,
        roster_entry=entry,
        by=by,
        at=at,
    )
    foreign = plan.given.nationality != "TJ"
    tell_conditions(
        screening=screening,
        private_place=True,
        language=random.choice(("tg", "tg", "tg", "ru", "uz-Cyrl")),
        interpreter=foreign,
        track=plan.track,
        told=Conditions(interpreter="professional", sworn=True) if foreign else Conditions(),
        by=by,
        at=at,
    )
    return screening


def _presumed(world: World, plan: Plan, case: Case, random: Random, *, at: datetime) -> Life:
    """Help begins at once; the status takes its own time beside it, and for some never comes."""
    officer = world.officers[plan.seat]
    agreed: Consent | None = None
    if plan.track == Case.Track.ADULT:
        at = yield at + minutes(1, 5, random)
        agreed = record_consent(
            case=case, purpose="service", given=True, language="tg", explained=True, by=officer, at=at
        )
    helped = [
        care(world.officers, world.shelters, plan, case, agreed, services, random, at=at)
        for services in needs_of(plan, random)
    ]
    papers = attached(case, officer, random, at=at)
    courts = penalised(world.officers, plan, Case.objects.get(pk=case.pk), at=at)
    stay = stays(world.officers, plan, Case.objects.get(pk=case.pk), at=at)
    yield from side_by_side(status(world.officers, plan, case, random, at=at), courts, *helped, papers, stay)


def side_by_side(*lives: Life) -> Life:
    """Strands of one life, each waiting for its own moments."""
    waiting = [(moment, number) for number, strand in enumerate(lives) if (moment := next(strand, None)) is not None]
    while waiting:
        moment, number = min(waiting)
        waiting.remove((moment, number))
        at = yield moment
        with suppress(StopIteration):
            waiting.append((lives[number].send(at), number))
