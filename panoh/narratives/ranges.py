"""Which end of a range a span of time is, where the range is told with words between: "from six months and a fine to"."""

from __future__ import annotations

from panoh.narratives.amounts import DURATION, Amount
from panoh.narratives.phrases import STOPS
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_OPENS, _CLOSES = frozenset({"from", "between"}), frozenset({"to", "and"})


def end_of_range(sentence: Sentence, at: int) -> str | None:
    """ "ranged from two years of house arrest to 15 years", "from a fine to five years", "25 years to life imprisonment"."""
    items = sentence.items
    if _to_life(items[at + 1 : at + 4]):
        return "min"
    opened = next((k for k in range(at - 1, -1, -1) if _ranges(items[k]) or _ends(items[k])), None)
    if opened is None or not _ranges(items[opened]) or opened + 1 >= len(items) or items[opened + 1].low not in _OPENS:
        return None
    first = not any(_span(item) for item in items[opened:at])
    if first and items[at - 1].low in _OPENS:
        return "min" if _goes_on(sentence, at) else None
    between = [item.low for item in items[opened + 2 : at]]
    return "max" if between and between[-1] in _CLOSES and _only_one(items[opened:at]) else None


def _to_life(after: tuple[Item, ...]) -> bool:
    lows = [item.low for item in after if item.low != "imprisonment"]
    return lows[:2] in (["to", "life"], ["up", "to"]) and "life" in lows


def _ranges(item: Item) -> bool:
    return item.low.split()[-1] in ("ranged", "ranging", "range", "varied", "varying")


def _ends(item: Item) -> bool:
    return item.low in (";", ".")


def _span(item: Item) -> Amount | None:
    return item.amount if item.amount is not None and item.amount.kind == DURATION else None


def _only_one(between: tuple[Item, ...]) -> bool:
    """No more than the lower end stands before."""
    return sum(_span(item) is not None for item in between) <= 1


def _goes_on(sentence: Sentence, at: int) -> bool:
    """The upper end follows, behind "to" or "up to"."""
    for k in range(at + 1, len(sentence.items)):
        item = sentence.items[k]
        if item.low in STOPS and item.low != ",":
            return False
        if _span(item) or item.low == "life":
            return sentence.items[k - 1].low in _CLOSES
    return False
