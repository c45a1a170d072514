"""How long a permit, a time to reflect or a deadline lasts: one length, or both ends, "from three months to a year"."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.narratives.amounts import DURATION, Amount
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_MINIMUM = frozenset({"minimum", "least", "lowest", "shortest"})
_CHANGES = ("reduc", "shorten", "increas", "extend", "lengthen", "prolong", "chang")
_REACH = 8  # items: "reduce the reflection period for victims from"
_OPENS, _BETWEEN = frozenset({"from", "between"}), frozenset({"to", "and"})


def lengths(sentence: Sentence, at: int, amount: Amount, measure: str) -> Iterator[tuple[float, str, dict[str, str]]]:
    """The lengths told at one place, each with the end it is, where it is one: "30 to 90 days" are two."""
    if amount.high is not None and not _changed(sentence.items, at):
        yield amount.value, amount.unit, {"bound": "min"}
        yield amount.high, amount.high_unit or amount.unit, {"bound": "max"}
        return
    if amount.high is not None:
        yield amount.high, amount.high_unit or amount.unit, {}
        return
    yield amount.value, amount.unit, _end(sentence.items, at, measure)


def _end(items: tuple[Item, ...], at: int, measure: str) -> dict[str, str]:
    if _opens(items, at):
        return {"bound": "min"}
    if _opens(items, at - 2):
        return {} if _changed(items, at - 2) else {"bound": "max"}
    before = {item.low for item in items[max(0, at - 3) : at]}
    return {"bound": "min"} if before & _MINIMUM and measure == "reflection_period" else {}


def _changed(items: tuple[Item, ...], at: int) -> bool:
    """ "shortened the permit from one year to six months": what it became, and no range."""
    return any(item.low.startswith(_CHANGES) for item in items[max(0, at - _REACH) : at])


def _opens(items: tuple[Item, ...], at: int) -> bool:
    """ "from three months to one year": the first of two spans with "to" between."""
    if at < 1 or at + 2 >= len(items) or items[at - 1].low not in _OPENS:
        return False
    return _span(items[at]) and items[at + 1].low in _BETWEEN and _span(items[at + 2])


def _span(item: Item) -> bool:
    return item.amount is not None and item.amount.kind == DURATION
