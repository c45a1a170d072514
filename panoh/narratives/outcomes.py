"""Tells what a denial is of where one thing was to lead to another: "if the calls led to investigations"."""

from __future__ import annotations

from panoh.narratives.facts import ZERO
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

FIGURES = frozenset({"number", "numbers", "extent", "data", "information", "statistics", "figures"})
_SUBJECTS = frozenset({"call", "request", "inspection", "raid", "screening", "arrest", "campaign", "training", "case"})
_SUBJECTS |= {"investigation", "prosecution", "referral", "complaint", "hotline"}


def _leads(item: Item) -> bool:
    return item.act == "result" or item.low.startswith(("led to", "leading to"))


def outcome_of(sentence: Sentence, at: int, last: int) -> int:
    """Where the outcome begins, or the denial itself: no calls are denied by "none of the calls led to convictions"."""
    items = sentence.items
    led = next((k for k in range(at + 1, last) if _leads(items[k])), None)
    if led is None or not any(item.noun or item.act for item in items[led + 1 : last]):
        return at
    behind = led + 1 - (items[led].act != "result")
    before = [item.noun for item in items[at:led] if item.noun]
    return behind if before and set(before) <= _SUBJECTS else at


def cause_of(sentence: Sentence, at: int, last: int, status: str) -> int:
    """Where the cause or the time begins: nothing is denied of the calls by "no victims were identified as a result of
    calls", nor of the trials by "provided no counsel during trials"."""
    lows = [item.low for item in sentence.items]
    ends = (
        k
        for k in range(at + 1, last)
        if lows[k : k + 3] == ["as", "a", "result"] or (lows[k] in ("during", "since") and status == ZERO)
    )
    return next(ends, last)


def figures_at(sentence: Sentence, at: int, last: int) -> int:
    """ "did not provide complete statistics on victims assisted": what is withheld stands behind the statistics."""
    if not (sentence.items[at].cue("not") or sentence.items[at].cue("withholds")):
        return at
    return next((k for k in range(at + 1, last) if set(sentence.items[k].low.split()) & FIGURES), at)
