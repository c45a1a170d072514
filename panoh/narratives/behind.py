"""Finds a verb that stands behind an aside or a list: "93 judges, prosecutors, and lawyers participated"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item


def verb_behind_bracket(sentence: Sentence, region: int) -> int | None:
    """ "Four traffickers (one ... and three ...) received": the verb stands behind the aside."""
    close = next((k for k in range(region, len(sentence.items)) if sentence.items[k].low == ")"), len(sentence.items))
    after = sentence.items[close + 1] if close + 1 < len(sentence.items) else None
    if after is not None and after.cue("copula") and close + 2 < len(sentence.items) and sentence.items[close + 2].act:
        return close + 2  # "57 (12 percent) were prosecuted"
    return close + 1 if after is not None and after.act in ("receive", "assist", "accommodate", "sentence") else None


def verb_behind_list(sentence: Sentence, region: int) -> int | None:
    """ "93 judges, prosecutors, lawyers, and psychologists participated": the verb stands behind the list."""
    items = sentence.items
    if region + 1 >= len(items) or items[region].low != ",":
        return None
    if items[region + 1].cue("subset"):
        return _behind_aside(items, region + 1)
    for k in range(region, min(region + 12, len(items))):
        if items[k].act and not items[k].noun:
            return k if k > region else None
        if items[k].amount and _one_more(items, k):
            continue  # "320 police officers, 40 judges, and 25 prosecutors were trained"
        if items[k].amount or items[k].low in (";", "(", ".") or items[k].cue("case_break") or items[k].cue("relative"):
            return None
    return None


def _one_more(items: Sequence[Item], k: int) -> bool:
    """The next on the list is counted, and is of officials too."""
    listed = items[k - 1].low == "," or items[k - 1].cue("and")
    return listed and any(item.noun == "official" for item in items[k + 1 : k + 3])


def _behind_aside(items: Sequence[Item], k: int) -> int | None:
    """ "22 of these individuals, including 11 children, ultimately benefited": the verb stands behind the aside."""
    end = next((i for i in range(k, min(k + 8, len(items))) if items[i].low == ","), len(items))
    return next((i for i in range(end + 1, min(end + 4, len(items))) if items[i].act), None)
