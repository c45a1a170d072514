"""For whom a house is: told behind the last of several counted together, or behind a second thing that was not offered."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.phrases import STOPS, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_WHOM = ("sex", "age")


def served_by_all(sentence: Sentence, at: int, region: int) -> dict[str, str]:
    """ "19 shelters and 40 centers for female victims": both are for women; of "one for women and two for men" neither is."""
    items = sentence.items
    k = region
    while (following := _next_place(items, at, k)) is not None:
        if any(item.low == "for" or item.act for item in items[at + 1 : k]):
            return {}
        at, k = following, region_of(sentence, following)
    last = region != k and any(item.cue("and") for item in items[max(0, at - 2) : at])
    return whom(items, at, k) if last else {}


def for_whom_not(sentence: Sentence, at: int, k: int) -> dict[str, str]:
    """ "male victims did not have access to a shelter", "did not run shelters or offer services specifically for men"."""
    items = sentence.items
    subject = items[max(0, at - 2) : at]
    pairs = dict(pair.split("=") for item in subject for pair in " ".join(item.labels.traits).split())
    if subject and subject[-1].noun in ("victim", "person") and pairs.keys() & set(_WHOM):
        return {key: pairs[key] for key in _WHOM if key in pairs}
    end = next((i for i in range(k + 1, len(items)) if items[i].low in STOPS or items[i].cue("case_break")), len(items))
    return whom(items, k + 1, end) if any(item.cue("and") for item in items[k + 1 : k + 2]) else {}


def whom(items: Sequence[Item], first: int, last: int) -> dict[str, str]:
    """ "specifically for men who were victims": the one sex or age behind "for"; of several nothing."""
    opened = next((k for k in range(first, last) if items[k].low == "for"), None)
    if opened is None:
        return {}
    told: list[dict[str, str]] = []
    for k in range(opened + 1, last):
        if items[k].low in STOPS or items[k].cue("relative"):
            break
        pairs = dict(pair.split("=") for pair in " ".join(items[k].labels.traits).split())
        told += [{key: pairs[key] for key in _WHOM if key in pairs}] if pairs.keys() & set(_WHOM) else []
    joined = {key: value for one in told for key, value in one.items()}
    return joined if all(joined[key] == one.get(key, joined[key]) for one in told for key in joined) else {}


def _next_place(items: Sequence[Item], at: int, k: int) -> int | None:
    """Where the next count of the list stands, behind a comma, "and", or both."""
    if k < len(items) and items[k].low == ",":
        k += 2 if k + 1 < len(items) and items[k + 1].cue("and") else 1
    elif not (k < len(items) and items[k - 1].cue("and")):
        return None
    counted = k < len(items) and items[k].amount is not None and items[k].depth == items[at].depth
    return k if counted else None
