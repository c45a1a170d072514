"""Whether a crime stands between an act of the courts and those it was done to."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.phrases import STOPS
from panoh.narratives.tagging import Item

_OF_COURTS = frozenset({"investigation", "prosecution", "conviction"})


def with_its_crime(items: Sequence[Item], k: int, at: int) -> bool:
    """ "initiated four prosecutions for sex trafficking involving 11 suspects": the crime stands between."""
    between = items[k + 1 : at - 1]
    opened = bool(between) and between[0].low in ("for", "of", "on", "under")
    joined = items[at - 1].low in ("against", "involving")
    plain = not any(i.act or i.amount or i.noun or i.low in STOPS or i.cue("and") for i in between)
    return items[k].noun in _OF_COURTS and opened and joined and plain
