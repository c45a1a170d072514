"""What a course was about: "trainings on identifying victims for 480 officials" identified nobody."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.phrases import STOPS
from panoh.narratives.tagging import Item

_ABOUT = frozenset({"on", "about", "regarding", "in"})
_REACH = 6  # items: "training on the law and on identifying"
_WHOM = frozenset({"for", "to"})


def topic_of_training(items: Sequence[Item], k: int, at: int) -> bool:
    """Whether the verb at `k` only says what was taught to those counted at `at`."""
    led = items[k].low.endswith("ing") and (items[k - 1].low in _ABOUT or items[k - 1].cue("and"))
    if not led or not any(item.low in _WHOM for item in items[max(k, at - 4) : at]):
        return False
    before = items[max(0, k - _REACH) : k]
    return any(item.noun == "training" or item.act == "train" for item in before) and any(
        item.low in _ABOUT for item in before
    )


def for_whom(items: Sequence[Item], k: int, at: int) -> bool:
    """ "training on trafficking for 120 officers": what it was on stands between."""
    last = at - 1
    while last > k and items[last].low in ("more", "than", "at", "least", "approximately", "over", "nearly", "about"):
        last -= 1
    return (
        items[k + 1].low == "on"
        and items[last].low in ("for", "to")
        and not any((i.act and i.low[-3:] != "ing") or i.cue("subset") or i.low in STOPS for i in items[k + 1 : last])
    )
