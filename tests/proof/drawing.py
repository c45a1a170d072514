"""How an act of a story finds what it is done with: dice draw from what is on record at that moment."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from panoh.protection.models import Place
from panoh.registry.models import Officer
from tests.proof.world import World

Given = dict[str, Any] | None
Draw = Callable[[World, Random, Officer], Given]


def in_a_case(**more: Callable[[Random], object]) -> Draw:
    """An act on any case, with details drawn one by one."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        case = world.case(dice)
        return None if case is None else {"case": case, **{name: roll(dice) for name, roll in more.items()}}

    return draw


def on_any(name: str, records: Callable[[], Any], **more: Callable[[Random], object]) -> Draw:
    """An act on any record of a kind, answered or ended or not."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        found = list(in_hand(world, records(), OF_CASE[name]))
        if not found:
            return None
        newest_or_any = found[-1] if dice.random() < 0.5 else dice.choice(found)
        return {name: newest_or_any, **{key: roll(dice) for key, roll in more.items()}}

    return draw


def a_bed(**more: Callable[[Random], object]) -> Draw:
    """An act on any bed of the house, which is in no case."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        beds = list(Place.objects.select_related("shelter").order_by("pk"))
        return {"place": dice.choice(beds), **{key: roll(dice) for key, roll in more.items()}} if beds else None

    return draw


OF_CASE = {
    "consent": "case",
    "decision": "case",
    "need": "case",
    "panel": "case",
    "plan": "case",
    "goal": "plan__case",
    "referral": "need__case",
    "stay": "case",
    "departure": "stay__case",
    "advocate": "case",
    "measure": "case",
    "complaint": "case",
    "report": "referral__need__case",
    "disclosure": "case",
    "attachment": "case",
    "penalty": "case",
    "relief": "penalty__case",
    "request": "case",
    "permit": "request__case",
    "appeal": "decision__request__case",
}


def in_hand(world: World, records: Any, of_case: str) -> Any:
    """Those of the case somebody is at work on, or all."""
    return records if world.at_work_on is None else records.filter(**{of_case: world.at_work_on})


def one_of(*choices: object) -> Callable[[Random], object]:
    return lambda dice: dice.choice(choices)
