"""Which crime a penalty is for, where the law has one for each: against an adult or a child, for labour or for sex."""

from __future__ import annotations

from panoh.narratives.amounts import DURATION
from panoh.narratives.sentence import Sentence

_OPENS = frozenset({"for", "if", "when", "where", "involving", "in"})
_REACH = 14


def crime_of(sentence: Sentence, at: int) -> dict[str, str]:
    """ "eight to 15 years for an offense involving an adult victim, and ten to 20 years for a child victim": form and age
    of the crime the span at `at` is for. Of several forms or ages none is said."""
    told: dict[str, set[str]] = {"age": set(), "form": set()}
    opened = False
    for k in range(at + 1, min(at + _REACH, len(sentence.items))):
        item = sentence.items[k]
        if item.low in (";", ".") or item.cue("relative") or (item.amount and item.amount.kind == DURATION):
            break
        opened = opened or item.low.split()[0] in _OPENS
        for pair in " ".join(item.labels.traits).split() if opened else ():
            key, value = pair.split("=")
            if key in told:
                told[key].add(value)
    return {key: values.pop() for key, values in told.items() if len(values) == 1}
