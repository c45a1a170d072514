"""Verbs that stand before "no" and are denied with it: "screened 40 migrants and identified no victims"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT
from panoh.narratives.phrases import STOPS
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_REPORTS = frozenset({"reported", "recorded", "documented", "reporting"})
_NEAR = 4  # items: "reported no new trafficking victims"


def verbs_before(sentence: Sentence, at: int) -> list[str]:
    """The verb right before the denial, or that of the count it is joined to; victims reported are identified."""
    items = sentence.items
    if not at or not items[at].cue("nothing"):
        return []
    if _finite(items[at - 1]):
        return [str(items[at - 1].act)]
    if items[at - 1].low in _REPORTS and sentence.section == "protection" and _only_victims(items[at + 1 :]):
        return ["identify"]
    return _shared_verb(sentence, at)


def _only_victims(behind: Sequence[Item]) -> bool:
    """ "reported no victims for the third year"; "reported no victims were jailed" tells another thing."""
    k = next((k for k, item in enumerate(behind[:_NEAR]) if item.noun or item.low in STOPS), None)
    if k is None or behind[k].noun != "victim":
        return False
    after = behind[k + 1 : k + 2]
    return not after or after[0].low in STOPS or after[0].low in ("for", "in", "during") or after[0].period is not None


def counted(item: Item) -> bool:
    return item.amount is not None and item.amount.kind == COUNT and bool(item.amount.value)


def _finite(item: Item) -> bool:
    """ "screened 40 migrants and identified no victims": the verb stands before "no"."""
    return bool(item.act) and item.low.endswith(("ed", "ing")) and not item.noun


def _shared_verb(sentence: Sentence, at: int) -> list[str]:
    """ "identified 28 female victims and no male victims": the verb of the count is that of the denial too."""
    items = sentence.items
    if not (items[at].cue("nothing") and at > 2 and items[at - 1].cue("and")):
        return []
    verb = next((k for k in range(at - 2, -1, -1) if items[k].act or items[k].low in STOPS), None)
    if verb is None or not _finite(items[verb]) or not any(counted(item) for item in items[verb + 1 : at]):
        return []
    return [str(items[verb].act)]
