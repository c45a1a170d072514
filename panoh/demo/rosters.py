"""Operations of every kind beside flights: people added by hand, called one after the other, and accounted for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.flights import asked
from panoh.demo.lives import World, minutes, side_by_side
from panoh.names.invent import InventedPerson, invent
from panoh.registry.models import Officer
from panoh.screening.actions import (
    Line,
    Told,
    accept_hand_over,
    add_person,
    add_unnamed,
    close_operation,
    offer_hand_over,
    set_roster_status,
)
from panoh.screening.actions import open_operation as begin
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.rules.roster import RosterRow

_Status = RosterEntry.Status
GONE = (
    (_Status.MOVED_ON, Told(moved_to="left", said_by="others")),
    (_Status.MOVED_ON, Told(moved_to="hospital", said_by="seen")),
    (_Status.NOT_MET, Told()),
)
WHY = "They left in a bus before the interpreter came; the farm gave no names."


@dataclass(frozen=True)
class Scene:
    """`asked`: how many are interviewed; `gone`: how many are not there any more. `to`: whose desk takes it over."""

    kind: str
    title: str
    seat: str
    ago: timedelta
    known: int
    unnamed: int
    asked: int
    gone: int = 0
    region: str = ""
    place: str = ""
    sector: str = ""
    expected: int | None = None
    closes: bool = False
    to: str = ""


SCENES = (
    Scene("raid", "DEMO Night club", "police-sughd", timedelta(hours=4), 7, 5, 3, 1,
          region="TJ-SU", place="Street of cafés", sector="commercial_sex", expected=15, to="intake"),
    Scene("inspection", "DEMO Cotton farm 12", "labour-inspector", timedelta(days=34), 16, 6, 9, 7,
          region="TJ-KT", place="Field camp", sector="cotton", expected=24, closes=True),
    Scene("border", "DEMO Border post 4", "border-guard", timedelta(days=2), 6, 0, 6, closes=True),
    Scene("convoy", "DEMO Bus from the north", "police-sughd", timedelta(days=9), 14, 0, 9, 3, region="TJ-SU"),
    Scene("camp", "DEMO Return from a camp", "consul-moscow", timedelta(days=20), 18, 0, 12, expected=18),
    Scene("detention", "DEMO Holding centre", "border-guard", timedelta(hours=6), 9, 0, 3, region="TJ-DU"),
    Scene("stranded", "DEMO Station hall", "consul-moscow", timedelta(hours=5), 4, 8, 2, expected=12),
)  # fmt: skip


def scene(world: World, told: Scene, random: Random, *, start: datetime) -> Life:
    """The group is found, counted, called one by one; what is left open stays open for the visitor."""
    at = yield start
    by = world.officers[told.seat]
    operation = _opened(told, by, at)
    lines = [
        add_person(operation=operation, line=_line(told, n, random, on=at.date()), another=True, by=by, at=at)
        for n in range(told.known)
    ]
    if told.unnamed:
        add_unnamed(operation=operation, number=told.unnamed, by=by, at=at)
    for entry in lines[told.asked : told.asked + told.gone]:
        status, how = random.choice(GONE)
        set_roster_status(entry=entry, status=status, told=how, by=by, at=at)
    talks = side_by_side(*_talks(world, told, lines, random, at=at))
    yield from side_by_side(talks, _end(world, told, operation, at=at))


def _talks(world: World, told: Scene, lines: list[RosterEntry], random: Random, *, at: datetime) -> list[Life]:
    talks = []
    for entry in lines[: told.asked]:
        at += minutes(12, 30, random)
        talks.append(asked(world, entry, random, at=at, seat=told.seat))
    return talks


def _end(world: World, told: Scene, operation: Operation, *, at: datetime) -> Life:
    """Closed in the evening with a reason for those not reached, or handed over to another desk."""
    by = world.officers[told.seat]
    at = yield at + timedelta(hours=2)
    if told.to:
        to = world.officers[told.to]
        note = "Two women wait in the car; the owner was taken away. No interpreter for Uzbek yet."
        offered = offer_hand_over(operation=operation, to_desk=to.desk, note=note, by=by, at=at)
        at = yield at + timedelta(hours=1)
        accept_hand_over(offered=offered, by=to, at=at)
    if told.closes:
        at = yield at + timedelta(hours=8)
        close_operation(operation=operation, reason=WHY if told.unnamed else "", by=by, at=at)


def _opened(told: Scene, by: Officer, at: datetime) -> Operation:
    plan = {"region": told.region, "place": told.place, "sector": told.sector}
    return begin(kind=told.kind, title=told.title, on=at.date(), expected=told.expected, **plan, by=by, at=at)


def _line(told: Scene, number: int, random: Random, *, on: date) -> Line:
    """A third are known by a description only; on a list before removal each has a day."""
    someone = invent(random.randint(50_000, 90_000))
    removal = on + timedelta(days=1 + number // 2) if told.kind == "detention" else None
    sex = {"f": "female", "m": "male"}[someone.sex]
    if number % 3 == 2 and told.kind in {"raid", "stranded"}:
        age = on.year - someone.birth_date.year
        said = f"{sex}, about {age}, grey jacket"
        row = RosterRow(0, sex=sex, description=said, born_from=on.year - age - 5, born_to=on.year - age + 5)
        return Line(row, removal)
    return Line(_row(someone, sex, random), removal)


def _row(someone: InventedPerson, sex: str, random: Random) -> RosterRow:
    year = someone.birth_date.year
    return RosterRow(
        row=0,
        name=f"{someone.family} {someone.given}",
        sex=sex,
        birth_date=someone.birth_date.isoformat(),
        born_from=year,
        born_to=year,
        nationality=someone.nationality,
        document=someone.document_number,
        contact="+992 00 000 00 00" if random.random() < 0.5 else "",
    )
