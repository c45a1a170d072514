"""Finds what a bracket counts whose noun stands before it without a number: "fewer victims (200 compared to 252)"."""

from __future__ import annotations

from panoh.narratives.governing import left_act
from panoh.narratives.phrases import STOPS
from panoh.narratives.sentence import Sentence

_HOSTS = frozenset({"victim", "case", "offender", "investigation", "prosecution", "conviction", "inspection", "permit"})
_FAR = 6  # items: "fewer potential child victims of trafficking (200"


def hosted(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The places of the noun before the bracket and of its verb, when no number stands between the two."""
    items = sentence.items
    if at < 3 or items[at - 1].low != "(":
        return None
    for k in range(at - 2, max(0, at - 2 - _FAR), -1):
        if items[k].amount or items[k].low in STOPS or items[k].period or items[k].cue("subset"):
            return None
        if items[k].noun in _HOSTS:
            act = left_act(sentence, k)
            between = items[act + 1 : k] if act is not None else ()
            bare = not any(item.amount or item.cue("not") or item.cue("nothing") for item in between)
            return (k, act) if act is not None and bare else None
    return None
