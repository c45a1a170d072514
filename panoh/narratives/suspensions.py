"""Reads how many sentences were suspended: of whom, or how many sentences; nobody so counted went to prison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import REPORTED, ZERO
from panoh.narratives.mentions import HEAD
from panoh.narratives.phrases import definite
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.when import period_of

_REACH = 7  # items between the count and its suspension
_BACK = 24  # items: "sentenced two to 12 years, three to eight years, and one to a suspended sentence"
_KINDS = ("partially", "fully")
_STOPS = frozenset({";", ".", ")", "and", "but", ","})
_GOT = frozenset({"receive", "sentence"})
_COURT = frozenset({"convictions", "sentenced_imprisonment"})
_WHOSE = frozenset({"offender", "official", "person", "imprisonment", "conviction", None})


def read_suspensions(sentence: Sentence, whole: Draft | None) -> Iterator[Draft]:
    """ "four traffickers received suspended sentences", "courts suspended five of the sentences": a fact for each count. Where no
    year is said they are of the year of the `whole` last told, the convictions."""
    if sentence.section not in ("prosecution", "introduction"):
        return
    for at, item in enumerate(sentence.items):
        none = item.cue("nothing")
        counted = item.amount is not None and item.amount.kind == COUNT and not definite(sentence, at)
        if (not counted and not none) or item.depth:
            continue
        kind = _behind(sentence.items, at) or (None if none else _before(sentence.items, at))
        if kind is None:
            continue
        value = item.amount.value if counted and item.amount else 0.0
        status = REPORTED if value else ZERO
        draft = Draft("sentenced_imprisonment", value, "people", {"term": kind}, status=status, at=at)
        if whole is not None and whole.measure in _COURT:
            draft = replace(draft, period=whole.period, years=whole.years)
        yield draft.dated(period_of(sentence, at, HEAD))


def _behind(items: Sequence[Item], at: int) -> str | None:
    """ "Sixteen of the 19 convicted traffickers received suspended sentences", "two were fully suspended"."""
    gave = at > 0 and items[at - 1].low in ("gave", "giving", "granted")  # "gave 10 of them suspended sentences"
    to = any(item.low == "to" for item in items[at + 1 : at + 2])
    got = gave or (to and any(item.act == "sentence" for item in items[max(0, at - _BACK) : at]))
    for k in range(at + 1, min(at + _REACH, len(items))):
        item = items[k]
        if item.depth > items[at].depth:
            continue
        if got and _suspended(item):
            if item.low == "suspended" and items[k - 1].cue("copula") and items[at + 1].noun in ("official", "person"):
                return None  # "six officers were suspended": from their posts
            return _kind(items, k)
        if item.low in _STOPS or (item.amount is not None and not _whole(items, k)) or item.noun not in _WHOSE:
            return None
        got = got or item.act in _GOT or item.cue("copula")
    return None


def _before(items: Sequence[Item], at: int) -> str | None:
    """ "judges issued suspended sentences for 25 traffickers", "suspended five of the sentences"."""
    if at > 1 and items[at - 1].low in ("for", "to", "of") and items[at - 2].noun == "suspended":
        return _kind(items, at - 2)
    if at > 3 and items[at - 1].low == "of" and items[at - 2].noun == "imprisonment":
        return "suspended" if any(item.low == "suspended" for item in items[at - 4 : at - 2]) else None
    sentences = any(item.noun == "imprisonment" for item in items[at + 1 : at + 4])
    verb = bool(at) and items[at - 1].low == "suspended"
    return "suspended" if verb and sentences else None


def _whole(items: Sequence[Item], k: int) -> bool:
    return items[k - 1].low in ("of the", "of", "of all")


def _suspended(item: Item) -> bool:
    return item.noun == "suspended" or item.low.split()[-1] == "suspended"


def _kind(items: Sequence[Item], k: int) -> str:
    words = [*items[k - 1].low.split(), *items[k].low.split()]
    return next((f"{kind} suspended" for kind in _KINDS if kind in words), "suspended")
