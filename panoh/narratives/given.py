"""What people were given: shelter alone houses them, shelter among other things helps them."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_GOODS = frozenset(
    {"food", "clothing", "clothes", "meals", "nutrition", "transportation", "transport", "education", "hygiene"}
    | {"care", "services", "assistance", "support", "aid", "repatriation", "translation", "interpretation", "financial"}
    | {"schooling", "counsel", "counseling", "health", "protection", "reintegration", "rehabilitation", "sanitation"}
)
_GRANTS = frozenset({"grant", "receive", "provide", "award"})
_BENEFITS = frozenset({"permit", "reflection", "restitution", "witness_protection", "allowance"})
_GIVES = frozenset({"provide", "receive", "assist", "grant"})
_REACH = 3  # items: "shelter, food, and medical care"


def meant_by_it(sentence: Sentence, at: int) -> set[str]:
    """ "The law offered a reflection period; 13 victims were granted it": what "it" is stands before."""
    items, clauses = sentence.items, sentence.clauses
    it = next((k for k in range(1, len(items)) if items[k].low == "it" and clauses[k] == clauses[at]), None)
    if it is None or items[it - 1].act not in _GRANTS:
        return set()
    told = next((item.noun for item in reversed(items[:it]) if item.noun in _BENEFITS), None)
    return {told} if told else set()


def one_of_many(sentence: Sentence, k: int) -> bool:
    """ "provided 25 victims with shelter, food, and counseling": the shelter is one of the things they were given."""
    items = sentence.items
    if not any(item.act in _GIVES for item in items[:k]):
        return False
    before = items[max(0, k - _REACH) : k]
    lists = [items[k + 1 : k + 1 + _REACH], before[::-1]]
    return any(_list_goes_on(run) for run in lists)


def _list_goes_on(run: Sequence[Item]) -> bool:
    """From the shelter outwards: a comma or "and", then another thing that is given."""
    if not run or not (run[0].cue("and") or run[0].low == ","):
        return False
    for item in run[1:]:
        if item.amount is not None or item.noun in ("victim", "person") or item.cue("relative"):
            return False
        if item.low in ("care", "care for") and run[0].cue("and"):
            return False  # "shelter and care for 95 children": housed
        if "service=" in " ".join(item.labels.traits) or _GOODS & set(item.low.split()):
            return True
    return False
