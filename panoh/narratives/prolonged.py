"""Spans that prolong another: "a 30-day reflection period, which could be extended to 90 days"."""

from __future__ import annotations

from panoh.narratives.amounts import DURATION
from panoh.narratives.sentence import Sentence

_PROLONGS = ("extend", "extension", "prolong", "renew", "additional")
_OF = {"reflection": "reflection_period", "permit": "residence_permit_term"}
_REACH = 6  # items: "which officials could extend for up to 90 days"


def prolonged_of(sentence: Sentence, at: int) -> str | None:
    """The measure of the span before, when this one prolongs it."""
    items = sentence.items
    before = items[max(0, at - _REACH) : at]
    amounts = [k for k in range(at) if (a := items[k].amount) is not None and a.kind == DURATION]
    if not amounts or not any(item.low.startswith(_PROLONGS) for item in before):
        return None
    near = [_OF[item.noun] for item in items[max(0, amounts[-1] - _REACH) : at] if item.noun in _OF]
    return near[-1] if near else None
