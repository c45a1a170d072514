"""Somebody is met a second time by an agency that knows of no first: another spelling, no papers, a second record and case.

The Centre compares the two. Of four such pairs one is held to be one person, one waits for a colleague, one is of two people, and
one was held to be one person until the person said otherwise: namesakes are invented here as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.lives import World, life, side_by_side
from panoh.demo.people import Plan
from panoh.identification.actions import decide_same_person, propose_same_person, undo_same_person
from panoh.identification.models import SamePerson
from panoh.identification.queries.two_records import two_records
from panoh.names.invent import InventedPerson, respell
from panoh.names.papers import WrittenName
from panoh.registry.models import Case, Officer
from panoh.registry.queries.purposes import saying

ELSEWHERE = ("police-sughd", "border-guard")
EARLIER = timedelta(days=20)
SAID, DECIDED, UNDONE = timedelta(days=8), timedelta(days=2), timedelta(days=30)
"""After the second meeting, after that, and after that."""


@dataclass(frozen=True)
class Again:
    """Who is met for the second time how many days ago, why somebody says that it is one person, and what came of it.

    `script`: of the other spelling. Empty for a namesake, `older` by so many years; by none, and nobody knows the day of birth.
    """

    ago: int
    because: str
    same: bool
    script: str = ""
    older: int = 0
    undone: str = ""


TWICE = (
    Again(100, "name", same=True, undone="told"),
    Again(70, "met", same=False, older=6),
    Again(40, "name", same=True, script="persian"),
    Again(9, "told", same=True, script="latin"),
)
"""Of the last nobody has decided yet when the demonstration's time ends."""


def twice(world: World, seed: int, *, until: datetime) -> Iterator[Life]:
    taken: list[Plan] = []
    for number, told in enumerate(TWICE):
        random = Random(f"{seed}-twice-{number}")  # noqa: S311  # invented lives must be the same every time, not secret
        start = (until - timedelta(days=told.ago)).replace(hour=9 + number, minute=20)
        yield _again(world, told, taken, random, start=start)


def _again(world: World, told: Again, taken: list[Plan], random: Random, *, start: datetime) -> Life:
    """Everything that follows a meeting happens a second time, and beside it the Centre finds both."""
    at = yield start
    met = next(_might_come_again(world, taken, at=at), None)
    if met is None:
        return
    plan, case = met
    taken.append(plan)
    seat = next(each for each in ELSEWHERE if each != plan.seat)
    second = replace(_told_again(plan, told, random), seat=seat, exploited=True)
    found = _compared(world, case, second, told, at=at)
    yield from side_by_side(life(world, second, random, start=at), found)


def _might_come_again(world: World, taken: list[Plan], *, at: datetime) -> Iterator[tuple[Plan, Case]]:
    """Who was met some weeks before with papers and a day of birth, and helped; the latest first, and nobody twice."""
    for plan, case in reversed(world.met):
        known = plan.given.documents and plan.given.birth_date == plan.person.birth_date.isoformat()
        ours = (plan.track, plan.given.nationality) == (Case.Track.ADULT, "TJ") and plan not in taken
        if known and ours and case.opened_at < at - EARLIER and _helped(case):
            yield plan, case


def _told_again(plan: Plan, told: Again, random: Random) -> Plan:
    """What the second officer writes down."""
    born = plan.person.birth_date
    if told.script:
        name = _otherwise_written(plan.person, told.script, random)
        return replace(plan, given=replace(plan.given, names=((name.text, name.source),), documents=()))
    year = born.year - told.older
    birth = born.replace(year=year, day=min(born.day, 28)).isoformat() if told.older else str(year)
    given = replace(
        plan.given, names=plan.given.names[:1], birth_date=birth, born_from=year, born_to=year, documents=()
    )
    return replace(plan, given=given)


def _otherwise_written(person: InventedPerson, script: str, random: Random) -> WrittenName:
    known = {name.text for name in person.names_as_written}
    while True:
        name = respell(person, random)
        if name.script == script and name.text not in known:
            return name


def _compared(world: World, case: Case, second: Plan, told: Again, *, at: datetime) -> Life:
    """Said at the intake desk, decided by a decider, undone by the other."""
    intake, decider = world.officers["intake"], world.officers["decider"]
    at = yield at + SAID
    other = next((met for plan, met in world.met if plan is second), None)
    if other is None or not (_named(case) and _named(other)):  # declined, at once or later: there is nobody to compare
        return
    _looks(intake, case, other, at=at)
    pair = propose_same_person(case=case, other=other, because=told.because, by=intake, at=at)
    at = yield at + DECIDED
    _looks(decider, case, other, at=at)
    decide_same_person(pair=pair, case=case, other=other, same=told.same, by=decider, at=at)
    if told.undone:
        at = yield at + UNDONE
        _undone(pair, case, other, told.undone, by=world.officers["second-decider"], at=at)


def _undone(pair: SamePerson, case: Case, other: Case, because: str, *, by: Officer, at: datetime) -> None:
    _looks(by, case, other, at=at)
    undo_same_person(pair=pair, case=case, other=other, because=because, by=by, at=at)


def _looks(by: Officer, case: Case, other: Case, *, at: datetime) -> None:
    """Both records opened side by side, as on the page, with what for where it is asked."""
    with saying(lambda: "same_person"):
        two_records(by, case, other, at=at)


def _named(case: Case) -> bool:
    case.refresh_from_db()
    return case.state != "declined_anonymous"


def _helped(case: Case) -> bool:
    return _named(case) and case.steps.filter(to_state="presumed").exists()
