"""Who a term was given to: "sex traffickers received two to five years", "a police officer was sentenced to a year"."""

from __future__ import annotations

from panoh.narratives.phrases import STOPS
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import form_of

_GIVES = frozenset({"sentence", "convict", "receive"})
_BACK = 24  # items


def form_of_jailed(sentence: Sentence, at: int) -> str | None:
    """ "eight labor traffickers received terms of", "convicted four men of pimping with terms of": what it was for."""
    items, given = sentence.items, False
    for k in range(at - 1, max(-1, at - _BACK), -1):
        if items[k].low in (";", ".") or items[k].cue("compare") or items[k].cue("case_break"):
            return None
        form = form_of(items[k])
        if form is not None:
            return form if given or _convicted_of(sentence, k) else None
        given = given or items[k].act in _GIVES
        if given and items[k].low in STOPS:
            return None
    return None


def _convicted_of(sentence: Sentence, k: int) -> bool:
    """ "convicted four men for forced prostitution": the form stands behind what the court did."""
    before = sentence.items[max(0, k - 6) : k]
    return any(item.act == "convict" for item in before) and any(item.low in ("for", "of") for item in before[-3:])
