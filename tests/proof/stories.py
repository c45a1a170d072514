"""Drawing a story from a number, playing it act by act, and telling it so that it can be read and replayed.

A generator of our own and not Hypothesis's state machines: each story plays on a real database inside one transaction, where
thousands of short runs cost more in its book-keeping than in acts; a story is one number; and a failing one is shortened by
leaving moves out, since every move draws from what is on record when its turn comes and so never hangs in the air.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from panoh.registry.actions import take_step
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.moment import at_moment
from panoh.registry.refusals import Refused
from tests.proof import beginnings, far
from tests.proof.beside import BESIDE, WHOSE
from tests.proof.course import WHOSE_PLAN
from tests.proof.met_twice import MET_TWICE, meeting, met
from tests.proof.prevention_acts import (
    BEFOREHAND,
    PREVENTION,
    WHO_PREVENTS,
    beforehand,
    next_to_prevent,
    what_comes_beforehand,
)
from tests.proof.repertoire import ACTS, Draw
from tests.proof.waiting import taken_up
from tests.proof.world import Records, World, founded
from tests.written import Written

BEGAN = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Asia/Dushanbe"))
WAIT = "time passes"
ON = "goes on"
"""Whoever's turn it is does what comes next in one case: without it few stories would come far."""
AGAIN = 3
"""How often somebody looks for something to go on with where there is nothing to do it with."""
EVERYTHING: dict[str, tuple[Callable[..., Any], Draw]] = {
    **ACTS,
    **PREVENTION,
    BEFOREHAND: (beforehand, what_comes_beforehand),
    "meets somebody": (beginnings.comes, beginnings.coming),
    "interviews somebody": (beginnings.interviewed, beginnings.interview),
    "brings somebody far": (far.brought, far.bringing),
    MET_TWICE: (met, meeting),
    "takes a step": (take_step, beginnings.step_of_the_procedure),
}
OF_SEVERAL_ACTS = {"meets somebody", "interviews somebody", "brings somebody far", MET_TWICE, BEFOREHAND}
BEGINNINGS = (*["meets somebody"] * 3, MET_TWICE, "interviews somebody", *["brings somebody far"] * 3)
FRONT = ("zarina", "behruz", "nigina", "parvina")
PANEL_MEMBERS = ("rustam", "malika", "lola")
AT_THE_DESK = "an officer at the desk of the case"
USUAL: dict[str, tuple[str, ...]] = {
    "interviews somebody": ("zarina",),
    "brings somebody far": ("zarina",),
    MET_TWICE: ("zarina",),
    "takes a step": ("parvina", "nigina", "zarina", "davlat", "rustam"),
    "takes in": ("nigina",),
    "decides": ("davlat", "davlat", "rustam"),
    "signs": ("gulnora", "davlat", "malika", "rustam"),
    "sends back": ("gulnora", "malika"),
    "opens the formal decision": ("rustam",),
    "convenes a panel": PANEL_MEMBERS,
    "invites to the panel": PANEL_MEMBERS,
    "declares for the panel": PANEL_MEMBERS,
    "excuses a member": PANEL_MEMBERS,
    "votes": PANEL_MEMBERS,
    "concludes the panel": PANEL_MEMBERS,
    "appoints a guardian": ("dilbar",),
    "ends a guardianship": ("dilbar",),
    "answers": ("shahlo", "farzona", "parvina"),
    "gives a place": ("shahlo", "farzona"),
    "ends a stay": ("shahlo", "farzona"),
    "signs the end of a stay": ("shahlo", "farzona"),
    "does not sign the end of a stay": ("shahlo", "farzona"),
    **WHOSE_PLAN,
    **WHOSE,
    **WHO_PREVENTS,
}
TOLD_NO = (
    ("tells a decision", AT_THE_DESK),
    ("asks for reconsideration", AT_THE_DESK),
    ("names a manager", "nigina"),
)
ONWARD: dict[str, tuple[tuple[str, str], ...]] = {
    "presumed": (
        ("records consent", AT_THE_DESK),
        ("records consent", AT_THE_DESK),
        ("tells the guardianship", AT_THE_DESK),
        ("lodges the referral", AT_THE_DESK),
        ("lodges the referral", AT_THE_DESK),
        ("lodges the referral", AT_THE_DESK),
        ("records a refusal", AT_THE_DESK),
    ),
    "referred": (
        *[("takes in", "nigina")] * 3,
        ("pauses a case", "nigina"),
        ("records a withdrawal", AT_THE_DESK),
    ),
    "preliminary_pending": (
        ("decides", "davlat"),
        ("signs", "gulnora"),
        ("signs", "gulnora"),
        ("sends back", "gulnora"),
    ),
    "recovery": (("opens the formal decision", "rustam"), ("takes a step", "parvina")),
    "formal_pending": (
        ("convenes a panel", "rustam"),
        *((act, each) for each in PANEL_MEMBERS for act in ("declares for the panel", "votes")),
        ("concludes the panel", "malika"),
    ),
    "preliminary_negative": TOLD_NO,
    "not_identified": TOLD_NO,
    "suspended": (("resumes a case", AT_THE_DESK),),
    "withdrawn": (("comes back", AT_THE_DESK), ("names a manager", "nigina")),
    "reconsideration": (("decides", "gulnora"), ("signs", "davlat"), ("convenes a panel", "rustam")),
}
HELP = (
    ("records a need", AT_THE_DESK),
    ("records consent", AT_THE_DESK),
    ("refers", AT_THE_DESK),
    ("refers", AT_THE_DESK),
    ("answers", "shahlo"),
    ("gives a place", "shahlo"),
    ("ends a stay", "farzona"),
    ("signs the end of a stay", "shahlo"),
    *((act, "shahlo") for act in WHOSE_PLAN),
    ("reminds", AT_THE_DESK),
    ("takes a question back", AT_THE_DESK),
    *((act, WHOSE.get(act, (AT_THE_DESK,))[0]) for act in BESIDE),
)
"""What comes next for somebody: by the state of their case, and help and protection in every state."""


@dataclass(frozen=True)
class Move:
    """One act to try: which, by whom, and the roll that chooses its details."""

    act: str
    who: str
    roll: int


@dataclass(frozen=True)
class Told:
    """What came of one move: the records before and after it, the lines it added to the ledger, how it ended."""

    world: World
    at: datetime
    act: str
    by: Officer
    given: dict[str, Any]
    before: Records
    after: Records
    lines: tuple[LedgerEntry, ...]
    refused: Refused | None
    text: str

    @property
    def done(self) -> bool:
        return self.refused is None


class Broken(AssertionError):
    """A promise did not hold, or an act failed in a way that is no refusal."""

    def __init__(self, promise: str, told: Sequence[str]) -> None:
        super().__init__("\n".join([promise, *told]))
        self.promise, self.told = promise, told


Promise = Callable[[Told], object]


def drawn(seed: int, *, moves: int = 30) -> tuple[Move, ...]:
    """People come first; then anybody tries anything, most often whose work it is."""
    dice = Random(seed)
    first = [Move(dice.choice(BEGINNINGS), "zarina", dice.randrange(2**32))]
    often = len(EVERYTHING) - len(PREVENTION)
    names = [*EVERYTHING, *(["takes a step"] * 3), *([WAIT] * (often // 6)), *([ON] * often * 3)]
    return (*first, *(_one(dice.choice(names), dice) for _ in range(moves - 1)))


def _one(act: str, dice: Random) -> Move:
    usual = USUAL.get(act, FRONT)
    whose_work_it_is = act in OF_SEVERAL_ACTS or dice.random() < 0.75
    return Move(act, dice.choice(usual) if whose_work_it_is else "", dice.randrange(2**32))


def played(moves: Sequence[Move], promises: Sequence[Promise], *, begins: Records | None = None) -> list[Told]:
    """Play the moves on a new installation, hold every promise after each, and leave the database as it was.

    After a move only what was written to is read again; at the end everything, as it stands.
    """
    history: list[Told] = []
    with transaction.atomic():
        world = founded(at=BEGAN, earlier=begins)
        for move in moves:
            told = _moved(world, move, history)
            if told is not None:
                history.append(told)
                with at_moment(told.at):  # a promise looks when the act was done, as who stands beside it
                    _hold(promises, told, history)
        assert Records.taken(world.records).raw == world.records.raw, "something was written that no move told of"
        transaction.set_rollback(True)
    return history


def _moved(world: World, move: Move, history: list[Told]) -> Told | None:
    turn = turned(world, move)
    return _tried(world, *turn, history) if turn else None


def turned(world: World, move: Move) -> tuple[str, Officer, dict[str, Any]] | None:
    """Which act by whom with what; None where time passes, or there is nothing to do it with."""
    dice = Random(move.roll)
    world.now += dice.choice(beginnings.WAITS) if move.act == WAIT else timedelta(minutes=7)
    if move.act == WAIT:
        return None
    for _ in range(AGAIN if move.act == ON else 1):
        world.at_work_on = None
        name, who = _onward(world, dice) if move.act == ON else (move.act, move.who)
        by = world.officers()[who or dice.choice(sorted(world.officers()))]
        given = EVERYTHING[name][1](world, dice, by)
        if given:
            return name, by, given
    return None


def tries(world: World, name: str, by: Officer, given: dict[str, Any]) -> Refused | None:
    try:
        EVERYTHING[name][0](**given, **{"viewer" if name == "reads who it is" else "by": by}, at=world.now)
    except Refused as refusal:
        return refusal
    return None


def _onward(world: World, dice: Random) -> tuple[str, str]:
    if dice.random() < 0.1:
        return next_to_prevent(dice)
    waits = taken_up(world, dice) if dice.random() < 0.55 else None
    if waits is not None:
        return waits
    case = world.case(dice)
    if case is None:
        return "meets somebody", "zarina"
    world.at_work_on = case
    next_steps = ONWARD.get(case.state, (("takes a step", "parvina"),))
    act, who = dice.choice(next_steps if dice.random() < 0.6 else HELP)
    own = [each.username for each in world.officers().values() if each.desk.pk == case.desk_id]
    return act, own[0] if who == AT_THE_DESK else who


def _tried(world: World, name: str, by: Officer, given: dict[str, Any], history: list[Told]) -> Told:
    before, tried = world.records, _tried_what(world, name, by, given)
    last = LedgerEntry.objects.order_by("-seq").values_list("seq", flat=True)[0]
    written = Written()
    try:
        with connection.execute_wrapper(written), at_moment(world.now):
            refused = tries(world, name, by, given)
    except Exception as failure:
        raise Broken(f"a failure that is no refusal: {failure!r}", [*_tale(history), f"then {tried}"]) from failure
    world.records = Records.taken(before, written=written.tables)
    _keep_page(world, given)
    lines = tuple(LedgerEntry.objects.filter(seq__gt=last).order_by("seq"))
    how = "done" if refused is None else f"refused: {refused.reason} {refused.way_forward}"
    return Told(world, world.now, name, by, given, before, world.records, lines, refused, f"{tried}: {how}")


def _tried_what(world: World, name: str, by: Officer, given: dict[str, Any]) -> str:
    details = ", ".join(f"{name}={_short(value)}" for name, value in given.items())
    return f"{world.now:%d %b %H:%M}  {by.username} ({by.role}) {name}: {details}"


def _keep_page(world: World, given: dict[str, Any]) -> None:
    """The page stays open as it was seen."""
    if isinstance(given.get("case"), Case) and len(world.pages) < 6:
        world.pages.append(Case.objects.select_related("person", "desk", "manager").get(pk=given["case"].pk))


def _hold(promises: Sequence[Promise], told: Told, history: list[Told]) -> None:
    for promise in promises:
        try:
            promise(told)
        except AssertionError as broken:
            raise Broken(f"{promise.__name__}: {broken}", _tale(history)) from None


def _tale(history: list[Told]) -> list[str]:
    return [f"{number:3}. {told.text}" for number, told in enumerate(history, 1)]


def shortened(moves: Sequence[Move], broken: Broken, promises: Sequence[Promise]) -> tuple[tuple[Move, ...], Broken]:
    """Leave out, one after another, every move without which the same promise breaks all the same."""
    kept, name = tuple(moves), broken.promise.split(":")[0]
    for move in reversed(moves):
        fewer = tuple(each for each in kept if each is not move)
        try:
            played(fewer, promises)
        except Broken as again:
            if again.promise.split(":")[0] == name:
                kept, broken = fewer, again
    return kept, broken


def hold(seed: int, promises: Sequence[Promise], *, moves: int = 30, begins: Records | None = None) -> list[Told]:
    """Play the story of this number. A broken promise is told in as few moves as it takes, with how to replay it."""
    story = drawn(seed, moves=moves)
    try:
        return played(story, promises, begins=begins)
    except Broken as broken:
        short, least = shortened(story, broken, promises)
        places = ",".join(str(story.index(move)) for move in short)
        again = f"Replay: PANOH_STORY={seed}:{moves}:{places} pytest tests/proof/test_stories.py -k replay"
        raise Broken(least.promise, [*least.told, again]) from None


def _short(value: object) -> str:
    if isinstance(value, frozenset):
        return "{" + " ".join(sorted(value)) + "}"
    if isinstance(value, Case):
        return f"{value.reference} [{value.track}, {value.state}]"
    return repr(value) if isinstance(value, str) else str(value)[:40]
