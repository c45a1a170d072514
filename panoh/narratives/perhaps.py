"""Persons found who may be victims: "identified 40 children, some of whom may be victims" finds potential ones."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_REACH = 6  # items: "who were highly vulnerable to trafficking"
_RELATES = frozenset({"of whom", "including", "with"})
_WHERE = frozenset({"from", "in", "at", "least", "with"})
_ENDS = frozenset({";", ".", ":"})


def perhaps_victims(
    sentence: Sentence, at: int, region: int, noun: str | None, acts: tuple[str, ...]
) -> dict[str, str]:
    """The status of persons who are told to be victims only perhaps, in their phrase or behind it."""
    if noun != "person" or "identify" not in acts:
        return {}
    shown = any(
        item.cue("at_risk") for item in sentence.items[at + 1 : region]
    )  # "workers with trafficking indicators"
    return {"victim_status": "potential"} if shown or _told_behind(sentence, at, region) else {}


def _told_behind(sentence: Sentence, at: int, region: int) -> bool:
    """ "..., some of whom may be victims", "... who were vulnerable to trafficking": up to the next count."""
    items = sentence.items
    related = False
    for k in range(at + 1, len(items)):
        if items[k].low == "including" and _bare_potential(items[k + 1 : k + 3]):
            return True
        if items[k].low in _ENDS or _others_counted(items, k):
            return False
        related = related or items[k].cue("relative") or items[k].low in _RELATES
        if related and items[k].cue("at_risk") and k - region < _REACH:
            return True
        if related and items[k].cue("perhaps"):
            return any(item.noun == "victim" for item in items[k + 1 : k + _REACH])
    return False


def _bare_potential(named: Sequence[Item]) -> bool:
    """ "60 children, including potential victims": nobody counts which of them are."""
    led = bool(named) and "victim_status=potential" in named[0].labels.traits
    return led and (named[-1].noun == "victim" or named[0].noun == "victim")


def _others_counted(items: Sequence[Item], k: int) -> bool:
    """Another count, but for "from 86 mines" and "with at least one indicator", which count nobody."""
    amount = items[k].amount
    return amount is not None and amount.kind == COUNT and items[k - 1].low not in _WHERE
