"""How the things a denial lists go on: by a verb no list knows, by verbs of their own behind them."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.tagging import Item


def joined_verb(items: Sequence[Item], k: int) -> bool:
    """ "initiating investigations, or securing any convictions": the list goes on with a verb no list knows."""
    return items[k].low.endswith("ing") and items[k - 1].cue("and")


def participles(items: Sequence[Item], k: int, last: int) -> list[str]:
    """ "cases investigated or individuals prosecuted or convicted": each noun has its own verbs behind it."""
    found: list[str] = []
    for item in items[k + 1 : last]:
        if item.act and item.low.endswith("ed") and not item.noun:
            found.append(item.act)
        elif not (found and item.cue("and")):
            break
    return found


def goes_on(items: Sequence[Item], k: int, last: int) -> bool:
    """ "the number of cases authorities investigated", "victims it referred": the verb stands behind its noun."""
    if k + 1 >= last:
        return False
    after = items[k + 1]
    return bool(
        after.noun
        or after.labels.traits
        or after.actor
        or after.act
        or after.cue("relative")
        or after.low in ("it", "they")
        or (items[k].noun == "case" and after.low == "of")
    )
