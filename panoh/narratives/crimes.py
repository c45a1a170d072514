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


def crime_of(sentence: Sentence, at: int) -> dict[str, str]:
    """ "eight to 15 years for an offense involving an adult victim, and ten to 20 years for a child victim": form and age
    of the crime the span at `at` is for, as the words behind it tell."""
    return named_crime(_behind(sentence, at))


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
