"""Which crime a penalty is for, where the sentence parts its penalties: against an adult or a child, for labour or for sex.

What an article outlaws before its penalty is not said of it again: the examples of the vocabulary leave that to `detail`; of the
annotators some do and some do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import DURATION
from panoh.narratives.crime_names import AGED, OPENS, named_crime
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_REACH = 14
_RANGE = 6  # items
_FRONTED = frozenset({"if", "for", "when", "where"})
_PENALTIES = frozenset({"penalty", "penalties", "penalties for", "penalty for", "punishment", "punishments"})
_AMOUNT_TO = frozenset({"ranged", "range", "was", "were", "is", "are", "increased", "rose"})


def crime_of(sentence: Sentence, at: int) -> dict[str, str]:
    """ "eight to 15 years for an offense involving an adult victim, and ten to 20 years for a child victim": form and age
    of the crime the span at `at` is for, as the words behind it tell."""
    return named_crime(_behind(sentence, at)) or named_crime(_before(sentence, at))


def _before(sentence: Sentence, at: int) -> list[Item]:
    """ "If the victim was a child, the penalty was five years", "the penalties for debt bondage ranged from two to five"."""
    items = sentence.items
    start = next((k + 1 for k in range(at - 1, -1, -1) if items[k].low in (";", ".", ")")), 0)
    first = next((k for k in range(start, at) if items[k].low != "however" and items[k].low != ","), at)
    comma = next((k for k in range(first, at) if items[k].low == ","), at)
    if items[first].low in _FRONTED and comma < at:
        return [] if _spans(items[comma:at]) else list(items[first:comma])
    named = next((k for k in range(first, at) if items[k].low in _PENALTIES), at)
    verb = next((k for k in range(named, at) if items[k].low in _AMOUNT_TO), None)
    return [] if verb is None or _spans(items[first:at]) else _crime_after(items[named:verb])


def _crime_after(named: Sequence[Item]) -> list[Item]:
    """ "the penalties for debt bondage": the words that open with "for"; of "penalties for such crimes" nothing is told."""
    opens = next((k for k, item in enumerate(named) if item.low.split()[-1] == "for"), len(named))
    return list(named[opens:])


def _spans(items: Sequence[Item]) -> bool:
    return any(item.amount is not None and item.amount.kind == DURATION for item in items)


def _behind(sentence: Sentence, at: int) -> list[Item]:
    """The words that open with "for" or "if" behind the span, up to the next span or a new statement."""
    for k in range(at + 1, min(at + _REACH, len(sentence.items))):
        item = sentence.items[k]
        if (
            item.low == "("
            or (_ends(sentence.items, k) and not _reaches_to(sentence.items, at, k))
            or item.cue("relative")
        ):
            return []
        if item.low.split()[0] in OPENS:
            end = next((i for i in range(k, len(sentence.items)) if _ends(sentence.items, i)), len(sentence.items))
            until = (i for i in range(k, end) if sentence.items[i].cue("relative") or i >= at + _REACH)
            return list(sentence.items[k : next(until, end)])
    return []


def _ends(items: Sequence[Item], k: int) -> bool:
    """A mark, or the next span; "the victim was 14-18 years old" is an age."""
    amount = items[k].amount
    span = amount is not None and amount.kind == DURATION
    return items[k].low in (";", ".", ")", "(", "—") or (span and items[k - 1].low not in AGED)


def _reaches_to(items: Sequence[Item], at: int, end: int) -> bool:
    """ "two years to a maximum of 14 years": both are for the crime behind the second."""
    return items[at + 1].low == "to" and items[end].amount is not None and end - at <= _RANGE
