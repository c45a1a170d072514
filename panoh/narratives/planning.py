"""Whether what a verb tells was only meant: "was attempting to locate and repatriate 12", "a plan to shelter 26"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item


def planned(sentence: Sentence, act: int) -> bool:
    """ "was attempting to locate and repatriate 12": nothing is told as done."""
    before = sentence.items[max(0, act - 4) : act]
    meant = (k for k in range(len(before) - 1, -1, -1) if before[k].cue("planned") or _plan_to(before[k:]))
    near = next(meant, None)
    between = before[near + 1 :] if near is not None else []
    return near is not None and not any(item.noun or item.amount or item.actor or item.low == "," for item in between)


def _plan_to(items: Sequence[Item]) -> bool:
    """ "enacted an action plan to shelter 26 victims": the plan stands, nobody is told to have been sheltered."""
    return items[0].noun == "action_plan" and len(items) > 1 and items[1].low == "to"
